import { addNotice } from '#features/notices/server/commands.ts';
import type { WorkerOptions, Worker } from '#platform/jobs/start-worker.ts';
import { startWorker } from '#platform/jobs/start-worker.ts';

import { JOB_NOTICE_TEXTS } from '../messages.ts';
import { findAsker } from './find-asker.ts';

export type JobWorkerOptions = Omit<WorkerOptions, 'findAsker' | 'onFinished'>;

/** Runs people's jobs under their rights of the moment, and tells them in their inbox how it ended. */
export function startJobWorker(options: JobWorkerOptions): Promise<Worker> {
  return startWorker({
    ...options,
    findAsker,
    onFinished: (transaction, { id, accountId, title, state }, now) =>
      addNotice({ transaction, now }, JOB_NOTICE_TEXTS, {
        accountId,
        code: `jobs.${state}`,
        params: { title },
        link: `/jobs/${id}`,
      }),
  });
}
