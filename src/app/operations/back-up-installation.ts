import { basename } from 'node:path';

import type { BackupProgress } from '#platform/backup/dump-installation.ts';
import { writeBackup } from '#platform/backup/write-backup.ts';
import type { BackupSummary } from '#platform/backup/write-backup.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import type { Installation } from '../installation/open-installation.ts';
import { operatorEntry } from './operator-entry.ts';

export interface BackUpOptions {
  readonly installation: Pick<Installation, 'database' | 'owner' | 'keyring' | 'auditLog'>;
  readonly files: FileStore;
  readonly path: string;
  readonly mayReplace: boolean;
  readonly programVersion: string;
  readonly now: Date;
  readonly onProgress?: BackupProgress;
}

/** Writes a backup and notes it in the live log, so that a copy of everything never goes unseen. */
export async function backUpInstallation(options: BackUpOptions): Promise<BackupSummary> {
  const { database, owner, keyring, auditLog } = options.installation;
  const summary = await writeBackup({ ...options, owner, keyring });
  const { tableCount, rowCount, fileCount, lostFiles, byteLength, digest } = summary;
  const entry = operatorEntry('backup.written', options.now, {
    file: basename(options.path),
    tableCount,
    rowCount,
    fileCount,
    lostFileCount: lostFiles.length,
    byteLength,
    digest,
  });
  await inTransaction(database, SYSTEM_SCOPE, (transaction) => auditLog.append(transaction, entry));
  return summary;
}
