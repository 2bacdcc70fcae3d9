import { z } from 'zod';

import type { Context } from '#platform/context.ts';
import { enqueueJob } from '#platform/jobs/enqueue-job.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { findDuplicates } from './find-duplicates.ts';
import type { HouseholdKeys } from './household-keys.ts';

const Nothing = z.object({});
export type DuplicateJob = JobKind<z.infer<typeof Nothing>>;

/** Searches everything the asker sees; in one transaction, so beginning again does no harm. */
export function createDuplicateJob(keys: Pick<HouseholdKeys, 'cipher'>): DuplicateJob {
  return {
    name: 'households.find_duplicates',
    title: '全库查重',
    input: Nothing,
    run: async ({ inContext, progress }) => {
      progress(0, null, '正在比对');
      const found = await inContext(async (context) => {
        const counts = await findDuplicates(context, keys, {
          householdIds: 'all',
          onProgress: (count) => progress(count, null, '正在比对'),
        });
        const entry = { action: 'household.duplicates_searched', subject: 'household' };
        await context.record({ ...entry, subjectId: null, after: { ...counts } });
        return counts;
      });
      return { ...found, link: '/duplicates' };
    },
  };
}

/** Orders the search; returns the job's id. */
export async function orderDuplicateSearch(context: Context, kind: DuplicateJob): Promise<string> {
  const { actor } = context;
  if (actor.unionId === null) throw new Error('a search is ordered by a person of a union');
  const jobId = await enqueueJob(context, {
    kind,
    input: {},
    permission: 'households.merge',
    unionId: actor.unionId,
  });
  await context.record({ subjectId: jobId, unionId: actor.unionId });
  return jobId;
}
