import { createHash, randomBytes } from 'node:crypto';

import { AppError } from '#core/app-error.ts';

import type { Keyring } from '../secrets/keyring.ts';
import { seal, sealOverheadBytes, unseal } from '../secrets/sealed-bytes.ts';
import {
  BACKUP_FORMAT,
  BACKUP_MARK,
  BackupHead,
  damagedBackup,
  HEAD_MAX_BYTES,
} from './backup-format.ts';
import { createByteReader } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';

const CHUNK_BYTES = 256 * 1024;
const LENGTH_BYTES = 4;

/**
 * Cuts a stream into chunks and seals each: four bytes for the length, then the sealed bytes. Sealed
 * along with each are the head, its number and whether it is the last, so that none can be left out,
 * moved, added or taken from another backup.
 */
export async function* sealChunks(
  source: AsyncIterable<Buffer>,
  keyring: Keyring,
): AsyncGenerator<Buffer> {
  const key = keyring.sealKey('backup');
  const head = encodeHead({
    format: BACKUP_FORMAT,
    id: randomBytes(16).toString('hex'),
    keyId: key.keyId,
    keyChecks: [...keyring.checks],
  });
  yield Buffer.concat([BACKUP_MARK, lengthOf(head), head]);
  const place = placeIn(head);
  let index = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes]);
    // One byte more than a chunk shows that it is not the last one.
    while (rest.length > CHUNK_BYTES) {
      const sealed = seal(key, rest.subarray(0, CHUNK_BYTES), place(index, false));
      yield Buffer.concat([lengthOf(sealed), sealed]);
      rest = rest.subarray(CHUNK_BYTES);
      index += 1;
    }
  }
  const sealed = seal(key, rest, place(index, true));
  yield Buffer.concat([lengthOf(sealed), sealed]);
}

/**
 * Gives back what was sealed, each chunk once it is proven sound.
 * @throws AppError `backup.not_a_backup`, `backup.newer_format`, `backup.keys_missing`,
 *   `backup.damaged`.
 */
export async function* openChunks(
  source: AsyncIterable<Buffer>,
  keyring: Keyring,
): AsyncGenerator<Buffer> {
  const reader = createByteReader(source);
  const head = await readHead(reader);
  const { keyId, keyChecks } = decodeHead(head);
  refuseMissingKeys(keyring, keyChecks);
  const key = keyring.sealKey('backup', keyId);
  const place = placeIn(head);
  const maxBytes = CHUNK_BYTES + sealOverheadBytes(key.algorithm);
  let length = await reader.take(LENGTH_BYTES);
  if (length === undefined) throw damagedBackup();
  for (let index = 0; length !== undefined; index += 1) {
    const byteLength = length.readUInt32BE();
    const sealed = byteLength > maxBytes ? undefined : await reader.take(byteLength);
    if (sealed === undefined) throw damagedBackup();
    length = await reader.take(LENGTH_BYTES);
    yield openChunk(() => unseal(key, sealed, place(index, length === undefined)));
  }
}

function openChunk(open: () => Buffer): Buffer {
  try {
    return open();
  } catch (cause) {
    throw damagedBackup(cause);
  }
}

function encodeHead(head: BackupHead): Buffer {
  return Buffer.from(JSON.stringify(head));
}

async function readHead(reader: ByteReader): Promise<Buffer> {
  const start = await takeStart(reader);
  const byteLength = start.readUInt32BE(BACKUP_MARK.length);
  const head = byteLength > HEAD_MAX_BYTES ? undefined : await reader.take(byteLength);
  if (head === undefined) throw damagedBackup();
  return head;
}

async function takeStart(reader: ByteReader): Promise<Buffer> {
  const start = await reader.take(BACKUP_MARK.length + LENGTH_BYTES).catch(() => undefined);
  if (start === undefined || !start.subarray(0, BACKUP_MARK.length).equals(BACKUP_MARK)) {
    throw new AppError('invalid', 'backup.not_a_backup');
  }
  return start;
}

function decodeHead(bytes: Buffer): BackupHead {
  const value = parseJson(bytes);
  const head = BackupHead.safeParse(value);
  if (head.success) {
    const { keyId, keyChecks } = head.data;
    if (!keyChecks.some((check) => check.startsWith(`${keyId}=`))) throw damagedBackup();
    return head.data;
  }
  const format =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && format > BACKUP_FORMAT) {
    throw new AppError('conflict', 'backup.newer_format', { format });
  }
  throw damagedBackup();
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch (cause) {
    throw damagedBackup(cause);
  }
}

function refuseMissingKeys(keyring: Keyring, needed: readonly string[]): void {
  const present = new Set(keyring.checks);
  const missing = needed.filter((check) => !present.has(check));
  if (missing.length === 0) return;
  const keyIds = missing.map((check) => check.split('=')[0] ?? check).join('、');
  throw new AppError('conflict', 'backup.keys_missing', { keyIds });
}

function placeIn(head: Buffer): (index: number, isLast: boolean) => string {
  const digest = createHash('sha256').update(head).digest('hex');
  return (index, isLast) => `backup:${digest}:${index}:${isLast ? 'last' : 'more'}`;
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(bytes.length);
  return length;
}
