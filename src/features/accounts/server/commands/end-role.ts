import { AppError, refusal } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { RoleEnd } from '../../rules/account-inputs.ts';
import { decideRoleEnd } from '../../rules/decide-role-end.ts';
import { countHolders, lockRoles } from './administrator-holders.ts';
import { listAssignments } from './list-assignments.ts';
import { lockAccount, refuseOneself } from './lock-account.ts';

export interface RoleToEnd extends RoleEnd {
  readonly accountId: number;
  readonly assignmentId: number;
}

/**
 * Ends a role with a day; the day before its first one takes it back altogether.
 * @throws AppError `account.unknown`, `account.is_oneself`, `roles.unknown`, or `roles.…` with the reasons.
 */
export async function endRole(context: Context, end: RoleToEnd): Promise<void> {
  const { transaction, actor, now } = context;
  const { accountId, assignmentId, lastDay, reason } = end;
  refuseOneself(context, accountId);
  await lockRoles(context);
  const account = await lockAccount(context, accountId);
  const assignment = (await listAssignments(transaction, accountId)).find(
    ({ id }) => id === assignmentId,
  );
  if (assignment === undefined) throw new AppError('not_found', 'roles.unknown');
  const holdersLeft = await countHolders(context, {
    role: assignment.role,
    after: lastDay,
    exceptAssignmentId: assignmentId,
  });
  const decision = decideRoleEnd({ assignment, lastDay, holdersLeft }, toChinaDay(now));
  if (!decision.ok) throw refusal(decision.reasons);
  await transaction
    .updateTable('roleAssignments')
    .set({ validTo: lastDay, endedBy: actor.accountId })
    .where('id', '=', assignmentId)
    .execute();
  const { role, unionId, validTo } = assignment;
  await context.record({
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    before: { role, unionId, validTo },
    after: { role, unionId, validTo: lastDay },
  });
}
