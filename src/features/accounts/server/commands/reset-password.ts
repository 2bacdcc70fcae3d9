import type { Context } from '#platform/context.ts';

import { endSessions } from './end-sessions.ts';
import { lockAccount, refuseOneself } from './lock-account.ts';
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
  const { transaction, now } = context;
  refuseOneself(context, accountId);
  const account = await lockAccount(context, accountId);
  await refuseReachingFurther(context, accountId);
  if (account.passwordHash !== null) {
    await transaction
      .insertInto('passwordHistory')
      .values({ accountId, passwordHash: account.passwordHash, replacedAt: now })
      .execute();
  }
  await transaction
    .updateTable('accounts')
    .set({ passwordHash, passwordChangedAt: now, mustChangePassword: true })
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
