import { createUnionImportJob } from '#features/organizations/server/import-job.ts';
import type { ImportJobDependencies } from '#features/organizations/server/import-job.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

export interface JobKinds {
  readonly unionImport: ReturnType<typeof createUnionImportJob>;
}

/** Everything that may run in the background. */
export function createJobKinds(dependencies: ImportJobDependencies): JobKinds {
  return { unionImport: createUnionImportJob(dependencies) };
}

/** The Chinese name of a kind; of one that this version has no longer, its code. */
export function titleOfJob(kinds: JobKinds, name: string): string {
  const all: readonly JobKind[] = Object.values(kinds);
  return all.find((kind) => kind.name === name)?.title ?? name;
}
