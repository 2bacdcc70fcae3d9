export const CHANNELS = ['mail', 'wecom', 'dingtalk', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

export const MESSAGE_STATES = ['waiting', 'sending', 'sent', 'refused', 'unknown'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What an administrator may send again; `unknown` may have arrived, which is why a reason is asked. */
export const RETRYABLE_STATES: readonly MessageState[] = ['refused', 'unknown'];

/** Minutes before each next attempt, when the first pause is one minute. */
const PAUSES = [1, 5, 15, 60];

/** Minutes to wait after the given attempt (from 1); undefined when it was the last one. */
export function findPauseMinutes(
  attempt: number,
  { maxAttempts, firstPauseMinutes }: { maxAttempts: number; firstPauseMinutes: number },
): number | undefined {
  if (attempt >= maxAttempts) return undefined;
  const factor = PAUSES[Math.min(attempt, PAUSES.length) - 1] ?? 1;
  return factor * firstPauseMinutes;
}

/** `z***@example.org`; a robot's configured name says nothing of a person. */
export function maskRecipient(channel: Channel, recipient: string): string {
  if (channel !== 'mail') return recipient;
  const [name = '', domain = ''] = recipient.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}
