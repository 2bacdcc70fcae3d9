import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createFieldCipher } from './field-cipher.ts';
import { createKeyFile, rotateKeyring } from './key-file.ts';
import { loadKeyring } from './keyring.ts';
import { openLiveKeyring } from './live-keyring.ts';

let folder: string;
let keyFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songnuan-live-keys-'));
  keyFile = join(folder, 'keys.json');
  await createKeyFile(keyFile);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a cipher of a running server reads and writes with a key added meanwhile', async () => {
  const { keyring, stop } = await openLiveKeyring(keyFile, (error) => expect.fail(String(error)));
  const cipher = createFieldCipher(keyring);
  const old = cipher.encrypt('139', 'place');
  const added = await rotateKeyring(keyFile);
  const text = createFieldCipher(await loadKeyring({ keyFile })).encrypt('138', 'place');
  await vi.waitFor(() => expect(cipher.decrypt(text, 'place')).toBe('138'), 5000);
  expect(cipher.keyIdOf(cipher.encrypt('137', 'place'))).toBe(added);
  expect(cipher.decrypt(old, 'place')).toBe('139');
  stop();
});

test('a damaged key file is told, and the keys stay', async () => {
  const failures: unknown[] = [];
  const { keyring, stop } = await openLiveKeyring(keyFile, (error) => failures.push(error));
  const before = keyring.activeKeyId;
  await writeFile(keyFile, '{}');
  await chmod(keyFile, 0o600);
  await vi.waitFor(() => expect(failures.length).toBeGreaterThan(0), 5000);
  expect(failures[0]).toMatchObject({ code: 'secrets.key_file_damaged' });
  expect(keyring.activeKeyId).toBe(before);
  stop();
});
