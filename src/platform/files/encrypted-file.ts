import { AppError, isAppError } from '#core/app-error.ts';

import type { Keyring } from '../secrets/keyring.ts';
import { seal, sealOverheadBytes, unreadable, unseal } from '../secrets/sealed-bytes.ts';

/**
 * A file on the disk: the mark, one byte for the length of the key id, the key id, the sealed
 * digest, the sealed content. The digest is apart so that files can be listed without reading them.
 */
const MARK = Buffer.from('SNF1');
const DIGEST_BYTES = 32;
const KEY_ID_MAX_BYTES = 32;
const OVERHEAD_MAX_BYTES = 48;

/** So many bytes from the start are enough for `openDigest`. */
export const HEAD_MAX_BYTES =
  MARK.length + 1 + KEY_ID_MAX_BYTES + DIGEST_BYTES + OVERHEAD_MAX_BYTES;

export function sealFile(keyring: Keyring, digest: string, content: Buffer): Buffer {
  const key = keyring.sealKey('file');
  return Buffer.concat([
    MARK,
    Buffer.from([key.keyId.length]),
    Buffer.from(key.keyId),
    seal(key, Buffer.from(digest, 'hex'), 'file-digest'),
    seal(key, content, contentOf(digest)),
  ]);
}

/** @throws AppError `files.damaged`, also when the file is another one than `digest` names. */
export function openFile(keyring: Keyring, digest: string, bytes: Buffer): Buffer {
  return orDamaged(digest, () => {
    const head = readHead(keyring, bytes);
    return unseal(head.key, bytes.subarray(head.contentStart), contentOf(digest));
  });
}

/**
 * Reads from the first bytes which file it is, and its key.
 * @param name for the message. @throws AppError `files.damaged`.
 */
export function openDigest(
  keyring: Keyring,
  name: string,
  bytes: Buffer,
): { digest: string; keyId: string } {
  return orDamaged(name, () => {
    const { key, digestStart, contentStart } = readHead(keyring, bytes);
    const digest = unseal(key, bytes.subarray(digestStart, contentStart), 'file-digest');
    return { digest: digest.toString('hex'), keyId: key.keyId };
  });
}

interface Head {
  readonly key: ReturnType<Keyring['sealKey']>;
  readonly digestStart: number;
  readonly contentStart: number;
}

function readHead(keyring: Keyring, bytes: Buffer): Head {
  const idStart = MARK.length + 1;
  if (!bytes.subarray(0, MARK.length).equals(MARK)) throw unreadable();
  const digestStart = idStart + (bytes[MARK.length] ?? 0);
  const key = keyring.sealKey('file', bytes.toString('latin1', idStart, digestStart));
  const contentStart = digestStart + DIGEST_BYTES + sealOverheadBytes(key.algorithm);
  return { key, digestStart, contentStart };
}

/** Bound to the content, so that one file put in place of another is found out. */
function contentOf(digest: string): string {
  return `file-content:${digest}`;
}

/** A key that is not there is said so: the file may be sound and the keyring wrong. */
function orDamaged<Result>(name: string, open: () => Result): Result {
  try {
    return open();
  } catch (cause) {
    if (!isAppError(cause) || cause.code === 'secrets.unknown_key') throw cause;
    throw damagedFile(name, cause);
  }
}

export function damagedFile(name: string, cause?: unknown): AppError {
  return new AppError('unavailable', 'files.damaged', { name }, cause);
}
