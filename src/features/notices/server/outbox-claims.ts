import type { Updateable } from 'kysely';

import type { Database } from '#platform/database/open-database.ts';
import type { OutboxMessages } from '#platform/database/schema.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import type { SendOutcome } from '#platform/senders/sender.ts';

import { findPauseMinutes } from '../rules/outbox-message.ts';

/** The dated settings that sending hangs on, by their keys; handed in. */
export interface OutboxSettings {
  readonly 'notices.max_attempts': number;
  readonly 'notices.first_retry_minutes': number;
}

/** A message that this process alone hands over, once. */
export interface ClaimedMessage {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly attempt: number;
}

const BATCH_SIZE = 10;
const MS_PER_MINUTE = 60_000;
/** Longer than any sender waits for its answer. */
const ABANDONED_AFTER_MS = 10 * MS_PER_MINUTE;

/** Takes due messages; they say `sending`, committed, before any of them is handed over. */
export function claimMessages(database: Database, now: Date): Promise<ClaimedMessage[]> {
  return inTransaction(database, SYSTEM_SCOPE, (transaction) =>
    transaction
      .with('due', (query) =>
        query
          .selectFrom('outboxMessages')
          .select('id')
          .where('state', '=', 'waiting')
          .where('nextAttemptAt', '<=', now)
          .orderBy('nextAttemptAt')
          .limit(BATCH_SIZE)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('outboxMessages')
      .from('due')
      .whereRef('outboxMessages.id', '=', 'due.id')
      .set((row) => ({
        state: 'sending',
        claimedAt: now,
        attempt: row('attempt', '+', 1),
      }))
      .returning(['outboxMessages.id', 'channel', 'recipient', 'subject', 'text', 'attempt'])
      .execute(),
  );
}

/**
 * A process died, or lost the database, between handing over and writing down: whether the message
 * arrived nobody knows, so it is left to a person.
 */
export async function abandonOldClaims(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - ABANDONED_AFTER_MS);
  await inTransaction(database, SYSTEM_SCOPE, (transaction) =>
    transaction
      .updateTable('outboxMessages')
      .set({ state: 'unknown', lastReason: 'outbox.abandoned' })
      .where('state', '=', 'sending')
      .where('claimedAt', '<', before)
      .execute(),
  );
}

export interface Sent {
  readonly outcome: SendOutcome;
  readonly now: Date;
  readonly settings: OutboxSettings;
}

export async function writeSendOutcome(
  database: Database,
  { id, attempt }: ClaimedMessage,
  sent: Sent,
): Promise<void> {
  await inTransaction(database, SYSTEM_SCOPE, (transaction) =>
    transaction
      .updateTable('outboxMessages')
      .set(toColumns(attempt, sent))
      .where('id', '=', id)
      .where('attempt', '=', attempt)
      // An answer that came very late still says more than none.
      .where('state', 'in', ['sending', 'unknown'])
      .execute(),
  );
}

function toColumns(attempt: number, { outcome, now, settings }: Sent): Updateable<OutboxMessages> {
  if (outcome.kind === 'sent') {
    return { state: 'sent', sentAt: now, receipt: outcome.receipt, lastReason: null };
  }
  const lastReason = outcome.reason;
  if (outcome.kind === 'unknown') return { state: 'unknown', lastReason };
  const pauseMinutes = outcome.isRetryable
    ? findPauseMinutes(attempt, {
        maxAttempts: settings['notices.max_attempts'],
        firstPauseMinutes: settings['notices.first_retry_minutes'],
      })
    : undefined;
  if (pauseMinutes === undefined) return { state: 'refused', lastReason };
  const nextAttemptAt = new Date(now.getTime() + pauseMinutes * MS_PER_MINUTE);
  return { state: 'waiting', lastReason, nextAttemptAt };
}
