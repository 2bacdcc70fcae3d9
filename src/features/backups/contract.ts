import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

export const WrittenBackup = z.object({
  writtenAt: z.iso.datetime(),
  /** Who ran the command, as the log names them. */
  writtenBy: z.string(),
  /** The file's name without its folder. */
  file: z.string(),
  rowCount: z.int(),
  fileCount: z.int(),
  /** Attachments that were missing or damaged and so are not in it. */
  lostFileCount: z.int(),
  byteLength: z.int(),
});
export type WrittenBackup = z.output<typeof WrittenBackup>;

export const BackupStatus = z.object({
  /** Null when none was ever written. */
  last: WrittenBackup.nullable(),
  warnAfterHours: z.int(),
  isOverdue: z.boolean(),
});
export type BackupStatus = z.output<typeof BackupStatus>;

export const BACKUP_ROUTES = {
  status: defineRoute({
    name: 'backups.status',
    method: 'GET',
    path: '/api/backup/status',
    summary: '最近一次备份，以及是否已到应备份的时间',
    access: 'backup.status',
    audit: { unaudited: 'says when a backup was written, nothing of its contents' },
    reply: BackupStatus,
    example: {
      last: {
        writtenAt: '2026-03-01T18:00:00.000Z',
        writtenBy: '命令行（songnuan）',
        file: 'songnuan-20260302.bak',
        rowCount: 18_240,
        fileCount: 312,
        lostFileCount: 0,
        byteLength: 73_400_320,
      },
      warnAfterHours: 26,
      isOverdue: false,
    },
  }),
};
