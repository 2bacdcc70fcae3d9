import type { JobKind } from '#platform/jobs/job-kind.ts';

/** Everything that may run in the background. */
export const JOB_KINDS: readonly JobKind[] = [];

/** The Chinese name of a kind; of one that this version has no longer, its code. */
export function titleOfJob(kind: string): string {
  return JOB_KINDS.find(({ name }) => name === kind)?.title ?? kind;
}
