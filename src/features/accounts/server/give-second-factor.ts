import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { AccountDependencies } from './dependencies.ts';
import { countOwnAttempt, getOwnAccount } from './own-account.ts';
import type { OwnAccount } from './own-account.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { forgive } from './sign-in-attempts.ts';
import { recordFailure } from './sign-in.ts';
import { findTotpStep } from './totp.ts';

/**
 * Completes a sign-in with a code of the app, each of which works once, or with a recovery code.
 * @throws AppError `second_factor.not_set_up`, `second_factor.wrong`, `sign_in.locked`.
 */
export async function giveSecondFactor(
  stages: Stages,
  dependencies: AccountDependencies,
  code: string,
): Promise<void> {
  const settings = await dependencies.settings(stages.now);
  const account = await countOwnAttempt(stages, dependencies, settings);
  if (account.totpConfirmedAt === null) {
    throw new AppError('conflict', 'second_factor.not_set_up');
  }
  const isGiven = await stages.transact(async (context) => {
    const means = await findMeans(context, dependencies, code);
    if (means === undefined) return false;
    await context.transaction
      .updateTable('sessions')
      .set({ secondFactorAt: stages.now })
      .where('id', '=', account.sessionId)
      .execute();
    await forgive(context.transaction, account.username);
    await context.record({ subjectId: account.id, after: { means } });
    return true;
  });
  if (isGiven) return;
  const { username, locksUntil } = account;
  const failure = { username, account, code: 'sign_in.wrong', locksUntil };
  await recordFailure(stages, dependencies, failure);
  throw new AppError('conflict', 'second_factor.wrong');
}

/** By what the code proves itself; it is used up by that. */
async function findMeans(
  context: Context,
  { cipher, blindIndex }: AccountDependencies,
  code: string,
): Promise<'totp' | 'recovery_code' | undefined> {
  const { transaction, now } = context;
  const account = await getOwnAccount(context);
  if (/^\d{6}$/.test(code)) {
    const step = findNewStep(
      account,
      cipher.decrypt(account.totpSecret ?? '', totpContext(account.id)),
      {
        code,
        now,
      },
    );
    if (step === undefined) return undefined;
    await transaction
      .updateTable('accounts')
      .set({ totpLastStep: step })
      .where('id', '=', account.id)
      .execute();
    return 'totp';
  }
  const isSpent = await spendRecoveryCode(transaction, blindIndex, {
    accountId: account.id,
    code,
    now,
  });
  return isSpent ? 'recovery_code' : undefined;
}

/** The account's row is locked, so two requests cannot use one step. */
function findNewStep(
  { totpLastStep }: OwnAccount,
  secret: string,
  { code, now }: { readonly code: string; readonly now: Date },
): number | undefined {
  const step = findTotpStep(secret, code, now);
  if (step === undefined || (totpLastStep !== null && step <= totpLastStep)) return undefined;
  return step;
}

/** What the encrypted secret is bound to. */
export function totpContext(accountId: number): string {
  return `accounts.totp:${accountId}`;
}
