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
  const fields = keys.map((key) => ({ key, column: toColumn(key) }));
  const columns = sql.join(fields.map(({ column }) => sql.ref(column)));
  const name = sql.table(toColumn(table));
  const text = JSON.stringify(rows.map((row) => renamed(row, fields)));
  await sql`insert into ${name} (${columns}) select ${columns}
    from json_populate_recordset(null::${name}, ${text}::json) ${otherwise}`.execute(transaction);
}

function renamed(
  row: object,
  fields: readonly { readonly key: string; readonly column: string }[],
): object {
  const values: Record<string, unknown> = {};
  for (const { key, column } of fields) values[column] = valueAt(row, key);
  return values;
}

function valueAt(row: object, key: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[key];
}

function toColumn(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
