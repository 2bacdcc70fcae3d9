import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { CHANNELS, MESSAGE_STATES } from './rules/outbox-message.ts';

export const Notice = z.object({
  id: z.number().int(),
  code: z.string(),
  /** Chinese, one sentence. */
  text: z.string(),
  /** Path of the page it speaks of, e.g. `/jobs/…`. */
  link: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.output<typeof Notice>;

export const NoticeListQuery = z.object({
  show: z.enum(['all', 'unread']).default('all'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type NoticeListQuery = z.output<typeof NoticeListQuery>;

/** The unread first, then the newest. */
export const NoticeList = z.object({ items: z.array(Notice), next: z.string().nullable() });
export type NoticeList = z.output<typeof NoticeList>;

export const UnreadCount = z.object({ unreadCount: z.number().int() });

const NoticeId = z.object({ id: z.coerce.number().int().positive() });
const OWN = { unaudited: 'the own inbox' };
const NOTICE: Notice = {
  id: 12,
  code: 'jobs.done',
  text: '“导入工会组织”已完成。',
  link: '/jobs/8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10',
  createdAt: '2026-03-02T02:00:00.000Z',
  readAt: null,
};

/** The inbox (站内消息) of the person who asks. */
export const NOTICE_ROUTES = {
  list: defineRoute({
    name: 'notices.list',
    method: 'GET',
    path: '/api/notices',
    summary: '我的站内消息',
    access: 'notices.read_own',
    audit: OWN,
    query: NoticeListQuery,
    reply: NoticeList,
    example: { items: [NOTICE], next: null },
  }),
  countUnread: defineRoute({
    name: 'notices.count_unread',
    method: 'GET',
    path: '/api/notices/unread-count',
    summary: '我的未读消息数',
    access: 'notices.read_own',
    audit: OWN,
    reply: UnreadCount,
    example: { unreadCount: 3 },
  }),
  markRead: defineRoute({
    name: 'notices.mark_read',
    method: 'POST',
    path: '/api/notices/:id/read',
    summary: '把一条消息标为已读',
    access: 'notices.read_own',
    audit: OWN,
    params: NoticeId,
    reply: UnreadCount,
    example: { unreadCount: 2 },
  }),
  markAllRead: defineRoute({
    name: 'notices.mark_all_read',
    method: 'POST',
    path: '/api/notices/read',
    summary: '把看到的消息全部标为已读',
    access: 'notices.read_own',
    audit: OWN,
    // What arrived after the page was drawn stays unread.
    body: z.object({ upToId: z.int().positive().describe('页面上最新一条消息的编号') }),
    reply: UnreadCount,
    example: { unreadCount: 0 },
  }),
};

export const Channel = z.enum(CHANNELS);
export const MessageState = z.enum(MESSAGE_STATES);

export const OutboxMessage = z.object({
  id: z.uuid(),
  channel: Channel,
  /** A mail address is masked; a robot is named as it is configured. */
  recipient: z.string(),
  unionId: z.number().int(),
  unionName: z.string(),
  state: MessageState,
  attempt: z.number().int(),
  createdAt: z.string(),
  /** When it is due again; null unless it waits. */
  nextAttemptAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  /** Chinese: why the last attempt failed. */
  reason: z.string().nullable(),
});
export type OutboxMessage = z.output<typeof OutboxMessage>;

export const OutboxListQuery = z.object({
  state: MessageState.optional(),
  channel: Channel.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type OutboxListQuery = z.output<typeof OutboxListQuery>;

/** The newest first. */
export const OutboxList = z.object({
  items: z.array(OutboxMessage),
  next: z.string().nullable(),
});
export type OutboxList = z.output<typeof OutboxList>;

const MESSAGE: OutboxMessage = {
  id: 'b0c6f7e2-90a1-4f9e-8f0e-2f1c8f0f7a11',
  channel: 'mail',
  recipient: 'l***@example.org',
  unionId: 1,
  unionName: '增城区总工会',
  state: 'unknown',
  attempt: 1,
  createdAt: '2026-03-02T02:00:00.000Z',
  nextAttemptAt: null,
  sentAt: null,
  reason: '已交给邮件服务器，但没有收到答复，可能已经送达。',
};

/** Messages to the outside: state and addressee, never the text, which may speak of a case. */
export const OUTBOX_ROUTES = {
  list: defineRoute({
    name: 'outbox.list',
    method: 'GET',
    path: '/api/outbox/messages',
    summary: '外发消息及其状态',
    access: 'outbox.read',
    audit: { unaudited: 'shows neither text nor whole address' },
    query: OutboxListQuery,
    reply: OutboxList,
    example: { items: [MESSAGE], next: null },
  }),
  retry: defineRoute({
    name: 'outbox.retry',
    method: 'POST',
    path: '/api/outbox/messages/:id/retry',
    summary: '重新发送一条被拒绝或结果不明的消息，须说明理由',
    access: 'outbox.retry',
    audit: { action: 'outbox.retried', subject: 'outbox_message' },
    params: z.object({ id: z.uuid() }),
    body: z.object({ reason: z.string().trim().min(4).max(200) }),
    reply: OutboxMessage,
    example: { ...MESSAGE, state: 'waiting', nextAttemptAt: '2026-03-02T03:00:00.000Z' },
    perMinute: 60,
  }),
};
