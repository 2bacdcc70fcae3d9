import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

/** Ids of rows to be: what is sealed in a row is bound to its id. */
export async function drawIds(
  transaction: Context['transaction'],
  table: 'applications' | 'aid_events',
  count: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select nextval(${`${table}_id_seq`}::regclass) as id
    from generate_series(1, ${count}::int)`.execute(transaction);
  return rows.map(({ id }) => id);
}
