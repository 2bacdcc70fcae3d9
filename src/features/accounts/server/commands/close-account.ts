import { AppError, refusal } from '#core/app-error.ts';
import { addDays } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { listActiveAssignments } from '../../rules/assignments.ts';
import { isAdministrator } from '../../rules/roles.ts';
import { countHolders, lockRoles } from './administrator-holders.ts';
import { endSessions } from './end-sessions.ts';
import { listAssignments } from './list-assignments.ts';
import { lockAccount, refuseOneself } from './lock-account.ts';
import { seeingAll } from './seeing-all.ts';

export interface AccountOrder {
  readonly accountId: number;
  readonly reason: string;
}

/**
 * Closes an account at once. The last one of a kind of administrator stays open.
 * @throws AppError `account.unknown`, `account.is_oneself`, `account.already_disabled`,
 *   `roles.last_administrator`.
 */
export async function disableAccount(
  context: Context,
  { accountId, reason }: AccountOrder,
): Promise<void> {
  const { transaction, now } = context;
  refuseOneself(context, accountId);
  await lockRoles(context);
  const account = await lockAccount(context, accountId);
  if (account.disabledAt !== null) throw new AppError('conflict', 'account.already_disabled');
  await refuseLastAdministrator(context, accountId);
  await transaction
    .updateTable('accounts')
    .set({ disabledAt: now, version: account.version + 1 })
    .where('id', '=', accountId)
    .execute();
  const endedSessions = await endSessions(transaction, { accountId, reason: 'disabled', now });
  await context.record({
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    after: { endedSessions },
  });
}

/** @throws AppError `account.unknown`, `account.not_disabled`. */
export async function enableAccount(
  context: Context,
  { accountId, reason }: AccountOrder,
): Promise<void> {
  const account = await lockAccount(context, accountId);
  if (account.disabledAt === null) throw new AppError('conflict', 'account.not_disabled');
  await context.transaction
    .updateTable('accounts')
    .set({ disabledAt: null, version: account.version + 1 })
    .where('id', '=', accountId)
    .execute();
  await context.record({
    action: 'account.enabled',
    subject: 'account',
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    before: { disabledAt: account.disabledAt.toISOString() },
  });
}

async function refuseLastAdministrator(context: Context, accountId: number): Promise<void> {
  const today = toChinaDay(context.now);
  const all = await seeingAll(context, () => listAssignments(context.transaction, accountId));
  for (const { role } of listActiveAssignments(all, today)) {
    if (!isAdministrator(role)) continue;
    const others = { role, after: addDays(today, -1), exceptAccountId: accountId };
    const left = await countHolders(context, others);
    if (left === 0) throw refusal([{ code: 'roles.last_administrator', params: { role } }]);
  }
}
