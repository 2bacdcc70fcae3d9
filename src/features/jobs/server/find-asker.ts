import { isGeneralAccess } from '#core/access.ts';
import { day } from '#core/plain-date.ts';
import { findScopeRoots, holdsPermission } from '#features/accounts/rules/assignments.ts';
import { isPermission } from '#features/accounts/rules/permissions.ts';
import { isRole } from '#features/accounts/rules/roles.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { FindAsker } from '#platform/jobs/job-kind.ts';

/** The rights of today: what was lost since the job was asked for is lost to the job. */
export const findAsker: FindAsker = async (transaction, { accountId, permission, now }) => {
  const account = await transaction
    .selectFrom('accounts')
    .select(['displayName as name', 'unionId', 'disabledAt'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (account === undefined || account.disabledAt !== null) return undefined;
  const { name, unionId } = account;
  if (isGeneralAccess(permission)) return { name, unionId, scopeRoots: [] };
  if (!isPermission(permission)) return undefined;
  const rows = await transaction
    .selectFrom('roleAssignments')
    .select(['role', 'unionId', 'validFrom', 'validTo'])
    .where('accountId', '=', accountId)
    .execute();
  const assignments = rows.flatMap(({ role, validFrom, validTo, ...row }) =>
    isRole(role)
      ? [
          {
            ...row,
            role,
            validFrom: day(validFrom),
            validTo: validTo === null ? null : day(validTo),
          },
        ]
      : [],
  );
  const today = toChinaDay(now);
  if (!holdsPermission(assignments, permission, today)) return undefined;
  return { name, unionId, scopeRoots: findScopeRoots(assignments, permission, today) };
};
