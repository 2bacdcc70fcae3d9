import { sql } from 'kysely';

import type { DatabaseTransaction } from './open-database.ts';

/** What the planner takes a list for whose length it cannot know. */
const ASSUMED_LENGTH = 10;

/**
 * The unions in sight where they are few, for a list to name them beside the policy that guards it:
 * knowing how few they are, the planner looks their rows up instead of walking everybody's. Undefined
 * for a larger scope, where naming them again only costs.
 */
export async function findSmallScope(
  transaction: DatabaseTransaction,
): Promise<readonly number[] | undefined> {
  const { rows } = await sql<{ unions: readonly number[] | null }>`select case
    when cardinality(visible_unions()) <= ${ASSUMED_LENGTH} then visible_unions() end as unions`.execute(
    transaction,
  );
  return rows[0]?.unions ?? undefined;
}
