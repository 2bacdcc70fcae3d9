import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

import { AppError } from '#core/app-error.ts';

import { HeaderLine, LogLine } from '../../rules/log-file.ts';
import type { BlockLine, EntryItem } from '../../rules/log-file.ts';
import { digestBody } from '../block.ts';
import type { Block } from '../block.ts';
import type { CheckedEntry, LogCheck } from './log-check.ts';
import { readLines } from './read-lines.ts';
import type { LogSource } from './verify-log.ts';

/**
 * An exported log. @throws AppError invalid: `audit.file_unreadable`, `audit.file_malformed` (no
 * export of ours, or cut off).
 */
export function fileLog(path: string): LogSource {
  return {
    feed: async (start) => {
      try {
        await feedLines(readLines(unpack(path)), start);
      } catch (error) {
        throw toAppError(error);
      }
    },
  };
}

async function* unpack(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of file.pipe(unpacked)) {
      if (Buffer.isBuffer(chunk)) yield chunk;
    }
  } finally {
    file.destroy();
  }
}

async function feedLines(
  lines: AsyncGenerator<string>,
  start: (ownKey: KeyObject) => LogCheck,
): Promise<void> {
  const first = await lines.next();
  const check = start(readHeader(first.done === true ? '' : first.value));
  let isEnded = false;
  for await (const text of lines) {
    const line = LogLine.parse(JSON.parse(text));
    if (isEnded) throw new AppError('invalid', 'audit.file_malformed');
    if ('no' in line) {
      check.addBlock(toBlock(line));
    } else if ('entries' in line) {
      for (const item of line.entries) check.addEntry(toEntry(item));
    } else if ('queued' in line) {
      for (const id of line.queued) check.addQueued(id, undefined);
    } else {
      check.claimHead(line.head);
      isEnded = true;
    }
  }
  if (!isEnded) throw new AppError('invalid', 'audit.file_malformed');
}

function readHeader(text: string): KeyObject {
  return createPublicKey(HeaderLine.parse(JSON.parse(text)).publicKey);
}

function toBlock(line: BlockLine): Block {
  return {
    no: line.no,
    sealedAtMs: line.sealedAtMs,
    previousDigest: Buffer.from(line.previousDigest, 'hex'),
    contents: Buffer.from(line.contents, 'base64'),
    digest: Buffer.from(line.digest, 'hex'),
    signature: Buffer.from(line.signature, 'base64'),
  };
}

function toEntry([id, body, digest]: EntryItem): CheckedEntry {
  return body === null
    ? { id, body, digest: digest ?? '' }
    : { id, body, digest: digestBody(body) };
}

const UNREADABLE: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO']);

/** Whatever stops the reading lies in the file: what it says is not ours to trust. */
function toAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isUnreadable = UNREADABLE.has(code);
  return new AppError(
    'invalid',
    isUnreadable ? 'audit.file_unreadable' : 'audit.file_malformed',
    {},
    error,
  );
}
