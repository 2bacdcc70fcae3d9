import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import { toSignInSettings } from '../rules/account-settings.ts';
import type { AccountSettingValues } from '../rules/account-settings.ts';
import type { AccountDependencies } from './dependencies.ts';
import { countAttempt, takeBack } from './sign-in-attempts.ts';
import { recordFailure, toLockedError } from './sign-in.ts';

/** The account and the session of the person who asks, as the database has them now. */
export interface OwnAccount {
  readonly id: number;
  readonly unionId: number;
  readonly username: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly totpSecret: string | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpLastStep: number | null;
  readonly sessionId: number;
  readonly secondFactorAt: Date | null;
}

export interface CountedAccount extends OwnAccount {
  /** Until when the name is locked if this try fails. */
  readonly locksUntil: Date | null;
}

/** @throws AppError `session.required` without a session. */
export async function getOwnAccount({ transaction, actor }: Context): Promise<OwnAccount> {
  const { accountId, sessionId } = actor;
  const found = await transaction
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .select([
      'accounts.id',
      'accounts.unionId',
      'accounts.username',
      'accounts.passwordHash',
      'accounts.mustChangePassword',
      'accounts.totpSecret',
      'accounts.totpConfirmedAt',
      'accounts.totpLastStep',
      'sessions.id as sessionId',
      'sessions.secondFactorAt',
    ])
    .where('sessions.id', '=', sessionId ?? 0)
    .where('accounts.id', '=', accountId ?? 0)
    .forUpdate('accounts')
    .executeTakeFirst();
  if (found === undefined) throw new AppError('unauthenticated', 'session.required');
  return found;
}

/** A session that still owes its second factor may do nothing but give it. */
export function refuseUnproven({ totpConfirmedAt, secondFactorAt }: OwnAccount): void {
  if (totpConfirmedAt !== null && secondFactorAt === null) {
    throw new AppError('forbidden', 'session.second_factor_required');
  }
}

/**
 * Counts one more try of a secret under the person's name, like a try at the door.
 * @throws AppError `sign_in.locked`.
 */
export async function countOwnAttempt(
  stages: Stages,
  dependencies: Pick<AccountDependencies, 'announce'>,
  settings: AccountSettingValues,
): Promise<CountedAccount> {
  const { account, decision, locksUntil } = await stages.transact(async (context) => {
    const account = await getOwnAccount(context);
    const counted = await countAttempt(context.transaction, {
      username: account.username,
      settings: toSignInSettings(settings),
      now: stages.now,
      // A person in a session has shown more than a proof of work.
      hasProof: () => true,
    });
    return { account, ...counted };
  });
  if (decision.kind !== 'locked') return { ...account, locksUntil };
  const failure = { username: account.username, account, code: 'sign_in.locked' };
  await recordFailure(stages, dependencies, failure);
  throw toLockedError(decision, stages.now);
}

/**
 * Asks for the password again before something that weakens the account.
 * @throws AppError `account.password_wrong`, `account.no_password`, `sign_in.locked`.
 */
export async function confirmOwnPassword(
  stages: Stages,
  dependencies: AccountDependencies,
  { password, settings }: { readonly password: string; readonly settings: AccountSettingValues },
): Promise<OwnAccount> {
  const account = await countOwnAttempt(stages, dependencies, settings);
  refuseUnproven(account);
  if (account.passwordHash === null) throw new AppError('conflict', 'account.no_password');
  if (!(await dependencies.hasher.verify(password, account.passwordHash))) {
    const { username, locksUntil } = account;
    const failure = { username, account, code: 'sign_in.wrong', locksUntil };
    await recordFailure(stages, dependencies, failure);
    throw new AppError('conflict', 'account.password_wrong');
  }
  await stages.transact(({ transaction }) => takeBack(transaction, account.username));
  return account;
}
