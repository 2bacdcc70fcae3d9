import { setTimeout as sleep } from 'node:timers/promises';

import { isAppError } from '#core/app-error.ts';

const PAUSE_MS = 250;
const GIVE_UP_MS = 60_000;

/**
 * Does again what failed because the database was away, for a minute at most: a server that answers
 * already must not end because its database is started anew meanwhile. Work must bear being done twice.
 */
export async function untilAvailable<Result>(work: () => Promise<Result>): Promise<Result> {
  const since = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isAway = isAppError(error) && error.kind === 'unavailable';
      if (!isAway || performance.now() - since > GIVE_UP_MS) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
