import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { AppError } from '#core/app-error.ts';

import { systemErrorCode } from '../files/write-durably.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { damagedBackup } from './backup-format.ts';
import type { Manifest, Note, PartEnd, TablePart, Total } from './backup-format.ts';
import { createFrameReader } from './frames.ts';
import type { FrameReader } from './frames.ts';
import { openChunks } from './sealed-chunks.ts';

/** Told of each part in the order of the file. Parts are proven sound only once they are read to their end. */
export interface BackupVisitor {
  readonly manifest?: (manifest: Manifest) => Promise<void> | void;
  /** Reads the rows as `copy` gave them; returns what was found at their end. */
  readonly table?: (part: TablePart, rows: AsyncGenerator<Buffer, PartEnd>) => Promise<void>;
  readonly file?: (digest: string, content: Buffer) => Promise<void>;
}

export interface BackupContent {
  readonly manifest: Manifest;
  readonly total: Total;
  readonly lostFiles: readonly string[];
}

/**
 * Reads a backup from its start to its end; with an empty visitor, checks it.
 * @throws AppError `backup.not_readable` (the path), or `backup.not_a_backup`, `backup.newer_format`,
 *   `backup.keys_missing`, `backup.damaged`.
 */
export async function readBackup(
  path: string,
  keyring: Keyring,
  visitor: BackupVisitor = {},
): Promise<BackupContent> {
  try {
    return await pipeline(
      createReadStream(path, { highWaterMark: 1024 * 1024 }),
      (bytes: AsyncIterable<Buffer>) => openChunks(bytes, keyring),
      createGunzip({ chunkSize: 256 * 1024 }),
      (bytes: AsyncIterable<Buffer>) => visit(createFrameReader(bytes), visitor),
    );
  } catch (cause) {
    throw explainReading(cause, path);
  }
}

async function visit(frames: FrameReader, visitor: BackupVisitor): Promise<BackupContent> {
  const manifest = await frames.note();
  if (manifest.kind !== 'manifest') throw damagedBackup();
  await visitor.manifest?.(manifest);
  const found = { tableCount: 0, rowCount: 0, fileCount: 0, lostFiles: [] as string[] };
  for (;;) {
    const note: Note = await frames.note();
    switch (note.kind) {
      case 'table': {
        const end = await visitTable(frames, note, visitor);
        found.tableCount += 1;
        found.rowCount += end.rowCount;
        break;
      }
      case 'file': {
        await visitFile(frames, note.digest, visitor);
        found.fileCount += 1;
        break;
      }
      case 'lost_file':
        found.lostFiles.push(note.digest);
        break;
      case 'total':
        await frames.finish(note);
        assertCounts(note, { ...found, lostFileCount: found.lostFiles.length });
        return { manifest, total: note, lostFiles: found.lostFiles };
      case 'manifest':
      case 'end':
        throw damagedBackup();
    }
  }
}

async function visitTable(
  frames: FrameReader,
  part: TablePart,
  visitor: BackupVisitor,
): Promise<PartEnd> {
  let end: PartEnd | undefined;
  const rows = async function* (): AsyncGenerator<Buffer, PartEnd> {
    end = yield* frames.part(true);
    return end;
  };
  await (visitor.table?.(part, rows()) ?? drain(rows()));
  if (end === undefined) throw new Error(`the rows of ${part.name} were not read to their end`);
  return end;
}

async function visitFile(
  frames: FrameReader,
  digest: string,
  visitor: BackupVisitor,
): Promise<void> {
  const pieces: Buffer[] = [];
  const part = frames.part(false);
  let step = await part.next();
  while (step.done !== true) {
    pieces.push(step.value);
    step = await part.next();
  }
  if (step.value.sha256 !== digest) throw damagedBackup();
  await visitor.file?.(digest, Buffer.concat(pieces));
}

async function drain(rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const bytes of rows) void bytes;
}

type Counts = Pick<Total, 'tableCount' | 'rowCount' | 'fileCount' | 'lostFileCount'>;

function assertCounts(total: Total, found: Counts): void {
  const names = ['tableCount', 'rowCount', 'fileCount', 'lostFileCount'] as const;
  if (names.some((name) => total[name] !== found[name])) throw damagedBackup();
}

function explainReading(cause: unknown, path: string): unknown {
  const code = systemErrorCode(cause);
  if (code.startsWith('Z_')) return damagedBackup(cause);
  const isOfFile = cause instanceof Error && 'syscall' in cause && 'path' in cause;
  if (!isOfFile && !['EISDIR', 'EACCES'].includes(code)) return cause;
  const kind = code === 'ENOENT' ? 'not_found' : 'unavailable';
  return new AppError(kind, 'backup.not_readable', { path, cause: code }, cause);
}
