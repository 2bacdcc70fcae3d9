import type { Api } from '#platform/http/api.ts';

import { DUPLICATE_ROUTES as ROUTES } from '../rules/duplicate-routes.ts';
import { judgeDuplicate } from './commands/judge-duplicate.ts';
import { getDuplicateDetail } from './duplicate-detail.ts';
import { orderDuplicateSearch } from './duplicate-job.ts';
import type { DuplicateJob } from './duplicate-job.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { listDuplicates } from './list-duplicates.ts';

export interface DuplicateRouteDependencies extends HouseholdKeys {
  /** As the workers know it. */
  readonly searchJob: DuplicateJob;
}

/** People who may stand in two files: list, comparison, verdict, search. */
export function addDuplicateRoutes(
  api: Api,
  { searchJob, ...keys }: DuplicateRouteDependencies,
): void {
  api.bind(ROUTES.list, (context, { query }) => listDuplicates(context, keys, query));
  api.bind(ROUTES.get, (context, { params }) => getDuplicateDetail(context, keys, params.id));
  api.bind(ROUTES.judge, async (context, { params: { id }, body }) => {
    await judgeDuplicate(context, { id, verdict: body });
    return getDuplicateDetail(context, keys, id);
  });
  api.bind(ROUTES.search, async (context) => ({
    jobId: await orderDuplicateSearch(context, searchJob),
  }));
}
