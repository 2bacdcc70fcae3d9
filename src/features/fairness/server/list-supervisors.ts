import type { Role } from '#features/accounts/rules/roles.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

/** Who looks after the towns: the district's officers, and the auditors set over them. */
const SUPERVISORS: readonly Role[] = ['district_officer', 'auditor'];

/** Of each supervisor today, those of the unions that the supervisor is set over. */
export async function listSupervisors(
  { transaction, now }: Context,
  unionIds: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const today = toChinaDay(now);
  const rows = await transaction
    .selectFrom('roleAssignments as r')
    .innerJoin('accounts as a', 'a.id', 'r.accountId')
    .innerJoin('unionClosure as c', 'c.ancestorId', 'r.unionId')
    .select(['a.id', 'c.descendantId as unionId'])
    .distinct()
    .where('r.role', 'in', [...SUPERVISORS])
    .where('c.descendantId', 'in', [...unionIds])
    .where('a.disabledAt', 'is', null)
    .where('r.validFrom', '<=', today)
    .where((where) => where.or([where('r.validTo', 'is', null), where('r.validTo', '>=', today)]))
    .orderBy('a.id')
    .orderBy('c.descendantId')
    .execute();
  const unionsOf = new Map<number, number[]>();
  for (const { id, unionId } of rows) {
    const unions = unionsOf.get(id);
    if (unions === undefined) unionsOf.set(id, [unionId]);
    else unions.push(unionId);
  }
  return unionsOf;
}
