import type { SessionSettings, SignInSettings } from './account-settings.ts';

/** Failures of one name, known or not; instants in epoch milliseconds. */
export interface SignInState {
  readonly failedCount: number;
  readonly lastFailedAtMs: number;
  readonly lockedUntilMs: number | null;
}

export type SignInDecision =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'locked'; readonly untilMs: number }
  /** Try again with a proof of work of so many zero bits. */
  | { readonly kind: 'needs_proof'; readonly bits: number };

export interface SessionTimes {
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
/** Each further failure makes the proof four times as dear. */
const BITS_PER_FAILURE = 2;
/** A phone still finds such a proof within seconds; more would lock people out in disguise. */
export const MAX_PROOF_BITS = 22;

/** What stands before the next try of a name; `null`: it has not failed lately. */
export function decideSignIn(
  state: SignInState | null,
  settings: SignInSettings,
  nowMs: number,
): SignInDecision {
  if (state === null) return { kind: 'allowed' };
  if (state.lockedUntilMs !== null && nowMs < state.lockedUntilMs) {
    return { kind: 'locked', untilMs: state.lockedUntilMs };
  }
  const excess = countFailures(state, settings, nowMs) - settings.proofAfterFailures;
  if (excess < 0) return { kind: 'allowed' };
  const bits = settings.proofBits + BITS_PER_FAILURE * excess;
  return { kind: 'needs_proof', bits: Math.min(bits, MAX_PROOF_BITS) };
}

/**
 * The state after a try that failed. Tries during a lock are not judged at all, so they neither count
 * nor prolong it: nobody can keep a colleague locked out by knocking.
 */
export function addFailure(
  state: SignInState | null,
  settings: SignInSettings,
  nowMs: number,
): SignInState {
  if (state !== null && decideSignIn(state, settings, nowMs).kind === 'locked') return state;
  const failedCount = countFailures(state, settings, nowMs) + 1;
  const isLocked = failedCount >= settings.maxFailures;
  const lockedUntilMs = isLocked ? nowMs + settings.lockMinutes * MS_PER_MINUTE : null;
  return { failedCount, lastFailedAtMs: nowMs, lockedUntilMs };
}

/** The instant a session ends if nothing more is done in it. */
export function toSessionEndMs(session: SessionTimes, settings: SessionSettings): number {
  return Math.min(
    session.lastSeenAtMs + settings.idleMinutes * MS_PER_MINUTE,
    session.createdAtMs + settings.absoluteHours * MS_PER_HOUR,
  );
}

export function isSessionAlive(
  session: SessionTimes,
  settings: SessionSettings,
  nowMs: number,
): boolean {
  return nowMs < toSessionEndMs(session, settings);
}

/** Failures are forgotten when a lock's time has gone by since the last of them. */
function countFailures(
  state: SignInState | null,
  { lockMinutes }: SignInSettings,
  nowMs: number,
): number {
  if (state === null) return 0;
  const isForgotten = nowMs - state.lastFailedAtMs >= lockMinutes * MS_PER_MINUTE;
  const isServed = state.lockedUntilMs !== null && nowMs >= state.lockedUntilMs;
  return isForgotten || isServed ? 0 : state.failedCount;
}
