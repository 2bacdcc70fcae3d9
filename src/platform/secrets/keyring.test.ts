import { sign, verify } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createKeyFile, rotateKeyring } from './key-file.ts';
import { assertKeyringMatches, loadKeyring } from './keyring.ts';

let folder = '';
let keyFile = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyring-'));
  keyFile = join(folder, 'keys', 'songnuan.keys');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const unavailable = (code: string): unknown =>
  expect.objectContaining({ kind: 'unavailable', code });

describe('a key file', () => {
  test('is made once, for its owner only, and nothing is left beside it', async () => {
    expect(await createKeyFile(keyFile)).toEqual({ created: true });
    const text = await readFile(keyFile, 'utf8');
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect(await createKeyFile(keyFile)).toEqual({ created: false });
    expect(await readFile(keyFile, 'utf8')).toBe(text);
    expect(await readdir(join(folder, 'keys'))).toEqual(['songnuan.keys']);
  });

  test('is made by one of many first starts at once', async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => createKeyFile(keyFile)));
    expect(starts.filter((start) => start.created)).toHaveLength(1);
    await expect(loadKeyring({ keyFile })).resolves.toMatchObject({ macDigest: 'sha256' });
  });

  test.skipIf(process.platform === 'win32').each([0o644, 0o640, 0o660, 0o602])(
    'is refused with mode %o',
    async (mode) => {
      await createKeyFile(keyFile);
      await chmod(keyFile, mode);
      await expect(loadKeyring({ keyFile })).rejects.toMatchObject({
        code: 'secrets.key_file_exposed',
        params: { path: keyFile, mode: `0${mode.toString(8)}` },
      });
    },
  );

  test('that is missing or a folder is refused', async () => {
    await expect(loadKeyring({ keyFile })).rejects.toEqual(unavailable('secrets.key_file_missing'));
    await expect(loadKeyring({ keyFile: folder })).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('that is damaged in any way is refused, and the error does not quote it', async () => {
    await createKeyFile(keyFile);
    const text = await readFile(keyFile, 'utf8');
    const material = /"material": "(.{44})"/.exec(text)?.[1] ?? '';
    const changed = `${material.startsWith('A') ? 'B' : 'A'}${material.slice(1)}`;
    const damages = [
      '',
      '{}',
      'null',
      text.slice(0, -20),
      material,
      text.replace(material, changed),
      text.replace('"aes-256-gcm"', '"sm4-ctr-hmac-sm3"'),
      text.replace('"aes-256-gcm"', '"none"'),
      text.replace(/"active": ".*?"/, '"active": "k9"'),
      text.replace('songnuan-keys-1', 'songnuan-keys-2'),
    ];
    for (const keysText of damages) {
      const error: unknown = await loadKeyring({ keyFile: '', keysText }).catch((e: unknown) => e);
      expect(error).toEqual(unavailable('secrets.key_file_damaged'));
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(material);
    }
  });
});

describe('a rotation', () => {
  test('adds an active key, keeps the others, the mode and the place', async () => {
    await createKeyFile(keyFile);
    const before = await loadKeyring({ keyFile });
    const added = await rotateKeyring(keyFile, 'sm4-ctr-hmac-sm3');
    const after = await loadKeyring({ keyFile });
    expect(after.keyIds).toEqual([...before.keyIds, added]);
    expect(after.activeKeyId).toBe(added);
    expect(after.sealKey('field').algorithm).toBe('sm4-ctr-hmac-sm3');
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'keys'))).toEqual(['songnuan.keys']);
  });

  test('keeps the algorithm when none is named', async () => {
    await createKeyFile(keyFile, 'sm4-ctr-hmac-sm3');
    await rotateKeyring(keyFile);
    const keyring = await loadKeyring({ keyFile });
    expect(keyring.sealKey('field').algorithm).toBe('sm4-ctr-hmac-sm3');
    expect(keyring.macDigest).toBe('sm3');
  });

  test('follows a link to the file', async () => {
    await createKeyFile(keyFile);
    const link = join(folder, 'link');
    await symlink(keyFile, link);
    const added = await rotateKeyring(link);
    expect((await loadKeyring({ keyFile })).activeKeyId).toBe(added);
  });

  test('loses no key when several run at once', async () => {
    await createKeyFile(keyFile);
    const turns = await Promise.allSettled(Array.from({ length: 6 }, () => rotateKeyring(keyFile)));
    const added = turns.flatMap((turn) => (turn.status === 'fulfilled' ? [turn.value] : []));
    const refused = turns.flatMap((turn) => (turn.status === 'rejected' ? [turn.reason] : []));
    expect(added.length).toBeGreaterThan(0);
    expect((await loadKeyring({ keyFile })).keyIds).toEqual(expect.arrayContaining(added));
    for (const reason of refused) {
      expect(reason).toMatchObject({ kind: 'conflict', code: 'secrets.rotation_running' });
    }
  });

  test('of a damaged file is refused and leaves it as it was', async () => {
    await createKeyFile(keyFile);
    await writeFile(keyFile, 'gone');
    await expect(rotateKeyring(keyFile)).rejects.toEqual(unavailable('secrets.key_file_damaged'));
    expect(await readFile(keyFile, 'utf8')).toBe('gone');
    expect(await readdir(join(folder, 'keys'))).toEqual(['songnuan.keys']);
  });
});

describe('a keyring', () => {
  test('has another key for each purpose, and the same ones at each start', async () => {
    await createKeyFile(keyFile);
    const [one, two] = [await loadKeyring({ keyFile }), await loadKeyring({ keyFile })];
    const keysOf = (keyring: typeof one): string[] => [
      ...(['field', 'file', 'backup'] as const).map((p) => hex(keyring.sealKey(p).material)),
      ...(['blind-index', 'audit', 'file-names'] as const).map((p) => hex(keyring.macKey(p))),
    ];
    expect(new Set(keysOf(one)).size).toBe(6);
    expect(keysOf(two)).toEqual(keysOf(one));
  });

  test('signs the audit log with a key that no rotation changes', async () => {
    await createKeyFile(keyFile);
    const before = await loadKeyring({ keyFile });
    await rotateKeyring(keyFile);
    const after = await loadKeyring({ keyFile });
    const data = Buffer.from('block 1');
    const signature = sign(null, data, before.auditSigningKey);
    expect(verify(null, data, after.auditVerifyingKey, signature)).toBe(true);
    expect(verify(null, Buffer.from('block 2'), after.auditVerifyingKey, signature)).toBe(false);
  });

  test('fits its own database before and after a rotation, and no other', async () => {
    await createKeyFile(keyFile);
    const before = await loadKeyring({ keyFile });
    await rotateKeyring(keyFile);
    const after = await loadKeyring({ keyFile });
    const strange = join(folder, 'strange.keys');
    await createKeyFile(strange);
    const other = await loadKeyring({ keyFile: strange });

    assertKeyringMatches(after, before.checks);
    expect(() => assertKeyringMatches(before, after.checks)).toThrow('secrets.keyring_mismatch');
    expect(() => assertKeyringMatches(other, before.checks)).toThrow('secrets.keyring_mismatch');
  });

  test('can come from the environment instead of a file', async () => {
    await createKeyFile(keyFile);
    const keysText = await readFile(keyFile, 'utf8');
    const keyring = await loadKeyring({ keyFile: '/nowhere', keysText });
    expect(keyring.fingerprint).toBe((await loadKeyring({ keyFile })).fingerprint);
  });
});

const hex = (bytes: Buffer): string => bytes.toString('hex');
