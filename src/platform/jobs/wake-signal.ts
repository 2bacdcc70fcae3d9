import type { Pool, PoolClient } from 'pg';

import { WAKE_CHANNEL } from './job-queue.ts';

export interface WakeSignal {
  /** Counts the calls so far: one that came while looking is not missed. */
  readonly count: () => number;
  /** Until the count passes `seen`, or the time is over. */
  readonly wait: (seen: number, timeoutMs: number) => Promise<void>;
  readonly wake: () => void;
  /** Listens to other transactions' calls; again after the connection was lost. */
  readonly listen: () => Promise<void>;
  readonly close: () => void;
}

export function createWakeSignal(pool: Pool): WakeSignal {
  let count = 0;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    count += 1;
    for (const resume of waiting) resume();
  };
  return {
    count: () => count,
    wait: (seen, timeoutMs) =>
      new Promise((resolve) => {
        if (count > seen) return resolve();
        const resume = (): void => {
          clearTimeout(timer);
          waiting.delete(resume);
          resolve();
        };
        const timer = setTimeout(resume, timeoutMs);
        waiting.add(resume);
      }),
    wake,
    ...createListener(pool, wake),
  };
}

function createListener(pool: Pool, wake: () => void): Pick<WakeSignal, 'listen' | 'close'> {
  let listener: PoolClient | undefined;
  const close = (): void => {
    listener?.off('notification', wake);
    // Not reused: it would go on listening.
    listener?.release(true);
    listener = undefined;
  };
  const listen = async (): Promise<void> => {
    if (listener !== undefined) return;
    const client = await pool.connect();
    listener = client;
    client.on('error', () => {
      if (listener === client) close();
    });
    client.on('notification', wake);
    await client.query(`listen ${WAKE_CHANNEL}`);
  };
  return { listen, close };
}
