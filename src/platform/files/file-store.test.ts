import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { AppError } from '#core/app-error.ts';

import { addDataKey, createKeySet, writeKeyText, type KeySet } from '../secrets/key-text.ts';
import { loadKeyring } from '../secrets/keyring.ts';
import { SEAL_ALGORITHMS } from '../secrets/sealed-bytes.ts';
import { openFileStore, type FileScan, type FileStore } from './file-store.ts';

const TEXTS = { allowed: ['text'], maxBytes: 1_000_000 } as const;
const LETTER = Buffer.from('困难职工申请书');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-store-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function open(keys = createKeySet('aes-256-gcm'), scan?: FileScan): Promise<FileStore> {
  const keyring = await loadKeyring({ keyFile: '', keysText: writeKeyText(keys) });
  return openFileStore({ folder, keyring, ...(scan && { scan }) });
}

describe.each(SEAL_ALGORITHMS)('a store with %s', (algorithm) => {
  test('gives back what was put, by the digest of the content', async () => {
    const store = await open(createKeySet(algorithm));
    const stored = await store.put(LETTER, TEXTS);
    expect(stored).toEqual({
      digest: createHash('sha256').update(LETTER).digest('hex'),
      byteLength: LETTER.length,
      mediaType: 'text/plain',
      kind: 'text',
      activeContent: [],
    });
    expect(await store.get(stored.digest)).toEqual(LETTER);
    expect(await store.has(stored.digest)).toBe(true);
  });

  test('shows neither content nor digest on the disk, only to its owner', async () => {
    const store = await open(createKeySet(algorithm));
    const { digest } = await store.put(LETTER, TEXTS);
    const [path = ''] = await filesOnDisk();
    const bytes = await readFile(path);
    expect(path).not.toContain(digest.slice(0, 16));
    expect(bytes.includes(LETTER)).toBe(false);
    expect(bytes.includes(Buffer.from(digest, 'hex'))).toBe(false);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('lists all files and nothing else', async () => {
    const store = await open(createKeySet(algorithm));
    const digests = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) => (await store.put(Buffer.from(`第${index}号`), TEXTS)).digest,
      ),
    );
    expect((await listOf(store)).toSorted()).toEqual(digests.toSorted());
  });

  test('finds every changed byte of a file', async () => {
    const store = await open(createKeySet(algorithm));
    const { digest } = await store.put(LETTER, TEXTS);
    const [path = ''] = await filesOnDisk();
    const sound = await readFile(path);
    for (let index = 0; index < sound.length; index += 1) {
      const changed = Buffer.from(sound);
      changed[index] = (changed[index] ?? 0) ^ 1;
      await writeFile(path, changed);
      const error: unknown = await store.get(digest).catch((cause: unknown) => cause);
      // A changed key id cannot be told from a key that is missing; a changed digest is only listed.
      const isRead = Buffer.isBuffer(error) && error.equals(LETTER);
      const isRefused =
        error instanceof AppError && /files\.damaged|secrets\.unknown_key/.test(error.code);
      expect(isRefused || (isRead && (await isListRefused(store))), `byte ${index}`).toBe(true);
    }
    await writeFile(path, sound.subarray(0, 30));
    await expect(store.get(digest)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('after a rotation reads old files and encrypts them anew on demand', async () => {
    const keys = createKeySet(algorithm);
    const { digest } = await (await open(keys)).put(LETTER, TEXTS);
    const rotated = addDataKey(keys);
    const store = await open(rotated);
    expect(await store.get(digest)).toEqual(LETTER);
    expect(await store.reseal(digest)).toBe(true);
    expect(await store.reseal(digest)).toBe(false);

    const onlyNew: KeySet = { ...rotated, dataKeys: rotated.dataKeys.slice(1) };
    expect(await (await open(onlyNew)).get(digest)).toEqual(LETTER);
  });
});

test('a file put in place of another is found out', async () => {
  const store = await open();
  const one = await store.put(Buffer.from('one'), TEXTS);
  const [onePath = ''] = await filesOnDisk();
  await store.put(Buffer.from('two'), TEXTS);
  const twoPath = (await filesOnDisk()).find((path) => path !== onePath) ?? '';
  await rename(twoPath, onePath);
  await expect(store.get(one.digest)).rejects.toMatchObject({ code: 'files.damaged' });
});

test('one content put many times at once is one file, and nothing half written is left', async () => {
  const store = await open();
  const bytes = Buffer.from(randomBytes(40_000).toString('hex'));
  const puts = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes, TEXTS)));
  expect(new Set(puts.map((stored) => stored.digest)).size).toBe(1);
  expect(await filesOnDisk()).toHaveLength(1);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  expect((await store.get(puts[0]?.digest ?? '')).equals(bytes)).toBe(true);
});

