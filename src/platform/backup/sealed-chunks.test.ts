import { randomBytes } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { addDataKey, createKeySet, writeKeyText } from '../secrets/key-text.ts';
import type { KeySet } from '../secrets/key-text.ts';
import { loadKeyring } from '../secrets/keyring.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { SEAL_ALGORITHMS } from '../secrets/sealed-bytes.ts';
import { openChunks, sealChunks } from './sealed-chunks.ts';

const CHUNK = 256 * 1024;
const MARK_BYTES = 8;

function keysOf(keys: KeySet): Promise<Keyring> {
  return loadKeyring({ keyFile: '', keysText: writeKeyText(keys) });
}

async function sealAll(plain: Buffer, keyring: Keyring, step = 100_000): Promise<Buffer> {
  return collect(sealChunks(inSteps(plain, step), keyring));
}

async function openAll(sealed: Buffer, keyring: Keyring, step = 70_000): Promise<Buffer> {
  return collect(openChunks(inSteps(sealed, step), keyring));
}

async function* inSteps(bytes: Buffer, step: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const bytes of source) pieces.push(bytes);
  return Buffer.concat(pieces);
}

/** The head and the chunks, each with its length. */
function split(sealed: Buffer): { head: Buffer; chunks: Buffer[] } {
  const headEnd = MARK_BYTES + 4 + sealed.readUInt32BE(MARK_BYTES);
  const chunks: Buffer[] = [];
  for (let at = headEnd; at < sealed.length;) {
    const end = at + 4 + sealed.readUInt32BE(at);
    chunks.push(sealed.subarray(at, end));
    at = end;
  }
  return { head: sealed.subarray(0, headEnd), chunks };
}

const DAMAGED = { kind: 'invalid', code: 'backup.damaged' };

describe.each(SEAL_ALGORITHMS)('chunks sealed with %s', (algorithm) => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])('give back %i bytes', async (size) => {
    const keyring = await keysOf(createKeySet(algorithm));
    const plain = randomBytes(size);
    for (const step of [1000, CHUNK, 3 * CHUNK]) {
      const sealed = await sealAll(plain, keyring, step);
      expect((await openAll(sealed, keyring, step)).equals(plain)).toBe(true);
    }
  });

  test('are read after the keys were changed', async () => {
    const keys = createKeySet(algorithm);
    const sealed = await sealAll(Buffer.from('送暖'), await keysOf(keys));
    const opened = await openAll(sealed, await keysOf(addDataKey(keys)));
    expect(opened.toString()).toBe('送暖');
  });
});

describe('what is refused', () => {
  test('any byte changed, and any end cut off', async () => {
    const keyring = await keysOf(createKeySet('aes-256-gcm'));
    const sealed = await sealAll(Buffer.from('张三，13800138000'), keyring);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openAll(changed, keyring)).rejects.toThrow(/backup\./);
      await expect(openAll(sealed.subarray(0, at), keyring)).rejects.toThrow(/backup\./);
    }
  });

  test('chunks left out, repeated, exchanged, added or taken from another backup', async () => {
    const keyring = await keysOf(createKeySet('aes-256-gcm'));
    const plain = randomBytes(3 * CHUNK);
    const { head, chunks } = split(await sealAll(plain, keyring));
    const [a, b, c] = chunks as [Buffer, Buffer, Buffer];
    const other = split(await sealAll(plain, keyring));
    const changes = [
      [a, b],
      [a, c],
      [b, c],
      [b, a, c],
      [a, a, b, c],
      [a, b, c, c],
      [a, b, c, b],
      [],
      [a, other.chunks[1] ?? b, c],
    ];
    expect(chunks.length).toBe(3);
    for (const changed of changes) {
      await expect(openAll(Buffer.concat([head, ...changed]), keyring)).rejects.toMatchObject(
        DAMAGED,
      );
    }
    await expect(openAll(Buffer.concat([other.head, a, b, c]), keyring)).rejects.toMatchObject(
      DAMAGED,
    );
    expect((await openAll(Buffer.concat([head, a, b, c]), keyring)).equals(plain)).toBe(true);
  });

  test('a file of another kind, a newer format, and other keys, each with its own words', async () => {
    const keyring = await keysOf(createKeySet('aes-256-gcm'));
    const sealed = await sealAll(Buffer.from('x'), keyring);
    await expect(openAll(Buffer.from('PK'), keyring)).rejects.toThrow('backup.not_a_backup');
    const newer = Buffer.from(
      sealed.toString('latin1').replace('"format":1', '"format":2'),
      'latin1',
    );
    await expect(openAll(newer, keyring)).rejects.toThrow('backup.newer_format');
    const foreign = await keysOf(createKeySet('aes-256-gcm'));
    await expect(openAll(sealed, foreign)).rejects.toThrow('backup.keys_missing');
  });
});
