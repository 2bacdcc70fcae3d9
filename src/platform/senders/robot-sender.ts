import { isIP } from 'node:net';

import { AppError } from '#core/app-error.ts';

import { failureReason, toSafeLine } from './failure-reason.ts';
import type { PlainReach } from './plain-reach.ts';
import { OUT_OF_REACH, isWithinReach, toBareHost } from './plain-reach.ts';
import type { PostReply } from './post-json.ts';
import { postJson } from './post-json.ts';
import type { Robot, RobotDialect } from './robot-dialects.ts';
import { ROBOT_DIALECTS } from './robot-dialects.ts';
import type { OutgoingMessage, SendOutcome, Sender } from './sender.ts';

export interface RobotGateway {
  readonly channel: 'wecom' | 'dingtalk';
  /** Of a private deployment; undefined for the vendor's own. May have a path, no query. */
  readonly baseUrl: string | undefined;
  /** Where an `http:` base URL may lead; `https:` may lead anywhere. */
  readonly plainReach: PlainReach;
  readonly caPem: string | undefined;
  readonly timeoutMs: number;
  /** The robot that messages are addressed to by this name. */
  findRobot(name: string): Promise<Robot | undefined>;
  /** The signature of a DingTalk robot is good for an hour around this time. */
  now(): Date;
}

/**
 * Sends text messages to group robots (群机器人) of WeCom and DingTalk. A text that is too long for
 * the vendor is cut, with an ellipsis. Throws `robot.base_url_invalid` for an unusable base URL.
 */
export function createRobotSender(gateway: RobotGateway): Sender {
  const dialect = ROBOT_DIALECTS[gateway.channel];
  const endpoint = toEndpoint(gateway, dialect);
  return {
    channel: gateway.channel,
    async send(message): Promise<SendOutcome> {
      const robot = await gateway.findRobot(message.to);
      if (robot === undefined) {
        return refused(failureReason('robot.unknown', message.to, []), false);
      }
      const query = dialect.toQuery(robot, gateway.now());
      const url = new URL(endpoint);
      url.search = new URLSearchParams(query).toString();
      const { timeoutMs, plainReach, caPem } = gateway;
      const content = toContent(message, dialect.maxTextBytes);
      const reply = await postJson(
        { url, timeoutMs, plainReach, caPem },
        { msgtype: 'text', text: { content } },
      );
      return toOutcome(reply, dialect, [robot.secret ?? '', ...Object.values(query)]);
    },
  };
}

function toEndpoint(gateway: RobotGateway, dialect: RobotDialect): URL {
  const base = gateway.baseUrl ?? dialect.defaultBaseUrl;
  if (!URL.canParse(base)) throw new AppError('invalid', 'robot.base_url_invalid');
  const url = new URL(`${base.replace(/\/+$/, '')}/`);
  const host = toBareHost(url.hostname);
  const isReachable =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' &&
      gateway.plainReach !== 'nowhere' &&
      // A name is looked up, and checked, at each connection.
      (isIP(host) === 0 || isWithinReach(host, gateway.plainReach)));
  const hasExtras = `${url.username}${url.password}${url.search}${url.hash}` !== '';
  if (!isReachable || hasExtras) throw new AppError('invalid', 'robot.base_url_invalid');
  return new URL(dialect.path, url);
}

function toContent(message: OutgoingMessage, maxBytes: number): string {
  const whole = [message.subject, message.text].filter((part) => part !== '').join('\n');
  if (Buffer.byteLength(whole) <= maxBytes) return whole;
  let content = '';
  let byteLength = Buffer.byteLength('…');
  for (const character of whole) {
    byteLength += Buffer.byteLength(character);
    if (byteLength > maxBytes) break;
    content += character;
  }
  return `${content}…`;
}

function toOutcome(
  reply: PostReply,
  dialect: RobotDialect,
  secrets: readonly string[],
): SendOutcome {
  switch (reply.kind) {
    case 'not_sent':
      return refused(`robot.unreachable ${reply.code}`, reply.code !== OUT_OF_REACH);
    case 'no_answer':
      return { kind: 'unknown', reason: `robot.no_answer ${reply.code}` };
    case 'answered':
      return judgeAnswer(reply, dialect, secrets);
  }
}

function judgeAnswer(
  reply: PostReply & { kind: 'answered' },
  dialect: RobotDialect,
  secrets: readonly string[],
): SendOutcome {
  const { status } = reply;
  if (status === 429 || status === 408 || status === 503) {
    return refused(`robot.busy HTTP ${status}`, true);
  }
  // A gateway that fails behind our back (500, 502, 504) may have passed the message on before.
  if (status >= 500) return { kind: 'unknown', reason: `robot.no_answer HTTP ${status}` };
  if (status >= 300) return refused(`robot.refused HTTP ${status}`, false);
  const answer = parseAnswer(reply.body);
  if (answer === undefined) return { kind: 'unknown', reason: 'robot.answer_unreadable' };
  if (answer.errcode === 0) {
    return { kind: 'sent', receipt: toSafeLine(`errcode 0 ${reply.date}`, secrets) };
  }
  const isBusy = dialect.busyCodes.has(answer.errcode);
  const detail = `errcode ${answer.errcode} ${answer.errmsg}`;
  return refused(failureReason(isBusy ? 'robot.busy' : 'robot.refused', detail, secrets), isBusy);
}

function parseAnswer(body: string): { errcode: number; errmsg: string } | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof answer !== 'object' || answer === null || !('errcode' in answer)) return undefined;
  const errcode = Number(answer.errcode);
  if (!Number.isInteger(errcode)) return undefined;
  const errmsg = 'errmsg' in answer && typeof answer.errmsg === 'string' ? answer.errmsg : '';
  return { errcode, errmsg };
}

function refused(reason: string, isRetryable: boolean): SendOutcome {
  return { kind: 'refused', reason, isRetryable };
}
