import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { OutboxMessage } from '../contract.ts';
import { RETRYABLE_STATES } from '../rules/outbox-message.ts';
import { useMessages, useRetryMessage } from './notice-queries.ts';
import { CHANNEL_NAMES, MESSAGE_STATE_NAMES, OUTBOX_FIELDS } from './notice-search.ts';

const route = getRouteApi('/outbox');

/** 外发消息: what left by mail and robot, and what did not arrive. */
export function OutboxPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const [retried, setRetried] = useState<OutboxMessage>();
  return (
    <>
      <ListPage<OutboxMessage>
        listKey="outbox"
        title="外发消息"
        description="邮件、企业微信群和钉钉群消息的发送情况；不显示正文。"
        fields={OUTBOX_FIELDS}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        rowActions={
          may('outbox.retry' satisfies Permission)
            ? {
                width: 110,
                render: (message) => <RetryButton message={message} onRetry={setRetried} />,
              }
            : undefined
        }
        isMarked={isRetryable}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/outbox', search: next })}
        pages={useMessages(search)}
        emptyText="还没有外发消息"
        emptyAction={
          <p>
            安全管理员在“参数设置”中启用“消息同时发送到本人邮箱”或“安全告警同时发到群机器人”后，发出的邮件和群消息会列在这里。
          </p>
        }
      />
      <RetryDialog message={retried} onClose={() => setRetried(undefined)} />
    </>
  );
}

function isRetryable({ state }: OutboxMessage): boolean {
  return RETRYABLE_STATES.includes(state);
}

interface RetryButtonProps {
  readonly message: OutboxMessage;
  readonly onRetry: (message: OutboxMessage) => void;
}

function RetryButton({ message, onRetry }: RetryButtonProps): ReactElement {
  if (!isRetryable(message)) return <span className="is-absent">—</span>;
  return (
    <button type="button" className="link-button" onClick={() => onRetry(message)}>
      重新发送
      <span className="visually-hidden">{`给${message.recipient}`}</span>
    </button>
  );
}

interface RetryDialogProps {
  readonly message: OutboxMessage | undefined;
  readonly onClose: () => void;
}

function RetryDialog({ message, onClose }: RetryDialogProps): ReactElement {
  const retry = useRetryMessage();
  return (
    <ReasonDialog
      title="重新发送"
      label="理由"
      placeholder="例如：已与收件人核实，没有收到"
      confirmText="重新发送"
      isOpen={message !== undefined}
      onConfirm={(reason) => (message === undefined ? undefined : retry(message.id, reason))}
      onCancel={onClose}
    >
      <p className="dialog-lead">
        {message?.state === 'unknown'
          ? '这条消息可能已经送达，重新发送后对方可能收到两次。'
          : '将按原内容再发送一次。'}
      </p>
    </ReasonDialog>
  );
}

const TONES: Readonly<Record<OutboxMessage['state'], Tone>> = {
  waiting: 'plain',
  sending: 'info',
  sent: 'good',
  refused: 'bad',
  unknown: 'warn',
};

const COLUMNS: readonly ListColumn<OutboxMessage>[] = [
  {
    key: 'recipient',
    title: '收件人',
    width: 190,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ recipient }) => recipient,
  },
  { key: 'channel', title: '渠道', width: 110, render: ({ channel }) => CHANNEL_NAMES[channel] },
  {
    key: 'state',
    title: '状态',
    width: 100,
    isAlwaysShown: true,
    render: ({ state }) => (
      <StatusBadge tone={TONES[state]}>{MESSAGE_STATE_NAMES[state]}</StatusBadge>
    ),
  },
  { key: 'union', title: '工会', width: 180, render: ({ unionName }) => unionName },
  {
    key: 'reason',
    title: '失败原因',
    width: 240,
    isWideOnPhone: true,
    render: ({ reason }) => reason ?? '—',
  },
  { key: 'attempt', title: '已发（次）', width: 100, align: 'right', render: (one) => one.attempt },
  { key: 'createdAt', title: '生成时间', width: 150, render: (one) => timeText(one.createdAt) },
  {
    key: 'nextAttemptAt',
    title: '下次发送',
    width: 150,
    render: ({ nextAttemptAt }) => (nextAttemptAt === null ? '—' : timeText(nextAttemptAt)),
  },
  {
    key: 'sentAt',
    title: '送出时间',
    width: 150,
    render: ({ sentAt }) => (sentAt === null ? '—' : timeText(sentAt)),
  },
];
