import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { endSessions } from './end-sessions.ts';
import { lockAccount, refuseOneself } from './lock-account.ts';
import type { LockedAccount } from './lock-account.ts';
import { refuseReachingFurther } from './refuse-reaching-further.ts';

export interface PasswordReset {
  readonly accountId: number;
  /** argon2id of the new initial password. */
  readonly passwordHash: string;
  readonly reason: string;
}

/**
 * Gives an account a password that must be changed at the next sign-in; its sessions end, a lock is
 * lifted. @throws AppError `account.unknown`, `account.is_oneself`, `account.reaches_further`.
 */
export async function resetPassword(
  context: Context,
  { accountId, passwordHash, reason }: PasswordReset,
): Promise<void> {
  refuseOneself(context, accountId);
  const account = await lockAccount(context, accountId);
  await refuseReachingFurther(context, accountId);
  await replacePassword(context, account, { passwordHash, mustChange: true, reason });
}

/**
 * A password that a worker chose who showed by other means to be the account's person. Not for whoever
 * holds another role: an office is not won with a code on a phone.
 * @throws AppError `account.unknown`, `forbidden` `account.reaches_further`.
 */
export async function renewWorkerPassword(
  context: Context,
  { accountId, passwordHash, reason }: PasswordReset,
): Promise<string> {
  const account = await lockAccount(context, accountId);
  if (!(await isWorkerAlone(context, accountId))) {
    throw new AppError('forbidden', 'account.reaches_further');
  }
  await replacePassword(context, account, { passwordHash, mustChange: false, reason });
  return account.username;
}

/** Whether a worker's is the only role held, today or from some day on. */
export async function isWorkerAlone(
  { transaction, now }: Context,
  accountId: number,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('roleAssignments')
    .select('id')
    .where('accountId', '=', accountId)
    .where('role', '<>', 'worker')
    .where((where) =>
      where.or([where('validTo', 'is', null), where('validTo', '>=', toChinaDay(now))]),
    )
    .executeTakeFirst();
  return other === undefined;
}

interface NewPassword {
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly reason: string;
}

async function replacePassword(
  context: Context,
  account: LockedAccount,
  { passwordHash, mustChange, reason }: NewPassword,
): Promise<void> {
  const { transaction, now } = context;
  const accountId = account.id;
  if (account.passwordHash !== null) {
    await transaction
      .insertInto('passwordHistory')
      .values({ accountId, passwordHash: account.passwordHash, replacedAt: now })
      .execute();
  }
  await transaction
    .updateTable('accounts')
    .set({ passwordHash, passwordChangedAt: now, mustChangePassword: mustChange })
    .where('id', '=', accountId)
    .execute();
  await transaction.deleteFrom('signInAttempts').where('username', '=', account.username).execute();
  const endedSessions = await endSessions(transaction, {
    accountId,
    reason: 'password_changed',
    now,
  });
  await context.record({
    action: 'account.password_reset',
    subject: 'account',
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    after: { endedSessions },
  });
}
