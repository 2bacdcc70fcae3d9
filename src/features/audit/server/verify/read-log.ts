import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import type { Database } from '#platform/database/open-database.ts';

import { ITEM_BYTES, readId } from '../block.ts';
import type { Block } from '../block.ts';
import { readCopyRows } from './copy-rows.ts';
import type { CopyRow } from './copy-rows.ts';

export interface QueuedEntry {
  readonly id: number;
  /** Empty when the entry is gone. */
  readonly body: string;
  readonly mac: Buffer;
}

/** Blocks come before the entries they name, as far as ids tell; what waits comes last. */
export type LogStep =
  | { readonly blocks: readonly Block[] }
  | { readonly entries: readonly CopyRow[] }
  | { readonly queued: readonly QueuedEntry[] };

export interface ReadLogOptions {
  /** Columns of `audit_entries`, the id first. */
  readonly columns: string;
  /** Value of `app.scope` for what the columns compute; every entry is read all the same. */
  readonly scope?: string;
}

/** The whole log as one moment saw it, in steps that fit into memory however long it is. */
export async function* readLog(
  database: Database,
  { columns, scope = '' }: ReadLogOptions,
): AsyncGenerator<LogStep> {
  const client = await database.pool.connect();
  let isWhole = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `select set_config('app.whole_audit', 'on', true), set_config('app.scope', $1, true)`,
      [scope],
    );
    yield* readSealed(client, columns);
    yield* readQueue(client);
    await client.query('commit');
    isWhole = true;
  } finally {
    // A copy that stopped half way leaves its rows on the wire: the connection is of no more use.
    client.release(!isWhole);
  }
}

/**
 * Ids and block numbers run nearly alike, so the entries of a step are those up to the highest id that
 * the step's blocks name; stragglers of long transactions meet their blocks a step later.
 */
async function* readSealed(client: PoolClient, columns: string): AsyncGenerator<LogStep> {
  let lastNo = Number.MIN_SAFE_INTEGER;
  let lastId = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const blocks = await readBlocks(client, lastNo);
    if (blocks.length === 0) break;
    lastNo = blocks.at(-1)?.no ?? lastNo;
    yield { blocks };
    const highest = blocks.reduce((id, { contents }) => Math.max(id, highestId(contents)), lastId);
    // A block that was tampered with may name any id.
    if (!Number.isSafeInteger(highest)) continue;
    yield* copyEntries(
      client,
      `select ${columns} from audit_entries where id > ${lastId} and id <= ${highest}`,
    );
    lastId = highest;
  }
  yield* copyEntries(client, `select ${columns} from audit_entries where id > ${lastId}`);
}

/** A step: as many blocks as name 100,000 entries between them, but at least one. */
const BLOCKS_OF_A_STEP = `
  select ${clamped('no')} as no, ${clamped('sealed_at_ms')} as "sealedAtMs", previous_digest as "previousDigest", contents, digest, signature
  from (select *, sum(entry_count) over (order by no) - entry_count as before
        from (select * from audit_blocks where no > $1 order by no limit 2000) as next_blocks) as counted
  where before < 100000 order by no`;

/** A number that somebody made too big to be exact here is wrong anyway; it must not stop the reading. */
function clamped(column: string): string {
  return `greatest(least(${column}, ${Number.MAX_SAFE_INTEGER}), ${Number.MIN_SAFE_INTEGER})`;
}

async function readBlocks(client: PoolClient, lastNo: number): Promise<Block[]> {
  return (await client.query<Block>(BLOCKS_OF_A_STEP, [lastNo])).rows;
}

async function* copyEntries(client: PoolClient, select: string): AsyncGenerator<LogStep> {
  const copy = copyTo(`copy (${select} order by id) to stdout (format binary)`);
  for await (const entries of readCopyRows(client.query(copy))) yield { entries };
}

const QUEUE_PAGE = 5000;

async function* readQueue(client: PoolClient): AsyncGenerator<LogStep> {
  let lastId = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const { rows } = await client.query<QueuedEntry>(
      `select ${clamped('q.entry_id')} as id, coalesce(e.body, '') as body, coalesce(e.mac, '') as mac
       from audit_queue q left join audit_entries e on e.id = q.entry_id
       where q.entry_id > $1 order by q.entry_id limit $2`,
      [lastId, QUEUE_PAGE],
    );
    if (rows.length > 0) yield { queued: rows };
    if (rows.length < QUEUE_PAGE) return;
    lastId = rows.at(-1)?.id ?? lastId;
  }
}

function highestId(contents: Buffer): number {
  let highest = Number.MIN_SAFE_INTEGER;
  for (let offset = 0; offset + ITEM_BYTES <= contents.length; offset += ITEM_BYTES) {
    highest = Math.max(highest, readId(contents, offset));
  }
  return highest;
}

/** An int8 field of a copied row. */
export function toNumber(field: Buffer | null | undefined): number {
  if (field === null || field === undefined) return 0;
  // A big integer for each of a million rows would be felt.
  return field.readInt32BE() * 2 ** 32 + field.readUInt32BE(4);
}
