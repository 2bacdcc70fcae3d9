import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createBlindIndex } from './blind-index.ts';
import { createFieldCipher } from './field-cipher.ts';
import { addDataKey, createKeySet, writeKeyText, type KeySet } from './key-text.ts';
import { loadKeyring, type Keyring } from './keyring.ts';
import { SEAL_ALGORITHMS } from './sealed-bytes.ts';

const open = (keys: KeySet): Promise<Keyring> =>
  loadKeyring({ keyFile: '', keysText: writeKeyText(keys) });

describe.each(SEAL_ALGORITHMS)('a field cipher with %s', (algorithm) => {
  test('gives back every text in its own place', async () => {
    const cipher = createFieldCipher(await open(createKeySet(algorithm)));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, context) => {
        expect(cipher.decrypt(cipher.encrypt(plain, context), context)).toBe(plain);
      }),
    );
  });

  test('a value moved to another row is refused, and the message names that row', async () => {
    const cipher = createFieldCipher(await open(createKeySet(algorithm)));
    const text = cipher.encrypt('13800138000', 'accounts.phone:1');
    expect(() => cipher.decrypt(text, 'accounts.phone:2')).toThrow(
      expect.objectContaining({
        kind: 'unavailable',
        code: 'secrets.unreadable',
        params: { context: 'accounts.phone:2' },
      }),
    );
  });

  test('equal values look different each time', async () => {
    const cipher = createFieldCipher(await open(createKeySet(algorithm)));
    const texts = Array.from({ length: 50 }, () => cipher.encrypt('440118', 'place'));
    expect(new Set(texts).size).toBe(50);
  });

  test('after a rotation old values are read, new ones use the new key, old ones are due', async () => {
    const keys = createKeySet(algorithm);
    const before = createFieldCipher(await open(keys));
    const old = before.encrypt('13800138000', 'place');
    expect(before.needsRotation(old)).toBe(false);

    const rotated = addDataKey(keys);
    const after = createFieldCipher(await open(rotated));
    expect(after.decrypt(old, 'place')).toBe('13800138000');
    expect(after.needsRotation(old)).toBe(true);
    const fresh = after.encrypt('13800138000', 'place');
    expect(after.keyIdOf(fresh)).toBe(rotated.activeId);
    expect(after.keyIdOf(old)).toBe(keys.activeId);
    expect(() => before.decrypt(fresh, 'place')).toThrow('secrets.unknown_key');
  });

  test('a key id exchanged for another is refused', async () => {
    const keys = addDataKey(createKeySet(algorithm));
    const cipher = createFieldCipher(await open(keys));
    const [version, , body] = cipher.encrypt('x', 'place').split(':');
    const other = keys.dataKeys[0]?.id ?? '';
    expect(() => cipher.decrypt(`${version}:${other}:${body}`, 'place')).toThrow(
      'secrets.unreadable',
    );
  });

  test.each(['', 'plain', '1:k1', '1::', '2:k1:abcd', '1:K1:abcd', '1:k1:a+b/', '1:k1:abcd:e'])(
    'what is no encrypted value is refused: %j',
    async (text) => {
      const cipher = createFieldCipher(await open(createKeySet(algorithm)));
      expect(() => cipher.decrypt(text, 'place')).toThrow('secrets.unreadable');
      expect(() => cipher.keyIdOf(text)).toThrow('secrets.unreadable');
    },
  );
});

test('values under both algorithms are read by one keyring', async () => {
  const keys = createKeySet('aes-256-gcm');
  const old = createFieldCipher(await open(keys)).encrypt('张三', 'place');
  const cipher = createFieldCipher(await open(addDataKey(keys, 'sm4-ctr-hmac-sm3')));
  expect(cipher.decrypt(old, 'place')).toBe('张三');
  expect(cipher.decrypt(cipher.encrypt('李四', 'place'), 'place')).toBe('李四');
});

describe.each(SEAL_ALGORITHMS)('a blind index of a keyring made for %s', (algorithm) => {
  test('is the same for equal values and after a rotation, also to another algorithm', async () => {
    const keys = createKeySet(algorithm);
    const before = createBlindIndex(await open(keys));
    const mark = before('accounts.phone', '13800138000');
    expect(mark).toMatch(/^[0-9a-f]{32}$/);
    for (const added of SEAL_ALGORITHMS) {
      const after = createBlindIndex(await open(addDataKey(keys, added)));
      expect(after('accounts.phone', '13800138000')).toBe(mark);
    }
  });

  test('differs by value, by column and by keyring', async () => {
    const index = createBlindIndex(await open(createKeySet(algorithm)));
    const other = createBlindIndex(await open(createKeySet(algorithm)));
    const marks = [
      index('phone', '1'),
      index('phone', '2'),
      index('bank', '1'),
      index('phone:1', ''),
      index('phone', ':1'),
      other('phone', '1'),
    ];
    expect(new Set(marks).size).toBe(marks.length);
  });
});
