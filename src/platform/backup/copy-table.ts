import { pipeline } from 'node:stream/promises';

import type { ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

import { AppError } from '#core/app-error.ts';

import type { PartEnd, TablePart } from './backup-format.ts';
import { createRowDigest } from './row-digest.ts';
import { quote, quoteAll } from './table-catalogue.ts';

export interface CopiedTable {
  readonly part: TablePart;
  readonly end: PartEnd;
}

/** Puts rows and counters of one table back; its own triggers, which once did their part, keep still. */
export async function copyTableIn(
  client: ClientBase,
  part: TablePart,
  rows: AsyncGenerator<Buffer, PartEnd>,
): Promise<CopiedTable> {
  const table = quote(part.name);
  let end: PartEnd | undefined;
  await client.query(`alter table ${table} disable trigger user`);
  await pipeline(
    async function* (): AsyncGenerator<Buffer> {
      end = yield* rows;
    },
    client.query(copyFrom(`copy ${table} (${quoteAll(part.columns)}) from stdin (format binary)`)),
  );
  await client.query(`alter table ${table} enable trigger user`);
  for (const { column, position, isCalled } of part.identities) {
    await client.query('select setval(pg_get_serial_sequence($1, $2)::regclass, $3::bigint, $4)', [
      table,
      column,
      position,
      isCalled,
    ]);
  }
  if (end === undefined) throw new Error(`the rows of ${part.name} were not read to their end`);
  return { part, end };
}

/** @throws AppError unavailable `backup.rows_differ` when the table does not hold the backup's rows. */
export async function verifyTable(client: ClientBase, { part, end }: CopiedTable): Promise<void> {
  const digest = createRowDigest();
  const text = `copy ${quote(part.name)} (${quoteAll(part.columns)}) to stdout (format binary)`;
  for await (const bytes of client.query(copyTo(text))) digest.update(bytes as Buffer);
  const { rowCount, rowDigest } = digest.finish();
  if (rowCount === end.rowCount && rowDigest === end.rowDigest) return;
  throw new AppError('unavailable', 'backup.rows_differ', {
    table: part.name,
    rowCount,
    expected: end.rowCount,
  });
}
