import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  seal,
  SEAL_ALGORITHMS,
  SEAL_KEY_BYTES,
  sealOverheadBytes,
  unseal,
  type SealKey,
} from './sealed-bytes.ts';

const aKey = (algorithm: SealKey['algorithm'], material?: Buffer): SealKey => ({
  keyId: 'k1',
  algorithm,
  material: material ?? randomBytes(SEAL_KEY_BYTES[algorithm]),
});

describe('the published vectors', () => {
  test('SM3 of "abc" (GB/T 32905, example 1)', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  test('SM4 of one block (GB/T 32907, example 1)', () => {
    expect(sm4Block(STANDARD_KEY, STANDARD_KEY).toString('hex')).toBe(
      '681edf34d206965e86b3e94f536e4246',
    );
  });

  test('sealing with SM4 is counter mode over that block, under an HMAC-SM3 of 32 bytes', () => {
    const macKey = Buffer.alloc(32, 7);
    const key = aKey('sm4-ctr-hmac-sm3', Buffer.concat([STANDARD_KEY, macKey]));
    const plain = Buffer.from('送暖与扶贫'); // 15 bytes: one block
    const sealed = seal(key, plain, 'ab');

    const stream = sm4Block(STANDARD_KEY, sealed.subarray(0, 16));
    const byHand = plain.map((byte, index) => byte ^ (stream[index] ?? 0));
    expect(sealed.subarray(16, -32)).toEqual(Buffer.from(byHand));
    const length = Buffer.from('0000000000000002', 'hex');
    const signed = Buffer.concat([length, Buffer.from('ab'), sealed.subarray(0, -32)]);
    expect(sealed.subarray(-32)).toEqual(createHmac('sm3', macKey).update(signed).digest());
  });
});

describe.each(SEAL_ALGORITHMS)('%s', (algorithm) => {
  const key = aKey(algorithm);

  test('gives back what was sealed, a fixed length longer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (plain, associated) => {
        const sealed = seal(key, plain, associated);
        expect(sealed.length).toBe(plain.length + sealOverheadBytes(algorithm));
        expect(unseal(key, sealed, associated)).toEqual(Buffer.from(plain));
      }),
    );
  });

  test('refuses a change of any one bit', () => {
    const sealed = seal(key, Buffer.from('13800138000'), 'place');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(key, changed, 'place')).toThrow('secrets.unreadable');
    }
  });

  test('refuses a shortened text, another place and another key', () => {
    const sealed = seal(key, Buffer.from('13800138000'), 'place');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(key, sealed.subarray(0, length), 'place')).toThrow('secrets.unreadable');
    }
    expect(() => unseal(key, sealed, 'places')).toThrow('secrets.unreadable');
    expect(() => unseal(aKey(algorithm), sealed, 'place')).toThrow('secrets.unreadable');
  });

  test('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 2000 }, () =>
      seal(key, Buffer.alloc(0), '').subarray(0, 12).toString('hex'),
    );
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});

const STANDARD_KEY = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

function sm4Block(key: Buffer, block: Buffer): Buffer {
  return createCipheriv('sm4-ecb', key, null).setAutoPadding(false).update(block);
}
