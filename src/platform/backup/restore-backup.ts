import pg from 'pg';
import type { ClientBase, ClientConfig } from 'pg';

import { applyMigrations } from '../database/migrate.ts';
import { VALUE_TYPES } from '../database/value-types.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { clearSchema } from './clear-schema.ts';
import { copyTableIn, verifyTable } from './copy-table.ts';
import type { CopiedTable } from './copy-table.ts';
import { readBackup } from './read-backup.ts';
import type { BackupContent } from './read-backup.ts';
import { refuseForeignTables } from './refuse-foreign-tables.ts';
import { refuseUnknownProgram } from './refuse-unknown-program.ts';
import { quote } from './table-catalogue.ts';

export interface RestoreOptions {
  readonly owner: ClientConfig;
  readonly keyring: Keyring;
  readonly files: FileStore;
  readonly path: string;
  readonly programVersion: string;
  /** Throws unless the database may be replaced, and keeps it so until the transaction ends. */
  readonly assertEmpty: (client: ClientBase) => Promise<void>;
  /** Run in the transaction when all rows are back and the schema is the newest. */
  readonly afterwards: (client: ClientBase, content: BackupContent) => Promise<void>;
  readonly onProgress?: (stage: RestoreStage, count: number) => void;
}

export type RestoreStage = 'check' | 'tables' | 'files' | 'verify';

export interface RestoreSummary extends BackupContent {
  /** Migrations that the backup did not have yet. */
  readonly migrated: readonly string[];
}

/**
 * Replaces an empty installation by the content of a backup, in one transaction: a failure leaves it
 * as it was. The file is checked to its end before anything is written.
 * @throws AppError those of `readBackup`; conflict `backup.newer_program`,
 *   `backup.foreign_migrations`, `backup.foreign_tables`; unavailable `backup.rows_differ`; what `assertEmpty` throws.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const client = new pg.Client({ ...options.owner, types: VALUE_TYPES });
  await client.connect();
  // Without a listener, a lost connection would end the process; the running query fails with it.
  client.on('error', () => undefined);
  const addedFiles: string[] = [];
  try {
    // Asked twice: a large file is not checked for nothing, and nobody sets it up while it is.
    await openEmpty(client, options);
    await client.query('rollback');
    const content = await checkBackup(options);
    await openEmpty(client, options);
    const tables = await copyBack(client, content, { options, addedFiles });
    const migrated = await applyMigrations(client);
    await options.afterwards(client, content);
    await client.query('commit');
    await refreshStatistics(client, tables);
    return { ...content, migrated };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    for (const digest of addedFiles) await options.files.remove(digest);
    throw error;
  } finally {
    await client.end();
  }
}

async function openEmpty(client: ClientBase, options: RestoreOptions): Promise<void> {
  await client.query(`begin; set local row_security = off; set local statement_timeout = 0;
    set local idle_in_transaction_session_timeout = 0`);
  await options.assertEmpty(client);
  await refuseForeignTables(client);
}

async function checkBackup(options: RestoreOptions): Promise<BackupContent> {
  const { path, keyring, programVersion, onProgress } = options;
  onProgress?.('check', 0);
  return readBackup(path, keyring, {
    manifest: (manifest) => refuseUnknownProgram(manifest, programVersion),
  });
}

interface Into {
  readonly options: RestoreOptions;
  /** Files that were not there before. */
  readonly addedFiles: string[];
}

async function copyBack(
  client: ClientBase,
  { manifest }: BackupContent,
  { options, addedFiles }: Into,
): Promise<readonly CopiedTable[]> {
  const { path, keyring, files, onProgress } = options;
  await clearSchema(client);
  await applyMigrations(client, manifest.migrations.length);
  const tables: CopiedTable[] = [];
  let rowCount = 0;
  let fileCount = 0;
  await readBackup(path, keyring, {
    table: async (part, rows) => {
      const copied = await copyTableIn(client, part, rows);
      tables.push(copied);
      rowCount += copied.end.rowCount;
      onProgress?.('tables', rowCount);
    },
    file: async (digest, bytes) => {
      if (await files.putBack(digest, bytes)) addedFiles.push(digest);
      fileCount += 1;
      onProgress?.('files', fileCount);
    },
  });
  onProgress?.('verify', 0);
  for (const table of tables) await verifyTable(client, table);
  return tables;
}

/** The planner knows nothing of rows just copied. A table that a later migration dropped has none. */
async function refreshStatistics(
  client: ClientBase,
  tables: readonly CopiedTable[],
): Promise<void> {
  for (const { part } of tables) {
    await client.query(`analyze ${quote(part.name)}`).catch(() => undefined);
  }
}
