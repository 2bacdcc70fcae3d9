import { basename } from 'node:path';

import type { ClientBase } from 'pg';

import { AppError } from '#core/app-error.ts';
import type { BackupContent } from '#platform/backup/read-backup.ts';
import { restoreBackup } from '#platform/backup/restore-backup.ts';
import type { RestoreOptions, RestoreSummary } from '#platform/backup/restore-backup.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import { claimDatabase } from '../installation/installation-keys.ts';
import type { Installation } from '../installation/open-installation.ts';
import { operatorEntry } from './operator-entry.ts';

export interface RestoreInstallationOptions {
  readonly installation: Pick<Installation, 'owner' | 'keyring' | 'auditLog'>;
  readonly files: FileStore;
  readonly path: string;
  readonly programVersion: string;
  readonly now: Date;
  readonly onProgress?: NonNullable<RestoreOptions['onProgress']>;
}

/**
 * Brings a backup into an installation without unions and accounts.
 * @throws AppError conflict `backup.not_empty`, and those of `restoreBackup`.
 */
export async function restoreInstallation(
  options: RestoreInstallationOptions,
): Promise<RestoreSummary> {
  const { owner, keyring, auditLog } = options.installation;
  let replacedEntryCount = 0;
  return restoreBackup({
    ...options,
    owner,
    keyring,
    assertEmpty: async (client) => {
      await assertEmpty(client);
      replacedEntryCount = await countAuditEntries(client);
    },
    afterwards: async (client, content) => {
      await settle(client, options.now);
      await claimDatabase(client, keyring);
      const facts = toFacts(options.path, content, replacedEntryCount);
      await auditLog.appendAsOwner(client, operatorEntry('backup.restored', options.now, facts));
    },
  });
}

/** Nobody can set it up meanwhile: the lock lasts until the restored rows are there. */
async function assertEmpty(client: ClientBase): Promise<void> {
  await client.query('lock table unions, accounts in access exclusive mode');
  const { rows } = await client.query<{ unions: number; accounts: number }>(
    'select (select count(*) from unions) as unions, (select count(*) from accounts) as accounts',
  );
  const { unions = 0, accounts = 0 } = rows[0] ?? {};
  if (unions + accounts === 0) return;
  throw new AppError('conflict', 'backup.not_empty', { unions, accounts });
}

async function countAuditEntries(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*) from audit_entries');
  return rows[0]?.count ?? 0;
}

/**
 * What was under way at the moment of the backup: the job queue is not part of it, so its jobs are told
 * as failed; messages may have left since; a session that was ended since must not come back.
 */
async function settle(client: ClientBase, now: Date): Promise<void> {
  await client.query(
    `update job_runs set state = 'failed', finished_at = $1, error = $2
     where state in ('queued', 'running')`,
    [now, JSON.stringify({ code: 'backup.job_unfinished', params: {} })],
  );
  await client.query(
    `update outbox_messages set state = 'unknown', last_reason = 'outbox.abandoned'
     where state in ('waiting', 'sending')`,
  );
  await client.query(
    `update sessions set ended_at = greatest(created_at, $1), end_reason = 'revoked'
     where ended_at is null`,
    [now],
  );
}

function toFacts(
  path: string,
  { manifest, total, lostFiles }: BackupContent,
  replacedEntryCount: number,
): Readonly<Record<string, unknown>> {
  return {
    file: basename(path),
    createdAt: manifest.createdAt,
    programVersion: manifest.programVersion,
    rowCount: total.rowCount,
    fileCount: total.fileCount,
    lostFileCount: lostFiles.length,
    digest: total.sha256,
    replacedEntryCount,
  };
}
