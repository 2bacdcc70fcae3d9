import { AppError } from '#core/app-error.ts';

import { failureReason } from './failure-reason.ts';
import { postJson } from './post-json.ts';
import type { SendOutcome, Sender } from './sender.ts';

/** A unit's own gateway of text messages (短信网关), or a small relay before that of a company. */
export interface SmsGateway {
  /** Complete; `https:`, or `http:` within the own network. What proves us lies in it. */
  readonly url: string;
  readonly timeoutMs: number;
  /** To the phone of whom a message is for; undefined when none is known by now. */
  readonly findPhone: (recipient: string) => Promise<string | undefined>;
}

/**
 * Posts `{ id, phone, text }` to the gateway; any 2xx is an accepted message. Throws `config.not_a_url` for
 * an address that cannot be used.
 */
export function createSmsSender({ url: address, timeoutMs, findPhone }: SmsGateway): Sender {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new AppError('invalid', 'config.not_a_url');
  }
  return {
    channel: 'sms',
    async send({ id, to, text }): Promise<SendOutcome> {
      const phone = await findPhone(to);
      if (phone === undefined) return refused(failureReason('sms.no_phone', to, []), false);
      const target = { url, timeoutMs, plainReach: 'private', caPem: undefined } as const;
      const reply = await postJson(target, { id, phone, text });
      if (reply.kind === 'not_sent') return refused(`sms.unreachable ${reply.code}`, true);
      if (reply.kind === 'no_answer') {
        return { kind: 'unknown', reason: `sms.no_answer ${reply.code}` };
      }
      const { status } = reply;
      if (status >= 200 && status < 300) return { kind: 'sent', receipt: `HTTP ${status}` };
      // A gateway that fails behind our back may have passed the message on before.
      if (status >= 500) return { kind: 'unknown', reason: `sms.no_answer HTTP ${status}` };
      return refused(`sms.refused HTTP ${status}`, status === 429);
    },
  };
}

function refused(reason: string, isRetryable: boolean): SendOutcome {
  return { kind: 'refused', reason, isRetryable };
}
