import type { Pool, PoolClient } from 'pg';
import type PgBoss from 'pg-boss';

import { holdJob } from './job-locks.ts';
import { JOB_QUEUE, QUEUE } from './job-queue.ts';
import type { QueuedRun } from './job-queue.ts';

/** A job that this process is at work on, and nobody else is. */
export interface ClaimedJob extends QueuedRun {
  /** The queue's own id; another one after a person asked for a retry. */
  readonly queueId: string;
  /** How often it was begun before since it was queued. */
  readonly retryCount: number;
  readonly release: () => Promise<void>;
}

/**
 * Takes the next job, if any. Its lock is taken before the queue's row says "at work" to others, so
 * nobody can see it at work and free.
 */
export async function claimJob(pool: Pool): Promise<ClaimedJob | undefined> {
  const fetcher = await pool.connect();
  let failure: unknown;
  try {
    await fetcher.query('begin');
    const job = await fetchJob(fetcher);
    const claim = job === undefined ? undefined : await hold(pool, job);
    await fetcher.query(claim === undefined ? 'rollback' : 'commit').catch(async (error) => {
      await claim?.release();
      throw error;
    });
    return claim;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // A connection in an unknown state is closed instead of going back to the pool.
    fetcher.release(failure !== undefined);
  }
}

async function fetchJob(
  client: PoolClient,
): Promise<PgBoss.JobWithMetadata<QueuedRun> | undefined> {
  let failure: unknown;
  const db: PgBoss.Db = {
    executeSql: (text, values) =>
      client.query(text, values).catch((error: unknown) => {
        failure = error;
        throw error;
      }),
  };
  const jobs = await JOB_QUEUE.fetch<QueuedRun>(QUEUE, { includeMetadata: true, db });
  // pg-boss takes any failure here for "nothing to do".
  if (failure !== undefined) throw failure;
  return jobs[0];
}

async function hold(
  pool: Pool,
  { id, data, retryCount }: PgBoss.JobWithMetadata<QueuedRun>,
): Promise<ClaimedJob | undefined> {
  const holder = await pool.connect();
  let isReleased = false;
  const release = async (): Promise<void> => {
    if (isReleased) return;
    isReleased = true;
    const isSound = await holder.query('rollback').then(
      () => true,
      () => false,
    );
    holder.release(!isSound);
  };
  try {
    if (await holdJob(holder, id)) return { ...data, queueId: id, retryCount, release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return undefined;
}
