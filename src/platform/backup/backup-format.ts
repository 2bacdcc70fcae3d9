import { z } from 'zod';

import { AppError } from '#core/app-error.ts';

/**
 * A backup file: the mark, four bytes for the length of the head, the head in plain JSON, then sealed
 * chunks (`sealed-chunks.ts`) of a gzip stream of frames (`frames.ts`). The frames are, in this order:
 * the manifest, each table with its rows, each stored file, the total.
 */
export const BACKUP_MARK = Buffer.from('SNBACKUP');
export const BACKUP_FORMAT = 1;
export const HEAD_MAX_BYTES = 64 * 1024;

/** What must be known before anything can be opened; nothing in it is secret, all of it is sealed along. */
export const BackupHead = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  /** Drawn for each backup: chunks of two backups cannot be mixed. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The data key the chunks are sealed with. */
  keyId: z.string(),
  /** Ids and check values of all keys of the installation: `Keyring.checks`. */
  keyChecks: z.array(z.string()).min(1),
});
export type BackupHead = z.infer<typeof BackupHead>;

const AppliedMigration = z.strictObject({
  number: z.int(),
  name: z.string(),
  digest: z.string(),
});
export type AppliedMigration = z.infer<typeof AppliedMigration>;

const Manifest = z.strictObject({
  kind: z.literal('manifest'),
  programVersion: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  migrations: z.array(AppliedMigration),
});
export type Manifest = z.infer<typeof Manifest>;

const TablePart = z.strictObject({
  kind: z.literal('table'),
  name: z.string(),
  columns: z.array(z.string()),
  /** Where the counters of identity columns stood; the position as text, being of 64 bits. */
  identities: z.array(
    z.strictObject({ column: z.string(), position: z.string(), isCalled: z.boolean() }),
  ),
});
export type TablePart = z.infer<typeof TablePart>;

const FilePart = z.strictObject({
  kind: z.literal('file'),
  /** SHA-256 of the content, which is its name in the file store. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FilePart = z.infer<typeof FilePart>;

/** A file that the rows name and the store did not give. */
const LostFile = z.strictObject({
  kind: z.literal('lost_file'),
  digest: z.string(),
  code: z.string(),
});

/** Closes a table or a file. */
const PartEnd = z.strictObject({
  kind: z.literal('end'),
  /** SHA-256 of the part's bytes. */
  sha256: z.string(),
  byteLength: z.number(),
  /** Of a table; `row-digest.ts`. */
  rowCount: z.number(),
  rowDigest: z.string(),
});
export type PartEnd = z.infer<typeof PartEnd>;

const Total = z.strictObject({
  kind: z.literal('total'),
  tableCount: z.number(),
  rowCount: z.number(),
  fileCount: z.number(),
  lostFileCount: z.number(),
  /** SHA-256 over the texts of all notes before this one, with the digests of all parts in them. */
  sha256: z.string(),
});
export type Total = z.infer<typeof Total>;

export const Note = z.discriminatedUnion('kind', [
  Manifest,
  TablePart,
  FilePart,
  LostFile,
  PartEnd,
  Total,
]);
export type Note = z.infer<typeof Note>;

/** Not as it was written: cut, changed, put together from others. */
export function damagedBackup(cause?: unknown): AppError {
  return new AppError('invalid', 'backup.damaged', {}, cause);
}
