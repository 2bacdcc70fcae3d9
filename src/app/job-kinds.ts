import { createCivilAffairsImportJob } from '#features/households/server/civil-affairs-routes.ts';
import { createDuplicateJob } from '#features/households/server/duplicate-job.ts';
import type { HouseholdKeys } from '#features/households/server/household-keys.ts';
import { createHouseholdImportJob } from '#features/households/server/import-job.ts';
import { createUnionImportJob } from '#features/organizations/server/import-job.ts';
import { createReplayJob } from '#features/policies/server/replay-job.ts';
import { createRosterImportJob } from '#features/workers/server/roster-routes.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';

export interface JobKinds {
  readonly unionImport: ReturnType<typeof createUnionImportJob>;
  readonly householdImport: ReturnType<typeof createHouseholdImportJob>;
  readonly civilAffairsImport: ReturnType<typeof createCivilAffairsImportJob>;
  readonly rosterImport: ReturnType<typeof createRosterImportJob>;
  readonly duplicateSearch: ReturnType<typeof createDuplicateJob>;
  readonly policyReplay: ReturnType<typeof createReplayJob>;
}

export interface JobKindDependencies extends HouseholdKeys {
  readonly files: FileStore;
}

/** Everything that may run in the background. */
export function createJobKinds({ cipher, blindIndex, files }: JobKindDependencies): JobKinds {
  return {
    unionImport: createUnionImportJob({ cipher, files }),
    householdImport: createHouseholdImportJob({ cipher, blindIndex }, files),
    civilAffairsImport: createCivilAffairsImportJob({ cipher, blindIndex }, files),
    rosterImport: createRosterImportJob({ cipher, blindIndex }, files),
    duplicateSearch: createDuplicateJob({ cipher }),
    policyReplay: createReplayJob(),
  };
}

/** The Chinese name of a kind; of one that this version has no longer, its code. */
export function titleOfJob(kinds: JobKinds, name: string): string {
  const all: readonly JobKind[] = Object.values(kinds);
  return all.find((kind) => kind.name === name)?.title ?? name;
}
