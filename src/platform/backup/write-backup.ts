import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { ClientConfig } from 'pg';

import { AppError } from '#core/app-error.ts';

import type { FileStore } from '../files/file-store.ts';
import { moveIntoPlace, systemErrorCode } from '../files/write-durably.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { dumpInstallation } from './dump-installation.ts';
import type { BackupProgress, DumpSummary } from './dump-installation.ts';
import { sealChunks } from './sealed-chunks.ts';

export interface BackupOptions {
  /** The owner of the tables: row-level security holds it back nowhere. */
  readonly owner: ClientConfig;
  readonly keyring: Keyring;
  readonly files: FileStore;
  readonly path: string;
  /** Whether a file of that name may be replaced. */
  readonly mayReplace: boolean;
  readonly programVersion: string;
  readonly now: Date;
  readonly onProgress?: BackupProgress;
}

export interface BackupSummary extends DumpSummary {
  readonly byteLength: number;
}

/**
 * Writes the database as one moment saw it, and the stored files its rows name, into one sealed file,
 * while others go on writing. The file has its name only once it is whole and on the disk.
 * @throws AppError conflict `backup.exists`, unavailable `backup.disk_full`, `backup.not_writable`.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const { path, mayReplace } = options;
  await refuseExisting(path, mayReplace);
  const staged = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const summary = await writeStaged(options, staged);
    await syncFile(staged);
    await refuseExisting(path, mayReplace);
    const { size } = await stat(staged);
    await moveIntoPlace(staged, path);
    return { ...summary, byteLength: size };
  } catch (cause) {
    throw explainWriting(cause, path);
  } finally {
    await rm(staged, { force: true });
  }
}

async function writeStaged(options: BackupOptions, staged: string): Promise<DumpSummary> {
  let summary: DumpSummary | undefined;
  await pipeline(
    async function* (): AsyncGenerator<Buffer> {
      summary = yield* dumpInstallation(options);
    },
    createGzip({ level: 1, chunkSize: 256 * 1024 }),
    (bytes: AsyncIterable<Buffer>) => sealChunks(bytes, options.keyring),
    createWriteStream(staged, { flags: 'wx', mode: 0o600 }),
  );
  if (summary === undefined) throw new Error('the backup ended early');
  return summary;
}

async function refuseExisting(path: string, mayReplace: boolean): Promise<void> {
  if (mayReplace) return;
  const found = await stat(path).catch((cause: unknown) => cause);
  if (found instanceof Error && systemErrorCode(found) === 'ENOENT') return;
  if (found instanceof Error) throw found;
  throw new AppError('conflict', 'backup.exists', { path });
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const WRITING_CALLS: ReadonlySet<unknown> = new Set(['open', 'write', 'fsync', 'rename', 'stat']);

/** Failures of the database have no system call of files, and stay what they are. */
function explainWriting(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error && 'syscall' in cause && WRITING_CALLS.has(cause.syscall))) {
    return cause;
  }
  const code = systemErrorCode(cause);
  const reason = code === 'ENOSPC' ? 'backup.disk_full' : 'backup.not_writable';
  return new AppError('unavailable', reason, { path, cause: code }, cause);
}
