import type { ImportJobInput } from '#features/attachments/server/commands/import-job.ts';
import type { Api } from '#platform/http/api.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

import { addWorkerDeskRoutes } from './desk-routes.ts';
import { addOwnRoutes } from './own-routes.ts';
import { addRegistrationRoutes } from './registration-routes.ts';
import { addRosterRoutes } from './roster-routes.ts';
import type { WorkerDependencies } from './worker-dependencies.ts';

/** The access of workers: registering, the self-test, the own case and data. */
export function addWorkerRoutes(
  api: Api,
  dependencies: WorkerDependencies,
  importJob: JobKind<ImportJobInput>,
): void {
  addRegistrationRoutes(api, dependencies);
  addOwnRoutes(api, dependencies);
  addWorkerDeskRoutes(api, dependencies);
  addRosterRoutes(api, dependencies, importJob);
}
