import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError, isAppError } from '#core/app-error.ts';

import type { Keyring } from '../secrets/keyring.ts';
import { HEAD_MAX_BYTES, damagedFile, openDigest, openFile, sealFile } from './encrypted-file.ts';
import { MEDIA_TYPES, typeNotAllowed, type FileKind } from './file-kind.ts';
import { inspectFile, type InspectedFile } from './inspect-file.ts';
import { moveIntoPlace, systemErrorCode, writeNewFile } from './write-durably.ts';

export interface StoredFile {
  /** SHA-256 of the content in hexadecimal; names the file from now on. */
  readonly digest: string;
  readonly byteLength: number;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly activeContent: InspectedFile['activeContent'];
}

export interface PutOptions {
  readonly allowed: readonly FileKind[];
  readonly maxBytes: number;
  /** Only for the messages: the kind is told by the content. */
  readonly fileName?: string;
}

/** Rejects with an AppError when the bytes must not be stored. */
export type FileScan = (bytes: Buffer) => Promise<void>;

/** Files named by their content, encrypted at rest. Who may read one is for the caller to decide. */
export interface FileStore {
  /** @throws AppError invalid `files.…` with `fileName`, or what the scan throws. */
  put(bytes: Buffer, options: PutOptions): Promise<StoredFile>;
  /**
   * Puts back what this store once accepted, without judging it again.
   * @returns whether it was missing (or damaged). @throws AppError unavailable `files.damaged` when the
   *   digest is not that of the bytes.
   */
  putBack(digest: string, bytes: Buffer): Promise<boolean>;
  /** @throws AppError not_found `files.not_found`, unavailable `files.damaged`. */
  get(digest: string): Promise<Buffer>;
  has(digest: string): Promise<boolean>;
  /** When it was written, or last encrypted anew; undefined when it is not there. */
  findWrittenAt(digest: string): Promise<Date | undefined>;
  /** No error when it is gone already. The caller knows that nothing refers to it any more. */
  remove(digest: string): Promise<void>;
  /** Digests of all files, in no order. */
  list(): AsyncIterable<string>;
  /** Encrypts a file anew unless it is under the active key. @returns whether it was. */
  reseal(digest: string): Promise<boolean>;
}

interface Place {
  readonly folder: string;
  readonly keyring: Keyring;
}

const STAGING = 'incoming';
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

export async function openFileStore(options: {
  readonly folder: string;
  readonly keyring: Keyring;
  readonly scan?: FileScan;
}): Promise<FileStore> {
  const place: Place = { folder: options.folder, keyring: options.keyring };
  await mkdir(join(place.folder, STAGING), { recursive: true, mode: 0o700 });
  await removeAbandoned(join(place.folder, STAGING));
  return {
    put: async (bytes, limits) => {
      const { kind, activeContent } = await accept(bytes, limits, options.scan);
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (!(await isReadable(place, digest))) await write(place, digest, bytes);
      const mediaType = MEDIA_TYPES[kind];
      return { digest, byteLength: bytes.length, mediaType, kind, activeContent };
    },
    putBack: (digest, bytes) => putBack(place, digest, bytes),
    get: (digest) => read(place, digest),
    has: async (digest) => (await findWrittenAt(pathOf(place, digest))) !== undefined,
    findWrittenAt: (digest) => findWrittenAt(pathOf(place, digest)),
    remove: (digest) => rm(pathOf(place, digest), { force: true }),
    list: () => listDigests(place),
    reseal: (digest) => reseal(place, digest),
  };
}

async function putBack(place: Place, digest: string, bytes: Buffer): Promise<boolean> {
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw damagedFile(digest);
  if (await isReadable(place, digest)) return false;
  await write(place, digest, bytes);
  return true;
}

async function accept(
  bytes: Buffer,
  { allowed, maxBytes, fileName = '' }: PutOptions,
  scan: FileScan | undefined,
): Promise<InspectedFile> {
  try {
    if (bytes.length === 0) throw new AppError('invalid', 'files.empty');
    if (bytes.length > maxBytes) {
      throw new AppError('invalid', 'files.too_large', { byteLength: bytes.length, maxBytes });
    }
    const inspected = await inspectFile(bytes);
    if (!allowed.includes(inspected.kind)) throw typeNotAllowed(inspected.kind);
    await scan?.(bytes);
    return inspected;
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
    throw new AppError(cause.kind, cause.code, { ...cause.params, fileName }, cause);
  }
}

/** Names on the disk come from a key: they do not tell whether a known file is among them. */
function pathOf({ folder, keyring }: Place, digest: string): string {
  const mac = createHmac(keyring.macDigest, keyring.macKey('file-names'));
  const name = mac.update(digest).digest('hex');
  return join(folder, name.slice(0, 2), name);
}

async function write(place: Place, digest: string, bytes: Buffer): Promise<void> {
  const staged = join(place.folder, STAGING, randomBytes(16).toString('hex'));
  const path = pathOf(place, digest);
  try {
    await writeNewFile(staged, sealFile(place.keyring, digest, bytes));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await moveIntoPlace(staged, path);
  } catch (cause) {
    await rm(staged, { force: true });
    const code = systemErrorCode(cause);
    const reason = code === 'ENOSPC' ? 'files.disk_full' : 'files.not_writable';
    throw new AppError('unavailable', reason, { cause: code }, cause);
  }
}

async function read(place: Place, digest: string): Promise<Buffer> {
  const content = openFile(place.keyring, digest, await readSealed(place, digest));
  if (createHash('sha256').update(content).digest('hex') !== digest) {
    throw damagedFile(digest);
  }
  return content;
}

async function readSealed(place: Place, digest: string): Promise<Buffer> {
  try {
    return await readFile(pathOf(place, digest));
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (code === 'ENOENT') throw new AppError('not_found', 'files.not_found', { digest }, cause);
    throw new AppError('unavailable', 'files.not_readable', { digest, cause: code }, cause);
  }
}

/** A damaged file is written again when somebody brings its content. */
async function isReadable(place: Place, digest: string): Promise<boolean> {
  try {
    await read(place, digest);
    return true;
  } catch (cause) {
    if (isAppError(cause)) return false;
    throw cause;
  }
}

async function reseal(place: Place, digest: string): Promise<boolean> {
  const { keyId } = openDigest(place.keyring, digest, await readSealed(place, digest));
  if (keyId === place.keyring.activeKeyId) return false;
  await write(place, digest, await read(place, digest));
  return true;
}

async function findWrittenAt(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

async function* listDigests({ folder, keyring }: Place): AsyncGenerator<string> {
  for (const part of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    for (const name of await readdir(join(folder, part))) {
      const head = await readStart(join(folder, part, name));
      // Undefined: it was removed while we were listing.
      if (head !== undefined) yield openDigest(keyring, name, head).digest;
    }
  }
}

async function readStart(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_MAX_BYTES), 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** What a killed process left half written. Another process may be writing right now: only old ones go. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