test('a damaged file is whole again once its content is put again', async () => {
  const store = await open();
  const { digest } = await store.put(LETTER, TEXTS);
  const [path = ''] = await filesOnDisk();
  await writeFile(path, 'broken');
  await store.put(LETTER, TEXTS);
  expect(await store.get(digest)).toEqual(LETTER);
});

test('a removed file is gone, and removing it again is no error', async () => {
  const store = await open();
  const { digest } = await store.put(LETTER, TEXTS);
  await store.remove(digest);
  await store.remove(digest);
  expect(await store.has(digest)).toBe(false);
  expect(await listOf(store)).toEqual([]);
  await expect(store.get(digest)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'files.not_found',
  });
  await expect(store.get('../../etc/passwd')).rejects.toMatchObject({ code: 'files.not_found' });
});

test('another keyring finds no file under its own names', async () => {
  const { digest } = await (await open()).put(LETTER, TEXTS);
  expect(await (await open()).has(digest)).toBe(false);
});

describe('refused files leave nothing behind, and the error names the file:', () => {
  const fileName = '申请书.pdf';
  const limits = { ...TEXTS, maxBytes: 100, fileName };

  test.each([
    ['files.empty', Buffer.alloc(0), {}],
    ['files.too_large', Buffer.alloc(101, 'x'), { byteLength: 101, maxBytes: 100 }],
    ['files.type_not_allowed', Buffer.from('<svg/> <svg >'), { found: 'svg' }],
    ['files.type_not_allowed', Buffer.from('%PDF-1.7\n%%EOF'), { found: 'pdf' }],
  ])('%s', async (code, bytes, params) => {
    const store = await open();
    await expect(store.put(bytes, limits)).rejects.toMatchObject({
      kind: 'invalid',
      code,
      params: { ...params, fileName },
    });
    expect(await filesOnDisk()).toEqual([]);
  });

  test('what the scan refuses, or cannot judge', async () => {
    const store = await open(undefined, () =>
      Promise.reject(new AppError('unavailable', 'files.scanner_unreachable')),
    );
    await expect(store.put(LETTER, limits)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'files.scanner_unreachable',
    });
    expect(await filesOnDisk()).toEqual([]);
  });

  test('a file of exactly the limit is taken', async () => {
    await expect((await open()).put(Buffer.alloc(100, 'x'), limits)).resolves.toBeDefined();
  });
});

test('what a killed process left is cleared away after a day, not what is being written', async () => {
  await open();
  const [old, young] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'young')];
  await writeFile(old, 'x');
  await writeFile(young, 'x');
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(old, longAgo, longAgo);
  await open();
  expect(await readdir(join(folder, 'incoming'))).toEqual(['young']);
});

async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}

async function listOf(store: FileStore): Promise<string[]> {
  const digests: string[] = [];
  for await (const digest of store.list()) digests.push(digest);
  return digests;
}

async function isListRefused(store: FileStore): Promise<boolean> {
  return listOf(store).then(
    () => false,
    (cause: unknown) => cause instanceof AppError && cause.code === 'files.damaged',
  );
}
