import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { wakeWorkers } from './enqueue-job.ts';
import { isLeftBehind } from './job-locks.ts';
import { JOB_QUEUE, QUEUE, throughTransaction } from './job-queue.ts';
import type { QueuedRun } from './job-queue.ts';

interface ActiveJob {
  readonly id: string;
  readonly data: QueuedRun;
}

/** Puts jobs back into the queue whose worker died at work; returns how many. */
export async function recoverJobs(database: Database): Promise<number> {
  // pg-boss cannot list the jobs at work.
  const { rows } = await database.pool.query<ActiveJob>(
    `select id, data from pgboss.job where name = $1 and state = 'active'`,
    [QUEUE],
  );
  let count = 0;
  for (const job of rows) if (await recover(database, job)) count += 1;
  return count;
}

async function recover(database: Database, { id, data }: ActiveJob): Promise<boolean> {
  const scope = { roots: [], accountId: data.accountId };
  return inTransaction(database, scope, async (transaction) => {
    if (!(await isLeftBehind(transaction, id))) return false;
    const options = { db: throughTransaction(transaction) };
    // It may have ended between the list and the lock.
    const job = await JOB_QUEUE.getJobById(QUEUE, id, { ...options, includeArchive: false });
    if (job?.state !== 'active') return false;
    // Unlike a failure, an interruption waits for nothing; it counts as a retry when it is begun.
    await JOB_QUEUE.cancel(QUEUE, id, options);
    await JOB_QUEUE.resume(QUEUE, id, options);
    await transaction
      .updateTable('jobRuns')
      .set({ state: 'queued' })
      .where('id', '=', data.runId)
      .where('state', '=', 'running')
      .execute();
    await wakeWorkers(transaction);
    return true;
  });
}
