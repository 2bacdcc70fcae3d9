import type { Selectable, Updateable } from 'kysely';

import type { ErrorParams } from '#core/app-error.ts';

import type { Database, DatabaseTransaction } from '../database/open-database.ts';
import type { JobRuns, JsonValue } from '../database/schema.ts';
import { inTransaction } from '../database/transaction.ts';
import { closeFence } from './job-locks.ts';
import type { QueuedRun } from './job-queue.ts';

export type JobRow = Selectable<JobRuns>;

/** One attempt: who changes the row names it, so that an attempt that was given up changes nothing. */
export interface Attempt extends QueuedRun {
  readonly attempt: number;
}

/** Marks the job as running; undefined when it is not there or over. */
export function beginAttempt(
  database: Database,
  { runId, accountId }: QueuedRun,
  now: Date,
): Promise<JobRow | undefined> {
  return inTransaction(database, { roots: [], accountId }, async (transaction) => {
    await closeFence(transaction, runId);
    return transaction
      .updateTable('jobRuns')
      .set({ state: 'running', startedAt: now, error: null, doneCount: 0, totalCount: null })
      .set((row) => ({ step: null, attempt: row('attempt', '+', 1) }))
      .where('id', '=', runId)
      .where('state', 'in', ['queued', 'running'])
      .returningAll()
      .executeTakeFirst();
  });
}

export interface Progress {
  readonly doneCount: number;
  readonly totalCount: number | null;
  readonly step: string;
}

export async function writeProgress(
  database: Database,
  attempt: Attempt,
  progress: Progress,
): Promise<void> {
  const scope = { roots: [], accountId: attempt.accountId };
  await inTransaction(database, scope, (transaction) => update(transaction, attempt, progress));
}

export interface Outcome {
  readonly state: 'queued' | 'done' | 'failed';
  readonly result?: JsonValue;
  readonly error?: { readonly code: string; readonly params: ErrorParams };
  readonly finishedAt: Date | null;
}

/** False when the attempt was given up meanwhile. */
export function writeOutcome(
  transaction: DatabaseTransaction,
  attempt: Attempt,
  { state, result, error, finishedAt }: Outcome,
): Promise<boolean> {
  return update(transaction, attempt, {
    state,
    finishedAt,
    result: result === undefined ? null : JSON.stringify(result),
    error: error === undefined ? null : JSON.stringify(error),
  });
}

async function update(
  transaction: DatabaseTransaction,
  { runId, attempt }: Attempt,
  values: Updateable<JobRuns>,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobRuns')
    .set(values)
    .where('id', '=', runId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function isRunning(
  transaction: DatabaseTransaction,
  { runId, attempt }: Attempt,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('jobRuns')
    .select('id')
    .where('id', '=', runId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row !== undefined;
}
