import { AppError, refusal } from '#core/app-error.ts';
import { judgePassword } from '#features/accounts/rules/judge-password.ts';
import { createAccount } from '#features/accounts/server/commands/create-account.ts';
import { grantRole } from '#features/accounts/server/commands/grant-role.ts';
import { renewWorkerPassword } from '#features/accounts/server/commands/reset-password.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { WorkerDependencies } from '../worker-dependencies.ts';

/** Nobody yet: looks through all unions for the one whose code or member it is. */
export const AT_THE_DOOR: Actor = {
  accountId: null,
  name: '未登录',
  unionId: null,
  sessionId: null,
  scopeRoots: 'all',
};

export interface ChosenSignIn {
  readonly username: string;
  readonly password: string;
}

/** A good password as it is kept; hashed while no connection is held. @throws AppError `invalid` `password.…`. */
export async function hashChosen(
  { now }: Stages,
  { passwordRules, hashPassword }: WorkerDependencies,
  { username, password }: ChosenSignIn,
): Promise<string> {
  const broken = judgePassword(password, { username, wasUsed: false }, await passwordRules(now));
  if (broken.length > 0) throw refusal(broken, 'invalid');
  return hashPassword(password);
}

export interface NewWorker {
  readonly unionId: number;
  readonly name: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly memberId: number | null;
  readonly personId: number | null;
  readonly identityIndex: string | null;
  readonly way: 'invitation' | 'member_number';
}

const REASON = '职工本人注册';
const RENEWAL = '职工本人重设密码';

/**
 * Makes the account of a worker whose right to it was just shown; returns its id.
 * @throws AppError `conflict` `account.username_taken`, `registration.registered_already`.
 */
export async function registerWorker(
  context: Context,
  { keys }: Pick<WorkerDependencies, 'keys'>,
  worker: NewWorker,
): Promise<number> {
  const { transaction, now } = context;
  const { unionId, name, username, passwordHash, memberId, personId, way } = worker;
  await refuseSecondAccount(context, worker);
  const sign = { username, displayName: name, passwordHash, phone: null, mail: null };
  const creation = { ...sign, unionId, mustChangePassword: false };
  const accountId = await createAccount(context, keys, creation);
  await grantRole(context, {
    accountId,
    role: 'worker',
    unionId,
    validFrom: toChinaDay(now),
    validTo: null,
    reason: REASON,
  });
  const { identityIndex } = worker;
  await transaction
    .insertInto('workerAccounts')
    .values({ accountId, unionId, memberId, personId, identityIndex, way, registeredAt: now })
    .execute();
  await context.record({
    action: 'worker.registered',
    subject: 'account',
    subjectId: accountId,
    unionId,
    reason: REASON,
    after: { username, way, memberId, personId },
  });
  return accountId;
}

/** A forgotten password, chosen anew by whoever showed to be the account's worker; returns the user name. */
export function renewPassword(
  context: Context,
  accountId: number,
  passwordHash: string,
): Promise<string> {
  return renewWorkerPassword(context, { accountId, passwordHash, reason: RENEWAL });
}

/** Whoever has an account signs in with it. */
async function refuseSecondAccount(
  { transaction }: Context,
  { memberId, personId, identityIndex }: NewWorker,
): Promise<void> {
  const known = await transaction
    .selectFrom('workerAccounts as w')
    .innerJoin('accounts as a', 'a.id', 'w.accountId')
    .select('w.accountId')
    .where('a.disabledAt', 'is', null)
    .where((where) =>
      where.or([
        where('w.memberId', '=', memberId),
        where('w.personId', '=', personId),
        where('w.identityIndex', '=', identityIndex),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  if (known !== undefined) throw new AppError('conflict', 'registration.registered_already');
}
