import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { QueryField } from '#ui/list-page/list-search.ts';

import { CHANNELS, MESSAGE_STATES } from '../rules/outbox-message.ts';
import type { Channel, MessageState } from '../rules/outbox-message.ts';

export const INBOX_FIELDS: readonly QueryField[] = [
  {
    kind: 'select',
    key: 'show',
    label: '范围',
    options: [
      { value: 'all', label: '全部消息' },
      { value: 'unread', label: '未读消息' },
    ],
  },
];
export const readInboxSearch = listSearchReader(INBOX_FIELDS);

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  mail: '邮件',
  sms: '短信',
  wecom: '企业微信群',
  dingtalk: '钉钉群',
};

export const MESSAGE_STATE_NAMES: Readonly<Record<MessageState, string>> = {
  waiting: '待发送',
  sending: '发送中',
  sent: '已发送',
  refused: '被拒绝',
  unknown: '结果不明',
};

export const OUTBOX_FIELDS: readonly QueryField[] = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: MESSAGE_STATES.map((state) => ({ value: state, label: MESSAGE_STATE_NAMES[state] })),
  },
  {
    kind: 'select',
    key: 'channel',
    label: '渠道',
    options: CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_NAMES[channel] })),
  },
];
export const readOutboxSearch = listSearchReader(OUTBOX_FIELDS);
