import { AppError } from '#core/app-error.ts';
import type { Config } from '#platform/config.ts';
import { createMailSender } from '#platform/senders/mail-sender.ts';
import type { MailServer } from '#platform/senders/mail-sender.ts';
import { createRobotSender } from '#platform/senders/robot-sender.ts';
import type { Sender } from '#platform/senders/sender.ts';
import { createSmsSender } from '#platform/senders/sms-sender.ts';
import type { SmsGateway } from '#platform/senders/sms-sender.ts';

const TIMEOUT_MS = 20_000;
/** The one robot of each kind that the environment configures. */
export const ROBOT_NAME = '默认';

/** The ways out that the environment configures; a message for another one is refused with the reason. */
export function createSenders(
  config: Config,
  { now, findPhone }: { readonly now: () => Date; readonly findPhone: SmsGateway['findPhone'] },
): Sender[] {
  const { smtpUrl, wecomWebhook, dingtalkWebhook, dingtalkSecret, smsUrl } = config;
  return [
    ...(smtpUrl === undefined ? [] : [createMailSender(toMailServer(smtpUrl, config.mailFrom))]),
    ...(wecomWebhook === undefined ? [] : [robot('wecom', wecomWebhook, undefined, now)]),
    ...(dingtalkWebhook === undefined
      ? []
      : [robot('dingtalk', dingtalkWebhook, dingtalkSecret, now)]),
    ...(smsUrl === undefined
      ? []
      : [createSmsSender({ url: smsUrl, timeoutMs: TIMEOUT_MS, findPhone })]),
  ];
}

function robot(
  channel: 'wecom' | 'dingtalk',
  webhook: string,
  secret: string | undefined,
  now: () => Date,
): Sender {
  const url = parseUrl(webhook);
  const key = url.searchParams.get(channel === 'wecom' ? 'key' : 'access_token') ?? '';
  return createRobotSender({
    channel,
    baseUrl: url.origin,
    plainReach: 'private',
    caPem: undefined,
    timeoutMs: TIMEOUT_MS,
    findRobot: async (name) => (name === ROBOT_NAME ? { key, secret } : undefined),
    now,
  });
}

/** `smtps://user:password@host:465` for TLS from the start, `smtp://…` for STARTTLS or a local relay. */
function toMailServer(text: string, from: string | undefined): MailServer {
  const url = parseUrl(text);
  const isTls = url.protocol === 'smtps:';
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return {
    host: url.hostname,
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    security: isTls ? 'tls' : isLocal ? 'none' : 'starttls',
    caPem: undefined,
    credentials:
      url.username === ''
        ? undefined
        : {
            user: decodeURIComponent(url.username),
            password: decodeURIComponent(url.password),
          },
    from: { name: '送暖', address: from ?? `songnuan@${url.hostname}` },
    timeoutMs: TIMEOUT_MS,
  };
}

function parseUrl(text: string): URL {
  if (!URL.canParse(text)) throw new AppError('invalid', 'config.not_a_url');
  return new URL(text);
}
