import { AppError, refusal } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { PasswordChange } from '../rules/account-inputs.ts';
import { toPasswordSettings } from '../rules/account-settings.ts';
import { judgePassword } from '../rules/judge-password.ts';
import { endSessions } from './commands/end-sessions.ts';
import type { AccountDependencies } from './dependencies.ts';
import { confirmOwnPassword, getOwnAccount } from './own-account.ts';
import type { PasswordHasher } from './password-hasher.ts';

/**
 * Changes the own password, the forced first time too; all other sessions end.
 * @throws AppError `password.…` with every rule not met, and as `confirmOwnPassword`.
 */
export async function changePassword(
  stages: Stages,
  dependencies: AccountDependencies,
  { current, next }: PasswordChange,
): Promise<void> {
  const { hasher } = dependencies;
  const settings = await dependencies.settings(stages.now);
  const account = await confirmOwnPassword(stages, dependencies, { password: current, settings });
  const rules = toPasswordSettings(settings);
  const former = await stages.transact((context) =>
    listFormerHashes(context, account.id, rules.historyCount - 1),
  );
  const wasUsed = current === next || (await isOneOf(hasher, next, former));
  const broken = judgePassword(next, { username: account.username, wasUsed }, rules);
  if (broken.length > 0) throw refusal(broken, 'invalid');
  const passwordHash = await hasher.hash(next);
  await stages.transact((context) => replacePassword(context, account.passwordHash, passwordHash));
}

async function listFormerHashes(
  { transaction }: Context,
  accountId: number,
  count: number,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('passwordHistory')
    .select('passwordHash')
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ passwordHash }) => passwordHash);
}

async function isOneOf(
  hasher: PasswordHasher,
  password: string,
  hashes: readonly string[],
): Promise<boolean> {
  for (const stored of hashes) {
    // One after the other: a change must not fill the line at the door.
    if (await hasher.verify(password, stored)) return true;
  }
  return false;
}

async function replacePassword(
  context: Context,
  formerHash: string | null,
  passwordHash: string,
): Promise<void> {
  const { transaction, now } = context;
  const account = await getOwnAccount(context);
  if (account.passwordHash !== formerHash || formerHash === null) {
    throw new AppError('conflict', 'account.password_wrong');
  }
  await transaction
    .insertInto('passwordHistory')
    .values({ accountId: account.id, passwordHash: formerHash, replacedAt: now })
    .execute();
  await transaction
    .updateTable('accounts')
    .set({ passwordHash, passwordChangedAt: now, mustChangePassword: false })
    .where('id', '=', account.id)
    .execute();
  await endSessions(transaction, {
    accountId: account.id,
    reason: 'password_changed',
    now,
    exceptId: account.sessionId,
  });
  await context.record({ subjectId: account.id });
}
