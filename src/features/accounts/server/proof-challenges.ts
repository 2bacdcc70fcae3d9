import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import { hasProof, toProofText } from '../rules/proof-of-work.ts';

/** What the browser sends back: the challenge as it was given, and what it found. */
export interface ProofAnswer {
  readonly challenge: string;
  readonly nonce: string;
}

/** Challenges of the proof of work: bound to a name and its bits, valid once, for a few minutes. */
export interface ProofChallenges {
  readonly issue: (username: string, bits: number, now: Date) => string;
  /** Uses the challenge up. */
  readonly accept: (answer: ProofAnswer, username: string, bits: number, now: Date) => boolean;
}

const VALID_MS = 5 * 60_000;
const MAX_REMEMBERED = 50_000;

/** Keyed anew at each start: a challenge of before is refused, and the browser is given another one. */
export function createProofChallenges(): ProofChallenges {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const textOf = (username: string, bits: number, expiresMs: string, salt: string): string =>
    JSON.stringify([username, bits, expiresMs, salt]);
  return {
    issue: (username, bits, now) => {
      const expiresMs = String(now.getTime() + VALID_MS);
      const salt = randomBytes(12).toString('base64url');
      return `${expiresMs}.${salt}.${sign(textOf(username, bits, expiresMs, salt))}`;
    },
    accept: ({ challenge, nonce }, username, bits, now) => {
      const [expiresMs = '', salt = '', mac = ''] = challenge.split('.');
      if (!isSame(mac, sign(textOf(username, bits, expiresMs, salt)))) return false;
      if (now.getTime() > Number(expiresMs) || used.has(mac)) return false;
      const digest = createHash('sha256').update(toProofText(challenge, nonce)).digest('hex');
      if (!hasProof(digest, bits)) return false;
      forgetExpired(used, now);
      used.set(mac, Number(expiresMs));
      return true;
    },
  };
}

function forgetExpired(used: Map<string, number>, now: Date): void {
  // Oldest first, as they were added; a full memory lets the oldest go early.
  for (const [mac, expiresMs] of used) {
    if (expiresMs >= now.getTime() && used.size < MAX_REMEMBERED) return;
    used.delete(mac);
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
