import { setTimeout as sleep } from 'node:timers/promises';

import { repeated } from '../database/transaction.ts';
import { claimJob } from './claim-job.ts';
import type { ClaimedJob } from './claim-job.ts';
import { openQueue } from './job-queue.ts';
import { recoverJobs } from './recover-jobs.ts';
import { runJob } from './run-job.ts';
import type { JobDependencies } from './run-job.ts';
import { createWakeSignal } from './wake-signal.ts';
import type { WakeSignal } from './wake-signal.ts';

export interface WorkerOptions extends JobDependencies {
  /**
   * Jobs at once, 2 unless it is said. The pool must have more than twice as many connections, and
   * better be the worker's own: one listens, and each job holds one for as long as it takes.
   */
  readonly concurrency?: number;
  /** How often it looks by itself, for jobs whose time has come and calls that were missed. */
  readonly pollMs?: number;
}

export interface Worker {
  /** Takes no further job and waits for those at work; what is not done in time is begun again later. */
  readonly stop: (graceMs?: number) => Promise<void>;
}

const POLL_MS = 500;
/** After the database could not be reached. */
const FAILED_PAUSE_MS = 2000;
const RECOVER_EVERY_MS = 10_000;
const GRACE_MS = 10_000;

/**
 * Works on queued jobs until it is stopped. Several workers, in one process or many, share the queue.
 * @throws Error when the queue's tables were not prepared.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { pool } = options.database;
  const signal = createWakeSignal(pool);
  // The database may be started anew at this very moment.
  const queue = await repeated(() => startQueue(options));
  await repeated(() => signal.listen());
  const { concurrency = 2 } = options;
  const atWork = new Set<ClaimedJob>();
  const stopping = new AbortController();
  const state: WorkerState = { options, signal, atWork, stopping: stopping.signal };
  const loops = [
    lookAfter(state),
    ...Array.from({ length: concurrency }, () => workThrough(state)),
  ];
  return {
    stop: async (graceMs = GRACE_MS) => {
      stopping.abort();
      signal.wake();
      await Promise.race([Promise.all(loops), sleep(graceMs, undefined, { ref: false })]);
      // Whoever finds the lock free begins the job again.
      await Promise.all([...atWork].map((claim) => claim.release()));
      signal.close();
      await queue.stop({ graceful: false });
    },
  };
}

async function startQueue({
  database,
  onError,
}: WorkerOptions): Promise<ReturnType<typeof openQueue>> {
  const queue = openQueue({ executeSql: (text, values) => database.pool.query(text, values) });
  queue.on('error', (error) => onError(error, null));
  await queue.start();
  return queue;
}

interface WorkerState {
  readonly options: WorkerOptions;
  readonly signal: WakeSignal;
  readonly atWork: Set<ClaimedJob>;
  readonly stopping: AbortSignal;
}

async function workThrough(state: WorkerState): Promise<void> {
  const { options, signal, stopping } = state;
  const { pollMs = POLL_MS } = options;
  while (!stopping.aborted) {
    const seen = signal.count();
    const outcome = await workOnce(state);
    if (outcome === 'worked' || stopping.aborted) continue;
    await signal.wait(seen, outcome === 'failed' ? FAILED_PAUSE_MS : pollMs);
  }
}

async function workOnce({ options, atWork }: WorkerState): Promise<'worked' | 'idle' | 'failed'> {
  let claim: ClaimedJob | undefined;
  try {
    claim = await claimJob(options.database.pool);
    if (claim === undefined) return 'idle';
    atWork.add(claim);
    await runJob(options, claim);
    return 'worked';
  } catch (error) {
    // The database is away: the lock goes with it, and the job is found again.
    options.onError(error, claim?.runId ?? null);
    return 'failed';
  } finally {
    if (claim !== undefined) {
      atWork.delete(claim);
      await claim.release();
    }
  }
}

/** Finds jobs that a dead worker left behind, and keeps listening. */
async function lookAfter({ options, signal, stopping }: WorkerState): Promise<void> {
  while (!stopping.aborted) {
    try {
      await signal.listen();
      await recoverJobs(options.database);
    } catch (error) {
      options.onError(error, null);
    }
    await sleep(RECOVER_EVERY_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}
