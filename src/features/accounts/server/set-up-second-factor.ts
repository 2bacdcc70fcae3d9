import { toString as toQrSvg } from 'qrcode';

import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import { clearSecondFactor } from './commands/clear-second-factor.ts';
import type { AccountDependencies } from './dependencies.ts';
import { totpContext } from './give-second-factor.ts';
import { confirmOwnPassword, getOwnAccount, refuseUnproven } from './own-account.ts';
import type { OwnAccount } from './own-account.ts';
import { replaceRecoveryCodes } from './recovery-codes.ts';
import { findTotpStep, newTotpSecret, toTotpUri } from './totp.ts';

export interface SecondFactorOffer {
  readonly secret: string;
  readonly uri: string;
  readonly qrSvg: string;
}

/** Makes a secret that counts once a code of it was given. */
export async function prepareSecondFactor(
  context: Context,
  { cipher }: AccountDependencies,
): Promise<SecondFactorOffer> {
  const account = await getOwnAccount(context);
  refuseSettingUp(account);
  const secret = newTotpSecret();
  await context.transaction
    .updateTable('accounts')
    .set({ totpSecret: cipher.encrypt(secret, totpContext(account.id)), totpLastStep: null })
    .where('id', '=', account.id)
    .execute();
  await context.record({ subjectId: account.id });
  const uri = toTotpUri(secret, account.username);
  return { secret, uri, qrSvg: await toQrSvg(uri, { type: 'svg', margin: 1 }) };
}

/**
 * Puts the second factor in force and counts it as given for this session.
 * @returns the recovery codes, shown once.
 * @throws AppError `second_factor.wrong`, `second_factor.not_prepared`, `second_factor.already_set_up`.
 */
export async function confirmSecondFactor(
  context: Context,
  { cipher, blindIndex }: AccountDependencies,
  code: string,
): Promise<string[]> {
  const { transaction, now } = context;
  const account = await getOwnAccount(context);
  refuseSettingUp(account);
  if (account.totpSecret === null) throw new AppError('conflict', 'second_factor.not_prepared');
  const secret = cipher.decrypt(account.totpSecret, totpContext(account.id));
  const step = findTotpStep(secret, code, now);
  if (step === undefined) throw new AppError('conflict', 'second_factor.wrong');
  await transaction
    .updateTable('accounts')
    .set({ totpConfirmedAt: now, totpLastStep: step })
    .where('id', '=', account.id)
    .execute();
  await transaction
    .updateTable('sessions')
    .set({ secondFactorAt: now })
    .where('id', '=', account.sessionId)
    .execute();
  await context.record({ subjectId: account.id });
  return replaceRecoveryCodes(transaction, blindIndex, account.id);
}

/** @throws AppError as `confirmOwnPassword`, `second_factor.not_set_up`. */
export async function renewRecoveryCodes(
  stages: Stages,
  dependencies: AccountDependencies,
  password: string,
): Promise<string[]> {
  const settings = await dependencies.settings(stages.now);
  const { totpConfirmedAt } = await confirmOwnPassword(stages, dependencies, {
    password,
    settings,
  });
  if (totpConfirmedAt === null) throw new AppError('conflict', 'second_factor.not_set_up');
  return stages.transact(async (context) => {
    const { id } = await getOwnAccount(context);
    await context.record({ subjectId: id });
    return replaceRecoveryCodes(context.transaction, dependencies.blindIndex, id);
  });
}

/** @throws AppError as `confirmOwnPassword`. */
export async function removeSecondFactor(
  stages: Stages,
  dependencies: AccountDependencies,
  password: string,
): Promise<void> {
  const settings = await dependencies.settings(stages.now);
  await confirmOwnPassword(stages, dependencies, { password, settings });
  await stages.transact(async (context) => {
    const { id } = await getOwnAccount(context);
    await clearSecondFactor(context, id);
    await context.record({ subjectId: id });
  });
}

/** First the own password: until then whoever handed the first one out could set this up too. */
function refuseSettingUp(account: OwnAccount): void {
  if (account.totpConfirmedAt !== null) {
    throw new AppError('conflict', 'second_factor.already_set_up');
  }
  refuseUnproven(account);
  if (account.mustChangePassword && account.passwordHash !== null) {
    throw new AppError('forbidden', 'session.password_change_required');
  }
}
