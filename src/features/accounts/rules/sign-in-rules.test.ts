import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';
import { settingsInForce } from '#features/settings/rules/setting-in-force.ts';

import { toSessionSettings, toSignInSettings } from './account-settings.ts';
import {
  MAX_PROOF_BITS,
  addFailure,
  decideSignIn,
  isSessionAlive,
  toSessionEndMs,
} from './sign-in-rules.ts';
import type { SignInState } from './sign-in-rules.ts';

const VALUES = settingsInForce([], day('2026-03-10'));
const SETTINGS = toSignInSettings(VALUES);
const SESSIONS = toSessionSettings(VALUES);
const MINUTE = 60_000;
const LOCK = SETTINGS.lockMinutes * MINUTE;

function fail(times: number, everyMs = 1000): SignInState | null {
  let state: SignInState | null = null;
  for (let index = 0; index < times; index += 1) {
    state = addFailure(state, SETTINGS, index * everyMs);
  }
  return state;
}

describe('a try to sign in', () => {
  test.each([
    [0, { kind: 'allowed' }],
    [1, { kind: 'allowed' }],
    [2, { kind: 'allowed' }],
    [3, { kind: 'needs_proof', bits: 16 }],
    [4, { kind: 'needs_proof', bits: 18 }],
    [5, { kind: 'locked', untilMs: 4000 + LOCK }],
  ])('after %d failures in a row', (times, expected) => {
    expect(decideSignIn(fail(times), SETTINGS, 10_000)).toEqual(expected);
  });

  test('is open again at the end of the lock, without the old failures', () => {
    const state = fail(5);
    expect(decideSignIn(state, SETTINGS, 4000 + LOCK - 1).kind).toBe('locked');
    expect(decideSignIn(state, SETTINGS, 4000 + LOCK)).toEqual({ kind: 'allowed' });
    expect(addFailure(state, SETTINGS, 4000 + LOCK)).toEqual({
      failedCount: 1,
      lastFailedAtMs: 4000 + LOCK,
      lockedUntilMs: null,
    });
  });

  test('during a lock does not prolong it', () => {
    const state = fail(5);
    expect(addFailure(state, SETTINGS, 5000)).toEqual(state);
  });

  test('forgets failures as old as a lock is long, and remembers younger ones', () => {
    expect(addFailure(fail(4), SETTINGS, 3000 + LOCK).failedCount).toBe(1);
    expect(addFailure(fail(4), SETTINGS, 3000 + LOCK - 1).failedCount).toBe(5);
  });

  test('keeps to a lock that was imposed, though the settings were eased since', () => {
    const eased = { ...SETTINGS, maxFailures: 10, lockMinutes: 60 };
    expect(decideSignIn(fail(5), eased, 10_000)).toEqual({ kind: 'locked', untilMs: 4000 + LOCK });
    const shorter = { ...SETTINGS, lockMinutes: 5 };
    expect(decideSignIn(fail(5), shorter, 10 * MINUTE).kind).toBe('locked');
  });

  test('is never asked for a proof that no phone can find', () => {
    const dear = { ...SETTINGS, maxFailures: 10, proofAfterFailures: 1, proofBits: 20 };
    const state = { failedCount: 9, lastFailedAtMs: 0, lockedUntilMs: null };
    expect(decideSignIn(state, dear, 1)).toEqual({ kind: 'needs_proof', bits: MAX_PROOF_BITS });
  });

  test('can be made at most five times within the time of a lock, however they are spaced', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: LOCK }), { maxLength: 60 }), (gaps) => {
        let [state, now]: [SignInState | null, number] = [null, 0];
        const tries: number[] = [];
        for (const gap of gaps) {
          now += gap;
          if (decideSignIn(state, SETTINGS, now).kind === 'locked') continue;
          tries.push(now);
          state = addFailure(state, SETTINGS, now);
        }
        for (const [index, at] of tries.entries()) {
          const fifthBefore = tries[index - SETTINGS.maxFailures];
          if (fifthBefore !== undefined) expect(at - fifthBefore).toBeGreaterThanOrEqual(LOCK);
        }
      }),
    );
  });
});

describe('a session', () => {
  test('ends after fifteen idle minutes', () => {
    const session = { createdAtMs: 0, lastSeenAtMs: 60 * MINUTE };
    expect(isSessionAlive(session, SESSIONS, 75 * MINUTE - 1)).toBe(true);
    expect(isSessionAlive(session, SESSIONS, 75 * MINUTE)).toBe(false);
  });

  test('ends after eight hours, however busy', () => {
    const session = { createdAtMs: 0, lastSeenAtMs: 8 * 60 * MINUTE - 1 };
    expect(isSessionAlive(session, SESSIONS, 8 * 60 * MINUTE - 1)).toBe(true);
    expect(isSessionAlive(session, SESSIONS, 8 * 60 * MINUTE)).toBe(false);
  });

  test('lives exactly until its end', () => {
    const instant = fc.integer({ min: 0, max: 10 ** 9 });
    fc.assert(
      fc.property(instant, instant, (createdAtMs, seenAfterMs) => {
        const session = { createdAtMs, lastSeenAtMs: createdAtMs + seenAfterMs };
        const endMs = toSessionEndMs(session, SESSIONS);
        expect(isSessionAlive(session, SESSIONS, endMs - 1)).toBe(true);
        expect(isSessionAlive(session, SESSIONS, endMs)).toBe(false);
      }),
    );
  });
});
