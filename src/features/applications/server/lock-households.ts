import { sql } from 'kysely';

import type { Context } from '#platform/context.ts';

/** Holds families still until the commit, in the order of their ids. */
export async function lockHouseholds(
  { transaction }: Context,
  ids: readonly (number | null)[],
): Promise<void> {
  await sql`select id from households where id = any(${sql.val(ids.filter((id) => id !== null))}::bigint[])
    order by id for update`.execute(transaction);
}
