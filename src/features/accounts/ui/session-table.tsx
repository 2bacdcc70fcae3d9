import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { OpenSession } from '../rules/session-view.ts';
import { describeDevice } from './describe-device.ts';

interface SessionTableProps {
  readonly sessions: readonly OpenSession[];
  /** Ends one of them; not offered for the one that asks. */
  readonly onEnd?: ((session: OpenSession) => void) | undefined;
}

export function SessionTable({ sessions, onEnd }: SessionTableProps): ReactElement {
  return (
    <DataTable<OpenSession>
      label="当前登录"
      columns={onEnd === undefined ? COLUMNS : [...COLUMNS, endColumn(onEnd)]}
      rows={sessions}
      rowKey={({ id }) => String(id)}
    />
  );
}

const COLUMNS: readonly DataColumn<OpenSession>[] = [
  {
    key: 'device',
    title: '设备',
    isCardTitle: true,
    render: ({ userAgent, isCurrent }) => (
      <>
        {describeDevice(userAgent)} {isCurrent ? <StatusBadge tone="info">本次</StatusBadge> : null}
      </>
    ),
  },
  { key: 'ip', title: '网络地址', width: 160, render: ({ ip }) => ip ?? '未知' },
  {
    key: 'createdAt',
    title: '登录时间',
    width: 160,
    render: ({ createdAt }) => timeText(createdAt),
  },
  {
    key: 'lastSeenAt',
    title: '最近操作',
    width: 160,
    render: ({ lastSeenAt }) => timeText(lastSeenAt),
  },
];

function endColumn(onEnd: (session: OpenSession) => void): DataColumn<OpenSession> {
  return {
    key: 'actions',
    title: '操作',
    width: 80,
    render: (session) =>
      session.isCurrent ? null : (
        <button
          type="button"
          className="link-button"
          aria-label={`结束${describeDevice(session.userAgent)}的登录`}
          onClick={() => onEnd(session)}
        >
          结束
        </button>
      ),
  };
}
