import type { Api } from '#platform/http/api.ts';

import { JOB_ROUTES } from '../contract.ts';
import { retryJob } from './commands.ts';
import { getJob, listJobs } from './queries.ts';
import type { JobTexts } from './queries.ts';

export function addJobRoutes(api: Api, texts: JobTexts): void {
  api.bind(JOB_ROUTES.list, (context, { query }) => listJobs(context, query, texts));
  api.bind(JOB_ROUTES.get, (context, { params }) => getJob(context, params.id, texts));
  api.bind(JOB_ROUTES.retry, async (context, { params }) => {
    await retryJob(context, params.id);
    return getJob(context, params.id, texts);
  });
}
