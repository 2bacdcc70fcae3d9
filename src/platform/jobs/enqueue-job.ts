import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';

import type { Context } from '../context.ts';
import type { DatabaseTransaction } from '../database/open-database.ts';
import type { JobKind } from './job-kind.ts';
import { JOB_QUEUE, QUEUE, throughTransaction, WAKE_CHANNEL } from './job-queue.ts';
import type { QueuedRun } from './job-queue.ts';

export interface JobOrder<Input> {
  readonly kind: JobKind<Input>;
  readonly input: NoInfer<Input>;
  /** Under which it is asked for, or `signed_in`; checked again as it runs. */
  readonly permission: string;
  readonly unionId: number;
}

/**
 * Adds a job to the caller's transaction: it runs once that has committed, and never otherwise.
 * @returns its id. @throws AppError `unauthenticated` when nobody asks for it.
 */
export async function enqueueJob<Input>(context: Context, order: JobOrder<Input>): Promise<string> {
  const { accountId } = context.actor;
  if (accountId === null) throw new AppError('unauthenticated', 'session.required');
  const { id } = await context.transaction
    .insertInto('jobRuns')
    .values({
      accountId,
      kind: order.kind.name,
      unionId: order.unionId,
      permission: order.permission,
      input: JSON.stringify(order.input),
      createdAt: context.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sendToQueue(context.transaction, { runId: id, accountId });
  return id;
}

/**
 * Puts a failed job of the transaction's account back into the queue; false when there is none.
 */
export async function requeueJob(
  transaction: DatabaseTransaction,
  { runId, accountId }: QueuedRun,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobRuns')
    .set({ state: 'queued', error: null, doneCount: 0, totalCount: null, step: null })
    .set({ startedAt: null, finishedAt: null })
    .where('id', '=', runId)
    .where('accountId', '=', accountId)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await sendToQueue(transaction, { runId, accountId });
  return true;
}

async function sendToQueue(transaction: DatabaseTransaction, run: QueuedRun): Promise<void> {
  const sent = await JOB_QUEUE.send(QUEUE, run, { db: throughTransaction(transaction) });
  if (sent === null) throw new Error(`the queue ${QUEUE} was not prepared`);
  await wakeWorkers(transaction);
}

/** Delivered at the commit, in every process. */
export async function wakeWorkers(transaction: DatabaseTransaction): Promise<void> {
  await sql`select pg_notify(${WAKE_CHANNEL}, '')`.execute(transaction);
}
