import { setTimeout as sleep } from 'node:timers/promises';

import type { Database } from '#platform/database/open-database.ts';
import type { Sender } from '#platform/senders/sender.ts';

import { abandonOldClaims, claimMessages, writeSendOutcome } from './outbox-claims.ts';
import type { ClaimedMessage, OutboxSettings } from './outbox-claims.ts';
import { sendMessage } from './send-message.ts';

export interface DispatcherOptions {
  readonly database: Database;
  /** One a channel; a message of another channel is refused. */
  readonly senders: readonly Sender[];
  readonly settings: (now: Date) => Promise<OutboxSettings>;
  readonly now: () => Date;
  readonly everyMs: number;
  /** For the log of the program. */
  readonly onError: (error: unknown) => void;
}

export interface Dispatcher {
  /** Waits for the messages being sent. */
  readonly stop: () => Promise<void>;
}

/** Sends due messages until it is stopped. Several dispatchers share the outbox. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const stopping = new AbortController();
  const loop = (async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const count = await dispatchDue(options).catch((error: unknown) => {
        options.onError(error);
        return 0;
      });
      // More may be due than one round takes.
      if (count > 0) continue;
      await sleep(options.everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return loop;
    },
  };
}

/** One round: sends what is due, some messages at a time; returns how many were taken. */
export async function dispatchDue(options: DispatcherOptions): Promise<number> {
  const { database, now } = options;
  await abandonOldClaims(database, now());
  const messages = await claimMessages(database, now());
  await Promise.all(messages.map((message) => dispatch(options, message)));
  return messages.length;
}

/** A claim that is not closed here (the database is away) becomes `unknown` in time. */
async function dispatch(options: DispatcherOptions, message: ClaimedMessage): Promise<void> {
  const { database, senders, settings, now, onError } = options;
  try {
    const outcome = await sendMessage(senders, message, onError);
    await writeSendOutcome(database, message, {
      outcome,
      now: now(),
      settings: await settings(now()),
    });
  } catch (error) {
    onError(error);
  }
}
