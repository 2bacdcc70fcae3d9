import type { RouteContract } from '#core/route-contract.ts';

import type { ReplySchema } from '../api-client.ts';
import type { JobState } from '../job-progress.tsx';

export interface ImportProblem {
  readonly severity: 'error' | 'notice';
  /** `工会组织!B7` */
  readonly where: string;
  readonly value: string;
  readonly code: string;
  readonly cause: string;
  readonly cure: string;
}

/** What a file would do, before anything is written. */
export interface ImportCheck {
  readonly rowCount: number;
  readonly createCount: number;
  readonly updateCount: number;
  readonly unchangedCount: number;
  readonly faultyCount: number;
  readonly problemCount: number;
  readonly problems: readonly ImportProblem[];
  readonly canSkipFaulty: boolean;
}

export interface ImportCounts {
  readonly createCount: number;
  readonly updateCount: number;
  readonly unchangedCount: number;
  readonly skippedCount: number;
}

export interface ImportJob {
  readonly title: string;
  readonly state: JobState;
  readonly doneCount: number;
  readonly totalCount: number | null;
  readonly step: string | null;
  readonly error: { readonly detail: string } | null;
  readonly result?: unknown;
}

/** A list that can be brought in as a workbook. */
export interface ImportKind {
  /** What it is called in the house, e.g. 工会组织; files are named after it. */
  readonly name: string;
  readonly description: string;
  /** Measure word and noun, e.g. 个工会. */
  readonly counted: string;
  /** Where its pages begin. */
  readonly home: string;
  /** Queries under this key are asked again afterwards. */
  readonly queryKey: string;
  readonly templateNote: string;
  readonly fileNote: string;
  readonly reasonExample: string;
  readonly longestBytes: number;
  readonly routes: {
    readonly template: RouteContract;
    readonly checkImport: RouteContract;
    readonly importErrors: RouteContract;
    readonly import: RouteContract;
  };
  readonly check: ReplySchema<ImportCheck>;
  readonly ordered: ReplySchema<{ readonly jobId: string }>;
  readonly loadJob: (id: string, signal: AbortSignal) => Promise<ImportJob>;
  /** Reads how a job ended; nothing when it is no import's end. */
  readonly readResult: (result: unknown) => ImportCounts | undefined;
}
