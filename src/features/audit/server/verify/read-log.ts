import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import type { Database } from '#platform/database/open-database.ts';

import type { Block } from '../block.ts';
import { ITEM_BYTES } from '../block.ts';
import { readCopyRows } from './copy-rows.ts';
import type { CopyRow } from './copy-rows.ts';
import { readId } from './log-check.ts';

/** The log as one moment saw it, in steps that fit into memory however long it is. */
export interface LogReader {
  /** Called with each step's blocks, then with the entries up to the highest id they name. */
  readonly readAll: (into: LogConsumer) => Promise<void>;
  readonly query: PoolClient['query'];
}

export interface LogConsumer {
  readonly onBlocks: (blocks: readonly Block[]) => void | Promise<void>;
  readonly onEntries: (rows: readonly CopyRow[]) => void | Promise<void>;
}

/** What of each entry is read, as columns of `audit_entries`; the id comes first. */
export const CHECKED_COLUMNS = 'id, body';

/** Runs `work` in a read-only transaction of its own that sees every entry. */
export async function readLog<Result>(
  database: Database,
  columns: string,
  work: (reader: LogReader) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`select set_config('app.whole_audit', 'on', true)`);
    const result = await work({
      readAll: (into) => readAll(client, columns, into),
      query: client.query.bind(client),
    });
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A copy that stopped half way leaves its rows on the wire: the connection is of no more use.
    client.release(true);
    throw error;
  }
}

/**
 * Ids and block numbers run nearly alike, so the entries of a step are those up to the highest id that
 * the step's blocks name; stragglers of long transactions meet their blocks a step later.
 */
async function readAll(client: PoolClient, columns: string, into: LogConsumer): Promise<void> {
  let lastNo = Number.MIN_SAFE_INTEGER;
  let lastId = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const blocks = await readBlocks(client, lastNo);
    if (blocks.length === 0) break;
    lastNo = blocks.at(-1)?.no ?? lastNo;
    await into.onBlocks(blocks);
    const highest = blocks.reduce((id, { contents }) => Math.max(id, highestId(contents)), lastId);
    // A block that was tampered with may name any id.
    if (!Number.isSafeInteger(highest)) continue;
    await copyEntries(
      client,
      `${columns} from audit_entries where id > ${lastId} and id <= ${highest}`,
      into,
    );
    lastId = highest;
  }
  await copyEntries(client, `${columns} from audit_entries where id > ${lastId}`, into);
}

/** A step: as many blocks as name 100,000 entries between them, but at least one. */
const BLOCKS_OF_A_STEP = `
  select no, sealed_at_ms as "sealedAtMs", previous_digest as "previousDigest", contents, digest, signature
  from (select *, sum(entry_count) over (order by no) - entry_count as before
        from (select * from audit_blocks where no > $1 order by no limit 2000) as next_blocks) as counted
  where before < 100000 order by no`;

async function readBlocks(client: PoolClient, lastNo: number): Promise<Block[]> {
  return (await client.query<Block>(BLOCKS_OF_A_STEP, [lastNo])).rows;
}

async function copyEntries(client: PoolClient, tail: string, into: LogConsumer): Promise<void> {
  const stream = client.query(
    copyTo(`copy (select ${tail} order by id) to stdout (format binary)`),
  );
  for await (const rows of readCopyRows(stream)) await into.onEntries(rows);
}

function highestId(contents: Buffer): number {
  let highest = Number.MIN_SAFE_INTEGER;
  for (let offset = 0; offset + ITEM_BYTES <= contents.length; offset += ITEM_BYTES) {
    highest = Math.max(highest, readId(contents, offset));
  }
  return highest;
}

export function toNumber(field: Buffer | null | undefined): number {
  return field === null || field === undefined ? 0 : Number(field.readBigInt64BE());
}
