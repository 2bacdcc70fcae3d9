import { randomBytes } from 'node:crypto';
import { chown, link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { AppError } from '#core/app-error.ts';

import {
  moveIntoPlace,
  syncFolder,
  systemErrorCode,
  writeNewFile,
} from '../files/write-durably.ts';
import { addDataKey, createKeySet, parseKeyText, writeKeyText } from './key-text.ts';
import type { SealAlgorithm } from './sealed-bytes.ts';

/**
 * Makes the key file unless it is there. `created` is true for the one caller that made it, who
 * must tell the operator where it is: without it nothing encrypted can ever be read again.
 */
export async function createKeyFile(
  path: string,
  algorithm: SealAlgorithm = 'aes-256-gcm',
): Promise<{ readonly created: boolean }> {
  const text = writeKeyText(createKeySet(algorithm));
  const temporary = `${path}.${randomBytes(4).toString('hex')}.new`;
  try {
    // Only the folder itself is closed: the data may lie beside it, for other accounts to reach.
    await mkdir(dirname(dirname(path)), { recursive: true });
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeNewFile(temporary, Buffer.from(text));
    const created = await giveName(temporary, path);
    await syncFolder(dirname(path));
    return { created };
  } catch (cause) {
    throw notWritable(path, cause);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * @throws AppError `secrets.key_file_missing`, `_unreadable`, or `_exposed` when others than its
 *   owner can read or change it.
 */
export async function readKeyFile(path: string): Promise<string> {
  try {
    // One handle for both questions: the file asked about is the file read.
    const file = await open(path, 'r');
    try {
      assertPrivate((await file.stat()).mode, path);
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = systemErrorCode(cause);
    const reason = code === 'ENOENT' ? 'secrets.key_file_missing' : 'secrets.key_file_unreadable';
    throw new AppError('unavailable', reason, { path, cause: code }, cause);
  }
}

/**
 * Adds a data key that new values will be written with; the earlier ones stay for reading.
 * @returns the id of the new key. A running server must load the keyring anew.
 * @throws AppError conflict `secrets.rotation_running` while another rotation is under way.
 */
export async function rotateKeyring(path: string, algorithm?: SealAlgorithm): Promise<string> {
  // A link would otherwise be replaced by a file, and its target stay as it was.
  const place = await realpath(path).catch(() => path);
  const lock = `${place}.rotation`;
  await takeLock(lock);
  const staged = `${place}.new`;
  try {
    const keys = addDataKey(parseKeyText(await readKeyFile(place), place), algorithm);
    await rm(staged, { force: true });
    await writeNewFile(staged, Buffer.from(writeKeyText(keys)));
    await keepOwner(place, staged);
    await moveIntoPlace(staged, place);
    return keys.activeId;
  } catch (cause) {
    throw cause instanceof AppError ? cause : notWritable(place, cause);
  } finally {
    await rm(staged, { force: true });
    await rm(lock, { force: true });
  }
}

async function takeLock(path: string): Promise<void> {
  try {
    await writeNewFile(path, Buffer.alloc(0));
  } catch (cause) {
    if (systemErrorCode(cause) !== 'EEXIST') throw notWritable(path, cause);
    throw new AppError('conflict', 'secrets.rotation_running', { path }, cause);
  }
}

/** Of two first starts at once, a hard link lets only one give the name. */
async function giveName(from: string, path: string): Promise<boolean> {
  try {
    await link(from, path);
    return true;
  } catch (cause) {
    if (systemErrorCode(cause) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemErrorCode(cause))) throw cause;
  }
  // A file system without hard links, such as a memory stick.
  if (await isThere(path)) return false;
  await rename(from, path);
  return true;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** Root may rotate the keys of a service that runs as another user and must still read them. */
async function keepOwner(original: string, replacement: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(original);
  await chown(replacement, uid, gid);
}

function assertPrivate(mode: number, path: string): void {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  const shown = (mode & 0o777).toString(8).padStart(4, '0');
  throw new AppError('unavailable', 'secrets.key_file_exposed', { path, mode: shown });
}

function notWritable(path: string, cause: unknown): AppError {
  const params = { path, cause: systemErrorCode(cause) };
  return new AppError('unavailable', 'secrets.key_file_not_writable', params, cause);
}
