import { AppError, isAppError } from '#core/app-error.ts';
import type { ErrorKind } from '#core/app-error.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Actor } from '../context.ts';
import { isConnectionLoss } from '../database/database-errors.ts';
import type { Database, DatabaseTransaction } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { inContext } from '../in-context.ts';
import type { ClaimedJob } from './claim-job.ts';
import type { FindAsker, FinishedJob, Job, JobKind } from './job-kind.ts';
import { passFence } from './job-locks.ts';
import { createProgressWriter } from './job-progress.ts';
import type { ProgressWriter } from './job-progress.ts';
import { JOB_QUEUE, QUEUE, RETRY_LIMIT, throughTransaction } from './job-queue.ts';
import { beginAttempt, isRunning, writeOutcome, writeProgress } from './job-record.ts';
import type { Attempt, JobRow, Outcome } from './job-record.ts';

export interface JobDependencies {
  readonly database: Database;
  readonly auditLog: AuditLog;
  readonly kinds: readonly JobKind[];
  readonly findAsker: FindAsker;
  /** Tells the asker, in the transaction that ends the job. */
  readonly onFinished: (
    transaction: DatabaseTransaction,
    job: FinishedJob,
    now: Date,
  ) => Promise<void>;
  readonly now: () => Date;
  /** For the log of the program: what went wrong in the job with that id. */
  readonly onError: (error: unknown, jobId: string | null) => void;
}

/** Does a claimed job and writes down how it ended. Never rejects for what the job did. */
export async function runJob(dependencies: JobDependencies, claim: ClaimedJob): Promise<void> {
  const { database, now, onError } = dependencies;
  const row = await beginAttempt(database, claim, now());
  // Gone with its account, or over already.
  if (row === undefined) return dropFromQueue(database, claim);
  const attempt: Attempt = { ...claim, attempt: row.attempt };
  const progress = createProgressWriter(
    (latest) => writeProgress(database, attempt, latest),
    (error) => onError(error, row.id),
  );
  const outcome = await attemptJob(dependencies, { claim, row, attempt, progress });
  await progress.flush();
  await inTransaction(database, { roots: [], accountId: row.accountId }, async (transaction) => {
    if (!(await writeOutcome(transaction, attempt, outcome))) return;
    const options = { db: throughTransaction(transaction) };
    if (outcome.state === 'queued') {
      await JOB_QUEUE.fail(QUEUE, claim.queueId, { code: outcome.error?.code }, options);
      return;
    }
    await JOB_QUEUE.complete(QUEUE, claim.queueId, {}, options);
    const { id, accountId, kind } = row;
    const title = findKind(dependencies, kind)?.title ?? kind;
    const finished: FinishedJob = { id, accountId, kind, title, state: outcome.state };
    await dependencies.onFinished(transaction, finished, now());
  });
}

interface Run {
  readonly claim: ClaimedJob;
  readonly row: JobRow;
  readonly attempt: Attempt;
  readonly progress: ProgressWriter;
}

async function attemptJob(dependencies: JobDependencies, run: Run): Promise<Outcome> {
  const { claim, row } = run;
  try {
    // Each time it was begun, its process died: the next one would, too.
    if (claim.retryCount > RETRY_LIMIT) throw new AppError('conflict', 'jobs.interrupted');
    const kind = findKind(dependencies, row.kind);
    if (kind === undefined) throw new AppError('not_found', 'jobs.kind_unknown');
    const result = await kind.run(await prepare(dependencies, kind, run));
    return { state: 'done', result, finishedAt: dependencies.now() };
  } catch (error) {
    if (!isAppError(error)) dependencies.onError(error, row.id);
    const isOver = isFinal(error) || claim.retryCount >= RETRY_LIMIT;
    if (!isOver) return { state: 'queued', error: describe(error), finishedAt: null };
    return { state: 'failed', error: describe(error), finishedAt: dependencies.now() };
  }
}

async function prepare(
  dependencies: JobDependencies,
  kind: JobKind,
  { row, attempt, progress }: Run,
): Promise<Job<unknown>> {
  const actor = await admit(dependencies, row);
  return {
    id: row.id,
    input: kind.input.parse(row.input),
    actor,
    attempt: attempt.attempt,
    progress: (doneCount, totalCount, step) => progress.report({ doneCount, totalCount, step }),
    inContext: (work) => {
      const origin = { requestId: `job-${row.id}`, ip: null, userAgent: null };
      return inContext(
        dependencies,
        { ...origin, actor, now: dependencies.now() },
        async (context) => {
          await passFence(context.transaction, row.id);
          if (!(await isRunning(context.transaction, attempt)))
            throw new AppError('conflict', 'jobs.taken_over');
          return work(context);
        },
      );
    },
  };
}

/** Rights may have been lost since the job was asked for. */
async function admit(dependencies: JobDependencies, row: JobRow): Promise<Actor> {
  const { accountId, permission } = row;
  const asker = await inTransaction(
    dependencies.database,
    { roots: [], accountId },
    (transaction) =>
      dependencies.findAsker(transaction, { accountId, permission, now: dependencies.now() }),
  );
  if (asker === undefined)
    throw new AppError('forbidden', 'access.permission_missing', { permission });
  return { accountId, sessionId: null, ...asker };
}

function dropFromQueue(database: Database, { queueId }: ClaimedJob): Promise<void> {
  return inTransaction(database, { roots: [], accountId: null }, async (transaction) => {
    await JOB_QUEUE.complete(QUEUE, queueId, {}, { db: throughTransaction(transaction) });
  });
}

function findKind({ kinds }: JobDependencies, name: string): JobKind | undefined {
  return kinds.find((kind) => kind.name === name);
}

/** Refusals that the same input would meet again. */
const FINAL_KINDS: ReadonlySet<ErrorKind> = new Set([
  'invalid',
  'forbidden',
  'not_found',
  'conflict',
]);

function isFinal(error: unknown): boolean {
  return isAppError(error) && FINAL_KINDS.has(error.kind);
}

function describe(error: unknown): NonNullable<Outcome['error']> {
  if (isAppError(error)) return { code: error.code, params: error.params };
  return { code: isConnectionLoss(error) ? 'database.unreachable' : 'server.bug', params: {} };
}
