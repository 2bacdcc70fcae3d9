import type { BackupStatus } from './contract.ts';

export const BACKUP_COMMAND = 'npm run songnuan -- backup <文件>';

/** What is wrong with the backups; undefined when nothing is. */
export function findBackupWarning({
  last,
  isOverdue,
  warnAfterHours,
}: BackupStatus): string | undefined {
  if (last === null) return '还没有备份过，数据损坏或丢失时无法恢复';
  if (isOverdue) return `最近一次备份已超过 ${warnAfterHours} 小时`;
  if (last.lostFileCount > 0) return `最近一次备份缺少 ${last.lostFileCount} 个附件`;
  return undefined;
}
