import type { ReactElement } from 'react';

import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import type { DescriptionItem } from '#ui/detail-page/description-card.tsx';
import { sizeText, timeText } from '#ui/detail-page/detail-texts.ts';
import { QueryState } from '#ui/query-state.tsx';

import type { BackupStatus } from '../contract.ts';
import { BACKUP_COMMAND, findBackupWarning } from '../messages.ts';
import { useBackupStatus } from './backup-queries.ts';

/** 备份: when the last one was written, and how the next one is. */
export function BackupCard(): ReactElement {
  const query = useBackupStatus();
  return (
    <QueryState query={query}>
      {(status) => <DescriptionCard title="备份" items={toItems(status)} />}
    </QueryState>
  );
}

function toItems(status: BackupStatus): DescriptionItem[] {
  const { last, warnAfterHours } = status;
  const command = <code>{BACKUP_COMMAND}</code>;
  return [
    { label: '状态', value: findBackupWarning(status) ?? '正常' },
    { label: '提醒', value: `超过 ${warnAfterHours} 小时未备份时` },
    ...(last === null ? [] : toLastItems(last)),
    { label: '在服务器上执行', value: command, isWide: true },
  ];
}

function toLastItems(last: NonNullable<BackupStatus['last']>): DescriptionItem[] {
  const { writtenAt, writtenBy, file, rowCount, fileCount, byteLength } = last;
  return [
    { label: '最近一次备份', value: timeText(writtenAt) },
    { label: '执行人', value: writtenBy },
    { label: '文件', value: `${file}（${sizeText(byteLength)}）` },
    { label: '内容', value: `${rowCount} 行数据、${fileCount} 个附件` },
  ];
}
