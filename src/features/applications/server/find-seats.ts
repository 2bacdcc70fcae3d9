import { oneOf } from '#core/one-of.ts';
import { findGrantingRoles } from '#features/accounts/rules/permissions.ts';
import type { Permission } from '#features/accounts/rules/permissions.ts';
import { ROLES } from '#features/accounts/rules/roles.ts';
import type { Role } from '#features/accounts/rules/roles.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { Seat } from '../rules/tiers.ts';
import { SEATS } from '../rules/tiers.ts';

export const RIGHTS: Readonly<Record<Seat, Permission>> = {
  filing: 'applications.file',
  grassroots: 'applications.review_grassroots',
  town: 'applications.review_town',
  district: 'applications.review_district',
  approval: 'applications.approve',
};

/** The desks at which the reader may sit for the cases of a union, or of any when none is named. */
export async function findSeats(context: Context, unionId?: number): Promise<readonly Seat[]> {
  const roles = await findRoles(context, unionId);
  return SEATS.filter((seat) => findGrantingRoles(RIGHTS[seat]).some((role) => roles.has(role)));
}

/** Whether the reader handles families anywhere; finance and evaluators see the case without them. */
export async function mayReadFamilies(context: Context): Promise<boolean> {
  const roles = await findRoles(context);
  return findGrantingRoles('households.read').some((role) => roles.has(role));
}

async function findRoles(
  { transaction, actor, now }: Context,
  unionId?: number,
): Promise<ReadonlySet<Role>> {
  const today = toChinaDay(now);
  const rows = await transaction
    .selectFrom('roleAssignments as r')
    .select('r.role')
    .where('r.accountId', '=', actor.accountId)
    .where('r.validFrom', '<=', today)
    .where((where) => where.or([where('r.validTo', 'is', null), where('r.validTo', '>=', today)]))
    .$if(unionId !== undefined, (select) =>
      select.where((where) =>
        where.exists(
          where
            .selectFrom('unionClosure as c')
            .select('c.depth')
            .whereRef('c.ancestorId', '=', 'r.unionId')
            .where('c.descendantId', '=', unionId ?? 0),
        ),
      ),
    )
    .execute();
  return new Set(rows.map(({ role }) => oneOf(ROLES, role)));
}
