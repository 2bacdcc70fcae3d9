import { sql } from 'kysely';

import type { DatabaseTransaction } from '#platform/database/open-database.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';

import type { SignInSettings } from '../rules/account-settings.ts';
import { addFailure, decideSignIn } from '../rules/sign-in-rules.ts';
import type { SignInDecision, SignInState } from '../rules/sign-in-rules.ts';

export interface Attempt {
  /** Of an account, or what `toHiddenName` makes of a name that is none. */
  readonly username: string;
  readonly settings: SignInSettings;
  readonly now: Date;
  /** Asked when a proof of work is due; says whether one was given. */
  readonly hasProof: (bits: number) => boolean;
}

export interface CountedAttempt {
  readonly decision: SignInDecision;
  /** Until when the name is locked if this try fails; null when it may fail again. */
  readonly locksUntil: Date | null;
}

/**
 * Counts a try as failed before it is judged, so that many at once cannot all slip in under the limit;
 * a good one takes it back (`forgive`). A try that is not allowed is not counted.
 */
export async function countAttempt(
  transaction: DatabaseTransaction,
  { username, settings, now, hasProof }: Attempt,
): Promise<CountedAttempt> {
  const state = await lockState(transaction, username, now);
  const decision = decideSignIn(state, settings, now.getTime());
  if (decision.kind === 'locked') return { decision, locksUntil: null };
  if (decision.kind === 'needs_proof' && !hasProof(decision.bits)) {
    return { decision, locksUntil: null };
  }
  const { failedCount, lastFailedAtMs, lockedUntilMs } = addFailure(state, settings, now.getTime());
  const locksUntil = lockedUntilMs === null ? null : new Date(lockedUntilMs);
  await transaction
    .updateTable('signInAttempts')
    .set({
      failedCount,
      lastFailedAt: new Date(lastFailedAtMs),
      lockedUntil: locksUntil,
    })
    .where('username', '=', username)
    .execute();
  return { decision: { kind: 'allowed' }, locksUntil };
}

/** Under what a name that is none is counted: it may be a password typed into the wrong field. */
export function toHiddenName(blindIndex: BlindIndex, username: string): string {
  return `?${blindIndex('sign_in_attempts.username', username)}`;
}

/** Forgets all failures of the name: it has signed in. */
export async function forgive(transaction: DatabaseTransaction, username: string): Promise<void> {
  await transaction.deleteFrom('signInAttempts').where('username', '=', username).execute();
}

/** Takes back the try that was just counted; those before it stay until the second factor is given. */
export async function takeBack(transaction: DatabaseTransaction, username: string): Promise<void> {
  await transaction
    .updateTable('signInAttempts')
    .set({ failedCount: sql`greatest(failed_count - 1, 0)`, lockedUntil: null })
    .where('username', '=', username)
    .execute();
}

/** Names that have not failed for a day are forgotten, whoever typed them. */
export async function forgetOldAttempts(
  transaction: DatabaseTransaction,
  now: Date,
): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000);
  await transaction
    .deleteFrom('signInAttempts')
    .where('lastFailedAt', '<', yesterday)
    .where((where) => where.or([where('lockedUntil', 'is', null), where('lockedUntil', '<', now)]))
    .execute();
}

async function lockState(
  transaction: DatabaseTransaction,
  username: string,
  now: Date,
): Promise<SignInState> {
  await transaction
    .insertInto('signInAttempts')
    .values({ username, failedCount: 0, lastFailedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .selectFrom('signInAttempts')
    .select(['failedCount', 'lastFailedAt', 'lockedUntil'])
    .where('username', '=', username)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    failedCount: row.failedCount,
    lastFailedAtMs: row.lastFailedAt.getTime(),
    lockedUntilMs: row.lockedUntil?.getTime() ?? null,
  };
}
