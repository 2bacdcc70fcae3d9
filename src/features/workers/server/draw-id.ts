import { sql } from 'kysely';

import type { DatabaseTransaction } from '#platform/database/open-database.ts';

type Table =
  | 'application_families'
  | 'correction_requests'
  | 'union_members'
  | 'worker_invitations';

/** What is encrypted in a row is bound to its id: so the id comes first. */
export async function drawId(transaction: DatabaseTransaction, table: Table): Promise<number> {
  const [id] = await drawIds(transaction, table, 1);
  if (id === undefined) throw new Error('no id was drawn');
  return id;
}

export async function drawIds(
  transaction: DatabaseTransaction,
  table: Table,
  count: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(${`${table}_id_seq`}::regclass) as id from generate_series(1, ${count})`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}
