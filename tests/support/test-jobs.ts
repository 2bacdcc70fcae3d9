import { z } from 'zod';

import { startJobWorker } from '#features/jobs/server/start-job-worker.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import type { Database } from '#platform/database/open-database.ts';
import type { Job, JobKind } from '#platform/jobs/job-kind.ts';
import type { Worker } from '#platform/jobs/start-worker.ts';

import { TEST_MAC_KEY, TEST_NOW } from './context.ts';

const StepsInput = z.object({ stepCount: z.int() });

/**
 * A job of so many steps, each in a transaction of its own that leaves a row behind. A step whose row
 * is there is passed over. `beforeStep` may delay it, or end the process.
 */
export function stepsKind(
  beforeStep: (step: number, job: Job<unknown>) => Promise<void> = async () => undefined,
): JobKind<z.output<typeof StepsInput>> {
  return {
    name: 'test.steps',
    title: '分步任务',
    input: StepsInput,
    run: async (job) => {
      const { stepCount } = job.input;
      for (let step = 1; step <= stepCount; step++) {
        await beforeStep(step, job);
        await job.inContext(async ({ transaction, now, record }) => {
          const key = `${job.id} ${step}`;
          const found = await transaction
            .selectFrom('settingEntries')
            .select('id')
            .where('key', '=', key)
            .executeTakeFirst();
          if (found !== undefined) return;
          await transaction
            .insertInto('settingEntries')
            .values({ key, value: '1', validFrom: '2026-03-02', reason: '测试步骤', setAt: now })
            .execute();
          await record({ action: 'test.stepped', subject: 'job', subjectId: job.id });
        });
        job.progress(step, stepCount, '正在执行');
      }
      return { stepCount };
    },
  };
}

export function startTestWorker(
  database: Database,
  kinds: readonly JobKind[],
  {
    onError = () => undefined,
    pollMs = 500,
  }: { onError?: (error: unknown) => void; pollMs?: number } = {},
): Promise<Worker> {
  return startJobWorker({
    database,
    kinds,
    pollMs,
    auditLog: createAuditLog(TEST_MAC_KEY),
    now: () => TEST_NOW,
    onError,
  });
}
