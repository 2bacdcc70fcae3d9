import type { SendOutcome, Sender } from '#platform/senders/sender.ts';

import type { ClaimedMessage } from './outbox-claims.ts';

/** Hands a message to the sender of its channel, once. */
export async function sendMessage(
  senders: readonly Sender[],
  { id, channel, recipient, subject, text }: ClaimedMessage,
  onError: (error: unknown) => void,
): Promise<SendOutcome> {
  const sender = senders.find((candidate) => candidate.channel === channel);
  if (sender === undefined) {
    // Not kept for the day the channel is set up: the news would be old.
    return { kind: 'refused', reason: `outbox.no_sender ${channel}`, isRetryable: false };
  }
  try {
    return await sender.send({ id, to: recipient, subject, text });
  } catch (error) {
    // A sender rejects only before anything has left.
    onError(error);
    return { kind: 'refused', reason: 'outbox.sender_failed', isRetryable: true };
  }
}
