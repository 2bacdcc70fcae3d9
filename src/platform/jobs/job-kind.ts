import type { ZodType } from 'zod';

import type { Actor, Context } from '../context.ts';
import type { DatabaseTransaction } from '../database/open-database.ts';
import type { JsonValue } from '../database/schema.ts';

/** One run of a job, as the code of its kind sees it. */
export interface Job<Input> {
  readonly id: string;
  readonly input: Input;
  /** Who asked for it, with the unions for which the permission is held as this attempt begins. */
  readonly actor: Actor;
  /** From 1; more after a failure or an interruption. */
  readonly attempt: number;
  /** Written a few times a second at most, apart from the work's transactions. `step` is Chinese. */
  readonly progress: (doneCount: number, totalCount: number | null, step: string) => void;
  /**
   * Work in one transaction under the asker's scope, run again when it lost a race. Refused once
   * another worker has taken the job over.
   */
  readonly inContext: <Result>(work: (context: Context) => Promise<Result>) => Promise<Result>;
}

/**
 * A kind of job. It may be broken off anywhere and begun again, so it is written so that doing it
 * twice is doing it once: all of it in one `inContext`, or each `inContext` leaves behind what tells
 * the next attempt to pass it over. Audit notes name their action: no route stands behind them.
 */
export interface JobKind<Input = unknown> {
  /** Feature first: `unions.import`. */
  readonly name: string;
  /** Chinese, as the page of jobs and the inbox name it. */
  readonly title: string;
  readonly input: ZodType<Input>;
  /** What it returns is kept and shown to the asker. @throws AppError */
  run(job: Job<Input>): Promise<JsonValue>;
}

export interface Asker {
  readonly name: string;
  readonly unionId: number;
  readonly scopeRoots: readonly number[];
}

/** Who asked for a job; undefined when the account is disabled or holds the permission no longer. */
export type FindAsker = (
  transaction: DatabaseTransaction,
  asked: { readonly accountId: number; readonly permission: string; readonly now: Date },
) => Promise<Asker | undefined>;

/** A job that has come to its end. */
export interface FinishedJob {
  readonly id: string;
  readonly accountId: number;
  readonly kind: string;
  readonly title: string;
  readonly state: 'done' | 'failed';
}
