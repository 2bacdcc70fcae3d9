import { findGrantingRoles } from '#features/accounts/rules/permissions.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { Seat } from '../rules/tiers.ts';
import { RIGHTS } from './find-seats.ts';

/** Who sits at desks for unions today, by union; only what the scope at hand shows. */
export async function listStaff(
  { transaction, now }: Context,
  { seats, unionIds }: { readonly seats: readonly Seat[]; readonly unionIds: readonly number[] },
): Promise<ReadonlyMap<number, readonly number[]>> {
  const staff = new Map<number, number[]>();
  if (seats.length === 0 || unionIds.length === 0) return staff;
  const today = toChinaDay(now);
  const roles = new Set(seats.flatMap((seat) => [...findGrantingRoles(RIGHTS[seat])]));
  const rows = await transaction
    .selectFrom('roleAssignments as r')
    .innerJoin('accounts as a', 'a.id', 'r.accountId')
    .innerJoin('unionClosure as c', 'c.ancestorId', 'r.unionId')
    .select(['a.id', 'c.descendantId as unionId'])
    .distinct()
    .where('r.role', 'in', [...roles])
    .where('c.descendantId', 'in', [...new Set(unionIds)])
    .where('a.disabledAt', 'is', null)
    .where('r.validFrom', '<=', today)
    .where((where) => where.or([where('r.validTo', 'is', null), where('r.validTo', '>=', today)]))
    .orderBy('a.id')
    .execute();
  for (const { id, unionId } of rows) {
    const ids = staff.get(unionId);
    if (ids === undefined) staff.set(unionId, [id]);
    else ids.push(id);
  }
  return staff;
}
