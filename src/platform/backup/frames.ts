import { createHash } from 'node:crypto';

import { damagedBackup, Note } from './backup-format.ts';
import type { PartEnd, Total } from './backup-format.ts';
import { createByteReader } from './byte-reader.ts';
import { createRowDigest } from './row-digest.ts';

/** One byte for the type, four for the length, the bytes: a note in JSON or some data of a part. */
const NOTE = 1;
const DATA = 2;
const FRAME_HEAD_BYTES = 5;

export interface FrameWriter {
  readonly note: (note: Note) => Buffer;
  /** The data of a part and its end. */
  readonly part: (
    source: AsyncIterable<Buffer>,
    hasRows: boolean,
  ) => AsyncGenerator<Buffer, PartEnd>;
  /** SHA-256 over the notes so far. */
  readonly digest: () => string;
}

export function createFrameWriter(): FrameWriter {
  const notes = createHash('sha256');
  const note = (value: Note): Buffer => {
    const text = Buffer.from(JSON.stringify(value));
    notes.update(text);
    return toFrame(NOTE, text);
  };
  return {
    note,
    part: async function* (source, hasRows) {
      const tally = createPartTally(hasRows);
      for await (const bytes of source) {
        tally.update(bytes);
        yield toFrame(DATA, bytes);
      }
      const end = tally.finish();
      yield note(end);
      return end;
    },
    digest: () => notes.copy().digest('hex'),
  };
}

export interface FrameReader {
  /** @throws AppError `backup.damaged` when there is no note here. */
  readonly note: () => Promise<Note>;
  /** The data up to the part's end, which is compared with what was read. */
  readonly part: (hasRows: boolean) => AsyncGenerator<Buffer, PartEnd>;
  /** Nothing may follow it. @throws AppError `backup.damaged`. */
  readonly finish: (total: Total) => Promise<void>;
}

export function createFrameReader(source: AsyncIterable<Buffer>): FrameReader {
  const reader = createByteReader(source);
  const notes = createHash('sha256');
  let digestBefore = '';
  const next = async (): Promise<{ type: number; bytes: Buffer } | undefined> => {
    const head = await reader.take(FRAME_HEAD_BYTES);
    if (head === undefined) return undefined;
    const bytes = await reader.take(head.readUInt32BE(1));
    if (bytes === undefined) throw damagedBackup();
    return { type: head.readUInt8(0), bytes };
  };
  const toNote = (bytes: Buffer): Note => {
    digestBefore = notes.copy().digest('hex');
    notes.update(bytes);
    return parseNote(bytes);
  };
  return {
    note: async () => {
      const frame = await next();
      if (frame?.type !== NOTE) throw damagedBackup();
      return toNote(frame.bytes);
    },
    part: async function* (hasRows) {
      const tally = createPartTally(hasRows);
      for (;;) {
        const frame = await next();
        if (frame?.type !== DATA) {
          const end = frame?.type === NOTE ? toNote(frame.bytes) : undefined;
          return assertSame(end, tally.finish());
        }
        tally.update(frame.bytes);
        yield frame.bytes;
      }
    },
    finish: async ({ sha256 }) => {
      if (sha256 !== digestBefore || (await next()) !== undefined) throw damagedBackup();
    },
  };
}

interface PartTally {
  readonly update: (bytes: Buffer) => void;
  readonly finish: () => PartEnd;
}

function createPartTally(hasRows: boolean): PartTally {
  const digest = createHash('sha256');
  const rows = hasRows ? createRowDigest() : undefined;
  let byteLength = 0;
  return {
    update: (bytes) => {
      digest.update(bytes);
      rows?.update(bytes);
      byteLength += bytes.length;
    },
    finish: () => {
      const tally = rows?.finish() ?? { rowCount: 0, rowDigest: '' };
      return { kind: 'end', sha256: digest.digest('hex'), byteLength, ...tally };
    },
  };
}

function assertSame(noted: Note | undefined, found: PartEnd): PartEnd {
  if (noted?.kind !== 'end' || noted.sha256 !== found.sha256) throw damagedBackup();
  if (noted.rowCount !== found.rowCount || noted.rowDigest !== found.rowDigest) {
    throw damagedBackup();
  }
  return found;
}

function parseNote(bytes: Buffer): Note {
  try {
    return Note.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw damagedBackup(cause);
  }
}

function toFrame(type: number, bytes: Buffer): Buffer {
  const head = Buffer.alloc(FRAME_HEAD_BYTES);
  head.writeUInt8(type, 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}
