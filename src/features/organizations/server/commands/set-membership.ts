import { yearOf } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { decideMembership } from '../../rules/judge-membership.ts';
import type { Membership } from '../../rules/union-inputs.ts';
import { assertAllowed, getUnion } from '../union-row.ts';

export interface MembershipOfYear extends Membership {
  readonly id: number;
  readonly year: number;
}

/** Writes the members and workers of a union at the end of a year, for the first time or anew. */
export async function setMembership(
  context: Context,
  { id, year, memberCount, workerCount, source }: MembershipOfYear,
): Promise<void> {
  const { transaction } = context;
  await getUnion(context, id);
  const currentYear = yearOf(toChinaDay(context.now));
  assertAllowed(decideMembership({ year, memberCount, workerCount }, currentYear));
  const before = await transaction
    .selectFrom('unionMemberships')
    .select(['memberCount', 'workerCount', 'source'])
    .where('unionId', '=', id)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst();
  const counts = { memberCount, workerCount, source };
  await transaction
    .insertInto('unionMemberships')
    .values({ unionId: id, year, ...counts })
    .onConflict((conflict) => conflict.columns(['unionId', 'year']).doUpdateSet(counts))
    .execute();
  await context.record({
    action: 'union.membership_set',
    subject: 'union',
    subjectId: id,
    unionId: id,
    ...(before === undefined ? {} : { before: { year, ...before } }),
    after: { year, ...counts },
  });
}
