import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { readPhone } from '../account-phone.ts';
import type { PhoneKeys } from '../account-phone.ts';
import { clearSecondFactor } from './clear-second-factor.ts';
import type { AccountOrder } from './close-account.ts';
import { endSessions } from './end-sessions.ts';
import { lockAccount, refuseOneself } from './lock-account.ts';
import { refuseReachingFurther } from './refuse-reaching-further.ts';

/** Lifts the lock that failed sign-ins set. @throws AppError `account.unknown`, `account.not_locked`. */
export async function unlockAccount(
  context: Context,
  { accountId, reason }: AccountOrder,
): Promise<void> {
  const account = await lockAccount(context, accountId);
  const { numDeletedRows } = await context.transaction
    .deleteFrom('signInAttempts')
    .where('username', '=', account.username)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError('conflict', 'account.not_locked');
  await context.record({ subjectId: accountId, unionId: account.unionId, reason });
}

/**
 * For a lost phone. @throws AppError `account.unknown`, `account.is_oneself`,
 * `account.reaches_further`, `second_factor.not_set_up`.
 */
export async function resetSecondFactor(
  context: Context,
  { accountId, reason }: AccountOrder,
): Promise<void> {
  refuseOneself(context, accountId);
  const account = await lockAccount(context, accountId);
  await refuseReachingFurther(context, accountId);
  if (account.totpConfirmedAt === null) {
    throw new AppError('conflict', 'second_factor.not_set_up');
  }
  await clearSecondFactor(context, accountId);
  // A session that was proven by the old factor ends with it.
  const endedSessions = await endSessions(context.transaction, {
    accountId,
    reason: 'revoked',
    now: context.now,
  });
  await context.record({
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    after: { endedSessions },
  });
}

/** Ends all sessions of another person; returns how many. @throws AppError `account.unknown`. */
export async function revokeSessions(
  context: Context,
  { accountId, reason }: AccountOrder,
): Promise<number> {
  const account = await lockAccount(context, accountId);
  const { transaction, now } = context;
  const ended = await endSessions(transaction, { accountId, reason: 'revoked', now });
  await context.record({
    subjectId: accountId,
    unionId: account.unionId,
    reason,
    after: { ended },
  });
  return ended;
}

/** The whole phone number, for a reason that the log keeps. @throws AppError `account.unknown`. */
export async function revealPhone(
  context: Context,
  { cipher }: PhoneKeys,
  { accountId, reason }: AccountOrder,
): Promise<string | null> {
  const account = await lockAccount(context, accountId);
  await context.record({ subjectId: accountId, unionId: account.unionId, reason });
  return readPhone(cipher, accountId, account.phoneSecret);
}
