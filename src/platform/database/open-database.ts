import { createHash } from 'node:crypto';

import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { PostgresPool, Transaction } from 'kysely';
import pg from 'pg';
import type { ClientConfig, Pool, PoolClient, QueryResult } from 'pg';

import { isReadOnly } from './database-errors.ts';
import type { DB } from './schema.ts';
import { VALUE_TYPES } from './value-types.ts';

export type Query = Kysely<DB>;
export type DatabaseTransaction = Transaction<DB>;

export interface Database {
  readonly query: Query;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: ClientConfig;
  /** Taken on as each connection starts; for a login that may become the restricted role. */
  readonly role?: string;
  readonly poolSize?: number;
  /** How long work waits for a connection; 5 seconds unless given. */
  readonly maxWaitMs?: number;
  /** Statements are prepared under names; off behind a pooler that hands out connections by transaction. */
  readonly usePrepared?: boolean;
  /** A connection lost while idle; the pool opens another one by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...options.connection,
    types: VALUE_TYPES,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.maxWaitMs ?? 5000,
    idleTimeoutMillis: 60_000,
    // A server that vanished without a word (power, network) is noticed all the same.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'songnuan',
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));
  // A connection lost between two statements of a transaction tells the next statement; told to nobody
  // but the event, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const query = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: guarding(pool, options.usePrepared !== false) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const close = async (): Promise<void> => {
    await query.destroy();
    // Kysely ends the pool only if it has used it; what other readers of the pool opened is left to us.
    if (!pool.ending) await pool.end();
  };
  return { query, pool, close };
}

/**
 * The same pool, whose clients prepare each text once: a named statement is parsed and planned once a
 * connection. Names are digests of the text, so equal texts share one. A commit that was none fails, and
 * a connection to a server that only reads is not used again: the next one may reach its successor.
 */
function guarding(pool: Pool, isNaming: boolean): PostgresPool {
  const guarded = new WeakSet<PoolClient>();
  const readOnly = new WeakSet<PoolClient>();
  pool.on('release', (_error, client) => {
    if (readOnly.has(client)) void client.end();
  });
  return {
    connect: async () => {
      const client = await pool.connect();
      if (!guarded.has(client)) {
        guarded.add(client);
        guard(client, { isNaming, onReadOnly: () => readOnly.add(client) });
      }
      return client;
    },
    // Of the pool itself: it closes a connection that is in use now as soon as it comes back.
    end: () => pool.end(),
  };
}

interface Guard {
  readonly isNaming: boolean;
  readonly onReadOnly: () => void;
}

function guard(client: PoolClient, { isNaming, onReadOnly }: Guard): void {
  const run = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const values = rest[0];
    const isNamed =
      isNaming && typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const answer = isNamed
      ? run({ name: nameOf(text), text, values }, ...rest.slice(1))
      : run(text, ...rest);
    if (!(answer instanceof Promise)) return answer;
    answer.catch((error: unknown) => {
      if (isReadOnly(error)) onReadOnly();
    });
    return text === 'commit' ? refuseRollback(answer as Promise<QueryResult>) : answer;
  }) as PoolClient['query'];
}

/** After a failed statement that nobody heeded, PostgreSQL answers a commit with a rollback. */
async function refuseRollback(answer: Promise<QueryResult>): Promise<QueryResult> {
  const result = await answer;
  if (result.command === 'COMMIT') return result;
  throw new Error('a statement had failed and was passed over: nothing was committed');
}

const names = new Map<string, string>();
const MAX_NAMES = 2000;

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url');
    if (names.size >= MAX_NAMES) names.clear();
    names.set(text, name);
  }
  return name;
}
