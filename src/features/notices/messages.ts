import type { ErrorParams } from '#core/app-error.ts';

export const NOTICE_ERRORS = {
  'notices.unknown': '没有这条消息。',
  'outbox.unknown': '没有这条外发消息，或者您无权查看。',
  'outbox.not_retryable': '只有被拒绝或结果不明的消息可以重新发送。',
} as const;

/** Chinese names of this feature's own actions. */
export const NOTICE_ACTION_LABELS: Readonly<Record<string, string>> = {
  'outbox.retried': '重新发送外发消息',
};

/**
 * The sentence of a notice, by its code; each feature has such a record for what it announces. It may
 * leave by mail as well, so it never names a person in need.
 */
export type NoticeTexts<Code extends string = string> = Readonly<
  Record<Code, (params: ErrorParams) => string>
>;

/** The mail that says what a notice says. */
export function toNoticeMail(sentence: string): {
  readonly subject: string;
  readonly text: string;
} {
  return { subject: '送暖：您有一条新消息', text: `${sentence}\n请登录送暖查看。` };
}

/** By the code a reason begins with; what follows it is the other side's own words. */
const REASONS: Readonly<Record<string, string>> = {
  'mail.address_invalid': '邮件地址无效',
  'mail.refused': '邮件服务器拒收',
  'mail.unreachable': '连接不上邮件服务器',
  'mail.no_answer': '已交给邮件服务器，但没有收到答复，可能已经送达',
  'sms.no_phone': '会员名册中没有此人的手机号',
  'sms.unreachable': '连接不上短信网关',
  'sms.refused': '短信网关没有接收',
  'sms.no_answer': '已交给短信网关，但没有收到答复，可能已经送达',
  'robot.unknown': '没有配置这个名称的群机器人',
  'robot.unreachable': '连接不上群机器人的服务器',
  'robot.busy': '群机器人的服务器繁忙',
  'robot.refused': '群机器人的服务器拒收',
  'robot.no_answer': '已交给群机器人的服务器，但没有收到答复，可能已经送达',
  'robot.answer_unreadable': '群机器人的服务器答复无法识别，可能已经送达',
  'outbox.no_sender': '这个渠道没有配置',
  'outbox.sender_failed': '发送程序未能开始发送',
  'outbox.abandoned': '发送途中程序中断，结果不明，可能已经送达',
};

/** Chinese, with what the other side said behind it. */
export function explainSendReason(reason: string): string {
  const [code = '', ...rest] = reason.split(' ');
  const detail = rest.join(' ');
  const text = REASONS[code] ?? code;
  return detail === '' ? `${text}。` : `${text}（${detail}）。`;
}
