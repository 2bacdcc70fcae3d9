import { setTimeout as sleep } from 'node:timers/promises';

import { isAppError } from '#core/app-error.ts';

import { terminate } from './postmaster.ts';
import { runServer } from './run-server.ts';
import type { RunningServer, ServerSetup } from './run-server.ts';
import { leaveUsers } from './server-user.ts';

export interface Supervision {
  readonly wasRunning: boolean;
  /** Of the server's first process, another one after each restart. */
  readonly findPid: () => number;
  readonly stop: () => Promise<void>;
}

const LONGEST_PAUSE_MS = 5000;

/** Makes the server run and keeps it running until it is told to stop. */
export async function supervise(
  setup: ServerSetup,
  log: (line: string) => void,
): Promise<Supervision> {
  let running = await runServer(setup);
  const { wasRunning } = running;
  log(`PostgreSQL ${wasRunning ? 'joined' : 'started'}, process ${running.postmaster.pid}`);
  const stopping = new AbortController();
  let recovering: Promise<void> = Promise.resolve();
  const watch = (): void => {
    running.membership.once('end', () => {
      if (!stopping.signal.aborted) recovering = recover();
    });
  };
  const recover = async (): Promise<void> => {
    log('PostgreSQL is gone; starting it again');
    const found = await retry(setup, log, stopping.signal);
    if (found === undefined) return;
    running = found;
    log(`PostgreSQL is back, process ${running.postmaster.pid}`);
    watch();
  };
  watch();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await recovering;
    const isLast = await leaveUsers(running.membership);
    if (isLast) await terminate(running.postmaster, setup.folders, setup.program);
    await running.membership.end();
  };
  return { wasRunning, findPid: () => running.postmaster.pid, stop };
}

/** Goes on for as long as it takes, e.g. until somebody has made room on a full disk. */
async function retry(
  setup: ServerSetup,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<RunningServer | undefined> {
  for (let pause = 100; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await runServer(setup);
    } catch (error) {
      const details = isAppError(error) ? JSON.stringify(error.params) : '';
      log(`PostgreSQL does not start: ${String(error)} ${details}`);
      // Told to stop, it ends early.
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}
