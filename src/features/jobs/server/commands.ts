import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { requeueJob } from '#platform/jobs/enqueue-job.ts';

/**
 * Puts an own failed job back into the queue; whether its asker still holds the right is seen when it
 * runs. @throws AppError not_found `jobs.unknown`, conflict `jobs.not_failed`.
 */
export async function retryJob(context: Context, id: string): Promise<void> {
  const { transaction, actor } = context;
  const row = await transaction
    .selectFrom('jobRuns')
    .select(['kind', 'error', 'accountId', 'unionId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.accountId !== actor.accountId) {
    throw new AppError('not_found', 'jobs.unknown');
  }
  const { kind, error, accountId, unionId } = row;
  if (!(await requeueJob(transaction, { runId: id, accountId }))) {
    throw new AppError('conflict', 'jobs.not_failed');
  }
  await context.record({ subjectId: id, unionId, before: { kind, error } });
}
