import { CheckOutlined } from '@ant-design/icons';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';

import { timeText } from '#ui/detail-page/detail-texts.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { failureText } from '#ui/request-failure.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { Notice } from '../contract.ts';
import { useMarkAllRead, useMarkRead, useNotices } from './notice-queries.ts';
import { INBOX_FIELDS } from './notice-search.ts';

const route = getRouteApi('/inbox');

/** 消息: the unread first. */
export function InboxPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useNotices(search);
  const markRead = useMarkRead();
  const markAll = useMarkAllRead();
  const error = markRead.error ?? markAll.error;
  const seen = pages.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <>
      <ListPage<Notice>
        listKey="inbox"
        title="消息"
        description="系统发给您的消息，未读的在前。"
        fields={INBOX_FIELDS}
        columns={columnsWith((id) => markRead.mutate(id))}
        rowKey={({ id }) => String(id)}
        rowActions={{
          width: 110,
          render: (notice) => (
            <ReadButton notice={notice} onRead={() => markRead.mutate(notice.id)} />
          ),
        }}
        isMarked={({ readAt }) => readAt === null}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/inbox', search: next })}
        pages={pages}
        actions={
          <MarkAllButton notices={seen} isBusy={markAll.isPending} onMark={markAll.mutate} />
        }
        emptyText="没有消息"
        emptyAction={<Link to="/">返回工作台</Link>}
      />
      {error === null ? null : (
        <Alert type="error" showIcon role="alert" title={failureText(error)} />
      )}
    </>
  );
}

interface ReadButtonProps {
  readonly notice: Notice;
  readonly onRead: () => void;
}

function ReadButton({ notice, onRead }: ReadButtonProps): ReactElement {
  if (notice.readAt !== null) return <span className="is-absent">已读</span>;
  return (
    <button type="button" className="link-button" onClick={onRead}>
      标为已读
      <span className="visually-hidden">：{notice.text}</span>
    </button>
  );
}

interface MarkAllButtonProps {
  readonly notices: readonly Notice[];
  readonly isBusy: boolean;
  readonly onMark: (upToId: number) => void;
}

/** What arrived after the page was drawn stays unread. */
function MarkAllButton({ notices, isBusy, onMark }: MarkAllButtonProps): ReactElement {
  const hasUnread = notices.some(({ readAt }) => readAt === null);
  return (
    <Button
      icon={<CheckOutlined aria-hidden />}
      loading={isBusy}
      disabled={!hasUnread}
      onClick={() => onMark(Math.max(...notices.map(({ id }) => id)))}
    >
      全部已读
    </Button>
  );
}

function columnsWith(onRead: (id: number) => void): readonly ListColumn<Notice>[] {
  return [
    {
      key: 'state',
      title: '状态',
      width: 80,
      render: ({ readAt }) =>
        readAt === null ? (
          <StatusBadge tone="info">未读</StatusBadge>
        ) : (
          <StatusBadge tone="plain">已读</StatusBadge>
        ),
    },
    {
      key: 'text',
      title: '内容',
      width: 520,
      isCardTitle: true,
      isAlwaysShown: true,
      render: (notice) => <NoticeText notice={notice} onRead={onRead} />,
    },
    { key: 'createdAt', title: '时间', width: 150, render: (notice) => timeText(notice.createdAt) },
  ];
}

interface NoticeTextProps {
  readonly notice: Notice;
  readonly onRead: (id: number) => void;
}

/** Following it is reading it. */
export function NoticeText({ notice, onRead }: NoticeTextProps): ReactElement {
  const { id, text, link, readAt } = notice;
  if (link === null) return <>{text}</>;
  return (
    <Link
      to={link}
      onClick={() => {
        if (readAt === null) onRead(id);
      }}
    >
      {text}
    </Link>
  );
}
