import { z } from 'zod';

import type { InputProblem } from '#core/input-problem.ts';

import type { ProblemMessage } from '../messages.ts';

/** How a checked list is to be written. */
export const ImportOrder = z.object({
  mode: z.enum(['all_or_nothing', 'skip_faulty']),
  reason: z.string().trim().min(4).max(500).describe('Why; kept in the history and the audit log'),
});
export type ImportOrder = z.infer<typeof ImportOrder>;

export const ImportProblem = z.object({
  severity: z.enum(['error', 'notice']),
  /** `工会组织!B7`. */
  where: z.string(),
  value: z.string(),
  code: z.string(),
  cause: z.string(),
  cure: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportCheck = z.object({
  rowCount: z.int(),
  createCount: z.int(),
  updateCount: z.int(),
  unchangedCount: z.int(),
  /** Rows with an error; `skip_faulty` leaves them out. */
  faultyCount: z.int(),
  problemCount: z.int(),
  /** The first 500 in the order of the rows. */
  problems: z.array(ImportProblem),
  /** False when the file as a whole cannot be read: columns are missing. */
  canSkipFaulty: z.boolean(),
});
export type ImportCheck = z.infer<typeof ImportCheck>;

/** The import runs in the background; its job ends with an `ImportResult`. */
export const ImportOrdered = z.object({ jobId: z.uuid() });
export type ImportOrdered = z.infer<typeof ImportOrdered>;

export const ImportResult = z.object({
  createCount: z.int(),
  updateCount: z.int(),
  unchangedCount: z.int(),
  skippedCount: z.int(),
});
export type ImportResult = z.infer<typeof ImportResult>;

const MAX_SHOWN_PROBLEMS = 500;

/** The first problems of a checked file, in words, and how many there are. */
export function showProblems(
  problems: readonly InputProblem[],
  describe: (problem: InputProblem) => ProblemMessage,
): Pick<ImportCheck, 'problems' | 'problemCount'> {
  return {
    problemCount: problems.length,
    problems: problems.slice(0, MAX_SHOWN_PROBLEMS).map((problem) => ({
      ...describe(problem),
      severity: problem.severity,
      code: problem.code,
    })),
  };
}
