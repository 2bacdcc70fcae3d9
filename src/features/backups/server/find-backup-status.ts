import { sql } from 'kysely';
import { z } from 'zod';

import { loadSettings } from '#features/settings/server/commands/load-settings.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import type { DatabaseTransaction } from '#platform/database/open-database.ts';

import type { BackupStatus, WrittenBackup } from '../contract.ts';
import { isBackupOverdue } from '../rules/is-backup-overdue.ts';

/** The last backup that the log tells of, and whether the next one is due. */
export async function findBackupStatus({ transaction, now }: Context): Promise<BackupStatus> {
  const settings = await loadSettings(transaction, toChinaDay(now));
  const last = await findLastBackup(transaction);
  const warnAfterHours = settings['backup.warn_after_hours'];
  const lastMs = last === null ? null : Date.parse(last.writtenAt);
  return {
    last,
    warnAfterHours,
    isOverdue: isBackupOverdue(lastMs, { warnAfterHours, nowMs: now.getTime() }),
  };
}

const Entry = z.object({
  atMs: z.int(),
  accountName: z.string(),
  after: z.object({
    file: z.string(),
    rowCount: z.int(),
    fileCount: z.int(),
    lostFileCount: z.int(),
    byteLength: z.int(),
  }),
});

/** The entry belongs to no union: who administers a part of the tree would not find it. */
async function findLastBackup(transaction: DatabaseTransaction): Promise<WrittenBackup | null> {
  await showWholeLog(transaction, 'on');
  const row = await transaction
    .selectFrom('auditEntries')
    .select('body')
    .where('action', '=', 'backup.written')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  await showWholeLog(transaction, 'off');
  if (row === undefined) return null;
  const { atMs, accountName, after } = Entry.parse(JSON.parse(row.body));
  return { writtenAt: new Date(atMs).toISOString(), writtenBy: accountName, ...after };
}

async function showWholeLog(transaction: DatabaseTransaction, to: 'on' | 'off'): Promise<void> {
  await sql`select set_config('app.whole_audit', ${to}, true)`.execute(transaction);
}
