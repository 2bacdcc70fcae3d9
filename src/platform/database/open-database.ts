import { createHash } from 'node:crypto';

import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Transaction } from 'kysely';
import pg from 'pg';
import type { ClientConfig, Pool, PoolClient } from 'pg';

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
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    application_name: 'songnuan',
    ...(options.role === undefined ? {} : { options: `-c role=${options.role}` }),
  });
  pool.on('error', (error) => options.onConnectionLost?.(error));
  // A connection lost between two statements of a transaction tells the next statement; told to nobody
  // but the event, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const source = options.usePrepared === false ? pool : namingStatements(pool);
  const query = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: source }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { query, pool, close: () => query.destroy() };
}

/**
 * The same pool, whose clients prepare each text once: a named statement is parsed and planned once a
 * connection. Names are digests of the text, so equal texts share one.
 */
function namingStatements(pool: Pool): Pool {
  const named = new WeakSet<PoolClient>();
  const source = Object.create(pool) as Pool;
  source.connect = (async () => {
    const client = await pool.connect();
    if (!named.has(client)) {
      named.add(client);
      nameStatements(client);
    }
    return client;
    // Kysely calls `connect` without a callback; the other overload is never used.
  }) as Pool['connect'];
  return source;
}

function nameStatements(client: PoolClient): void {
  const run = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const values = rest[0];
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return run(text, ...rest);
    return run({ name: nameOf(text), text, values }, ...rest.slice(1));
  }) as PoolClient['query'];
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
