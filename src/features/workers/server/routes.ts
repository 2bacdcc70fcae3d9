import type { Api } from '#platform/http/api.ts';

import { addWorkerDeskRoutes } from './desk-routes.ts';
import { addOwnRoutes } from './own-routes.ts';
import { addRegistrationRoutes } from './registration-routes.ts';
import type { WorkerDependencies } from './worker-dependencies.ts';

/** The access of workers: registering, the self-test, the own case and data. */
export function addWorkerRoutes(api: Api, dependencies: WorkerDependencies): void {
  addRegistrationRoutes(api, dependencies);
  addOwnRoutes(api, dependencies);
  addWorkerDeskRoutes(api, dependencies);
}
