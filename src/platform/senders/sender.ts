/** A message to somebody outside, ready to leave. */
export interface OutgoingMessage {
  /** UUID, the same over all attempts: what receivers may recognise a repeated message by. */
  readonly id: string;
  /** A mail address, or the name of a configured robot: never a robot's key. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * What became of one attempt. `refused`: certainly not accepted. `unknown`: it left us and no answer
 * came, so it may have arrived; whoever sends it again risks sending it twice.
 * A reason is `<dotted.code> <detail>`, in English, without any secret.
 */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly receipt: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly isRetryable: boolean }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Sender {
  readonly channel: 'mail' | 'wecom' | 'dingtalk' | 'sms';
  /** Rejects only before anything has left (the robot could not be looked up): safe to retry. */
  send(message: OutgoingMessage): Promise<SendOutcome>;
}
