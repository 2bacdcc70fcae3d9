import { sql } from 'kysely';

import type { DatabaseTransaction } from '#platform/database/open-database.ts';

/** Ids of rows to be: what is encrypted in a row is bound to its id, so the id comes first. */
export async function drawIds(
  transaction: DatabaseTransaction,
  table: 'households' | 'household_people' | 'household_versions' | 'civil_affairs_entries',
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`select nextval(${`${table}_id_seq`}::regclass) as id
    from generate_series(1, ${count}::int)`.execute(transaction);
  return rows.map(({ id }) => id);
}
