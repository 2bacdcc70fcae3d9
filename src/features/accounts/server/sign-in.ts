import { AppError } from '#core/app-error.ts';
import type { Actor } from '#platform/context.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { SignIn } from '../rules/account-inputs.ts';
import { toSignInSettings } from '../rules/account-settings.ts';
import type { AccountSettingValues } from '../rules/account-settings.ts';
import type { SessionView } from '../rules/session-view.ts';
import type { SignInDecision } from '../rules/sign-in-rules.ts';
import type { AccountDependencies } from './dependencies.ts';
import { loadSessionView, openSession } from './open-session.ts';
import { countAttempt, forgive, takeBack, toHiddenName } from './sign-in-attempts.ts';

export interface SignedIn {
  /** For the cookie. */
  readonly token: string;
  readonly view: SessionView;
}

/** Nobody yet: looks through all accounts for the one that is named. */
export const AT_THE_DOOR: Actor = {
  accountId: null,
  name: '未登录',
  unionId: null,
  sessionId: null,
  scopeRoots: 'all',
};

interface DoorAccount {
  readonly id: number;
  readonly unionId: number;
  readonly displayName: string;
  readonly passwordHash: string | null;
}

/**
 * Signs in with name and password. Wrong names and wrong passwords get the same answer after the same
 * time; the hashing is done while no connection is held.
 * @throws AppError `sign_in.wrong`, `sign_in.locked`, `sign_in.proof_required` with challenge and bits,
 *   `sign_in.account_disabled` (to the right password only), `sign_in.too_busy`.
 */
export async function signIn(
  stages: Stages,
  dependencies: AccountDependencies,
  input: SignIn,
): Promise<SignedIn> {
  const { hasher } = dependencies;
  const settings = await dependencies.settings(stages.now);
  const { account, locksUntil } = await knock(stages, dependencies, { input, settings });
  const isRight = await hasher.verify(input.password, account?.passwordHash ?? null);
  if (account === undefined || !isRight) {
    const failure = { username: input.username, account, code: 'sign_in.wrong', locksUntil };
    await recordFailure(stages, dependencies, failure);
    throw new AppError('unauthenticated', 'sign_in.wrong');
  }
  const isOutdated = account.passwordHash !== null && hasher.isOutdated(account.passwordHash);
  const newHash = isOutdated ? await hasher.hash(input.password) : null;
  const signedIn = await enter(stages, { account, settings, newHash, username: input.username });
  if (signedIn !== undefined) return signedIn;
  const failure = { username: input.username, account, code: 'sign_in.disabled' };
  await recordFailure(stages, dependencies, failure);
  throw new AppError('forbidden', 'sign_in.account_disabled');
}

interface Knock {
  readonly input: SignIn;
  readonly settings: AccountSettingValues;
}

async function knock(
  stages: Stages,
  dependencies: AccountDependencies,
  { input: { username, proof }, settings }: Knock,
): Promise<{ account: DoorAccount | undefined; locksUntil: Date | null }> {
  const { now } = stages;
  const { challenges, blindIndex } = dependencies;
  const { account, decision, locksUntil } = await stages.transact(async ({ transaction }) => {
    const account = await transaction
      .selectFrom('accounts')
      .select(['id', 'unionId', 'displayName', 'passwordHash'])
      .where('username', '=', username)
      .executeTakeFirst();
    const counted = await countAttempt(transaction, {
      username: account === undefined ? toHiddenName(blindIndex, username) : username,
      settings: toSignInSettings(settings),
      now,
      hasProof: (bits) => proof !== undefined && challenges.accept(proof, username, bits, now),
    });
    return { ...counted, account };
  }, AT_THE_DOOR);
  if (decision.kind === 'allowed') return { account, locksUntil };
  if (decision.kind === 'needs_proof') {
    const { bits } = decision;
    const challenge = challenges.issue(username, bits, now);
    throw new AppError('unauthenticated', 'sign_in.proof_required', { challenge, bits });
  }
  await recordFailure(stages, dependencies, { username, account, code: 'sign_in.locked' });
  throw toLockedError(decision, now);
}

export function toLockedError(
  { untilMs }: Extract<SignInDecision, { kind: 'locked' }>,
  now: Date,
): AppError {
  const minutes = Math.max(1, Math.ceil((untilMs - now.getTime()) / 60_000));
  return new AppError('forbidden', 'sign_in.locked', { minutes });
}

interface Entering {
  readonly account: DoorAccount;
  readonly username: string;
  readonly settings: AccountSettingValues;
  readonly newHash: string | null;
}

/** Undefined when the account is disabled. */
function enter(
  stages: Stages,
  { account, username, settings, newHash }: Entering,
): Promise<SignedIn | undefined> {
  const formerSessionId = stages.actor.sessionId;
  return stages.transact(
    async (context) => {
      const { transaction } = context;
      const current = await transaction
        .selectFrom('accounts')
        .select(['passwordHash', 'disabledAt', 'totpConfirmedAt'])
        .where('id', '=', account.id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (current.disabledAt !== null) return undefined;
      // Changed while we were hashing: what was typed is no longer the password.
      if (current.passwordHash !== account.passwordHash) {
        throw new AppError('unauthenticated', 'sign_in.wrong');
      }
      if (newHash !== null) {
        await transaction
          .updateTable('accounts')
          .set({ passwordHash: newHash })
          .where('id', '=', account.id)
          .execute();
      }
      // Else a stolen password would buy any number of guesses at the second factor.
      await (current.totpConfirmedAt === null ? forgive : takeBack)(transaction, username);
      const token = await openSession(context, {
        accountId: account.id,
        formerSessionId,
        settings,
      });
      await context.record({ subjectId: account.id });
      return { token, view: await loadSessionView(context, token, settings) };
    },
    { ...AT_THE_DOOR, accountId: account.id, name: account.displayName, unionId: account.unionId },
  );
}

export interface SignInFailure {
  readonly username: string;
  readonly account: Pick<DoorAccount, 'id' | 'unionId'> | undefined;
  readonly code: string;
  /** Set when this failure locked the name. */
  readonly locksUntil?: Date | null;
}

/** A name that is none may be a password typed into the wrong field: it is masked. */
export async function recordFailure(
  stages: Stages,
  { announce }: Pick<AccountDependencies, 'announce'>,
  { username, account, code, locksUntil = null }: SignInFailure,
): Promise<void> {
  await stages.transact(async (context) => {
    await context.record({
      action: 'session.sign_in_failed',
      subject: 'account',
      subjectId: account?.id ?? null,
      unionId: account?.unionId ?? null,
      outcome: code === 'sign_in.wrong' ? 'failed' : 'refused',
      reason: code,
      after: { username: account === undefined ? `${username.slice(0, 1)}***` : username },
    });
    if (account === undefined || locksUntil === null) return;
    const minutes = Math.ceil((locksUntil.getTime() - context.now.getTime()) / 60_000);
    await announce(context, { accountId: account.id, code: 'account.locked', params: { minutes } });
  }, AT_THE_DOOR);
}
