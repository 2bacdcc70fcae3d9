import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hasProof, toProofText } from './proof-of-work.ts';

describe('a proof of work', () => {
  test.each([
    ['00ff', 8, true],
    ['00ff', 9, false],
    ['007f', 9, true],
    ['001f', 11, true],
    ['001f', 12, false],
    ['0000', 16, true],
    ['0000', 17, false],
    ['ffff', 0, true],
    ['', 0, false],
    ['xyz0', 0, false],
    ['0x00', 1, false],
  ])('of digest “%s” for %d bits: %s', (digest, bits, expected) => {
    expect(hasProof(digest, bits)).toBe(expected);
  });

  test('counts zero bits as the binary form shows them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (bytes) => {
        const binary = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const zeros = /^0*/.exec(binary)?.[0].length ?? 0;
        const hex = Buffer.from(bytes).toString('hex');
        expect(hasProof(hex, zeros)).toBe(true);
        expect(hasProof(hex, zeros + 1)).toBe(false);
      }),
    );
  });

  test('can be found by trying', () => {
    const digest = (nonce: number): string =>
      createHash('sha256')
        .update(toProofText('challenge', String(nonce)))
        .digest('hex');
    const nonces = Array.from({ length: 20_000 }, (_, nonce) => nonce);
    expect(nonces.some((nonce) => hasProof(digest(nonce), 8))).toBe(true);
  });
});
