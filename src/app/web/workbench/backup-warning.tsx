import type { ReactElement } from 'react';

import { BACKUP_COMMAND, findBackupWarning } from '#features/backups/messages.ts';
import { useBackupStatus } from '#features/backups/ui/backup-queries.ts';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { QueryState } from '#ui/query-state.tsx';

import { TaskList } from './task-list.tsx';

/** Whether the installation is backed up, and the command that does it. */
export function BackupWarning(): ReactElement {
  const query = useBackupStatus();
  return (
    <QueryState query={query}>
      {(status) => {
        const warning = findBackupWarning(status);
        if (warning === undefined) {
          return (
            <p className="panel-none">{`最近一次备份：${timeText(status.last?.writtenAt ?? '')}。`}</p>
          );
        }
        const text = (
          <>
            {`${warning}。请在服务器上执行：`}
            <code>{BACKUP_COMMAND}</code>
          </>
        );
        return (
          <TaskList
            tasks={[
              {
                key: 'backup',
                tone: 'warn',
                badge: '备份',
                text,
                path: '/help',
                action: '备份情况',
              },
            ]}
          />
        );
      }}
    </QueryState>
  );
}
