import { sql } from 'kysely';
import type { Insertable, RawBuilder } from 'kysely';

import type { DatabaseTransaction } from './open-database.ts';
import type { DB } from './schema.ts';

export interface RowsToInsert<Table extends keyof DB> {
  readonly table: Table;
  /** All with the same columns. */
  readonly rows: readonly Insertable<DB[Table]>[];
  /** An `on conflict` clause. */
  readonly otherwise?: RawBuilder<unknown>;
}

/**
 * Inserts thousands of rows with one statement: they travel as one JSON text, so the number of
 * parameters sets no limit and the same statement serves any number of rows. Bytes cannot travel so.
 */
export async function insertRows<Table extends keyof DB>(
  transaction: DatabaseTransaction,
  { table, rows, otherwise = sql`` }: RowsToInsert<Table>,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const keys = Object.keys(first).filter((key) =>
    rows.some((row) => valueAt(row, key) !== undefined),
  );
  const columns = sql.join(keys.map((key) => sql.ref(toColumn(key))));
  const name = sql.table(toColumn(table));
  const text = JSON.stringify(
    rows.map((row) => Object.fromEntries(keys.map((key) => [toColumn(key), valueAt(row, key)]))),
  );
  await sql`insert into ${name} (${columns}) select ${columns}
    from json_populate_recordset(null::${name}, ${text}::json) ${otherwise}`.execute(transaction);
}

function valueAt(row: object, key: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[key];
}

function toColumn(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
