import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { z } from 'zod';

import { AppError } from '#core/app-error.ts';
import type { ErrorParams } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { JobRuns } from '#platform/database/schema.ts';
import { readMomentCursor, writeMomentCursor } from '#platform/page-cursor.ts';

import { JobState } from '../contract.ts';
import type { JobListQuery, JobView } from '../contract.ts';

export interface JobTexts {
  /** Chinese name of a kind of job. */
  readonly titleOf: (kind: string) => string;
  /** The Chinese sentence of a failure, of all features together. */
  readonly explain: (code: string, params: ErrorParams) => string;
}

const StoredError = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Own jobs, the newest first. */
export async function listJobs(
  { transaction }: Context,
  { state, after, limit }: JobListQuery,
  texts: JobTexts,
): Promise<{ items: JobView[]; next: string | null }> {
  let query = transaction
    .selectFrom('jobRuns')
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (state !== undefined) query = query.where('state', '=', state);
  if (after !== undefined) {
    const { at, id } = readMomentCursor(after);
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => toView(row, texts)),
    next: last === undefined ? null : writeMomentCursor({ at: last.createdAt, id: last.id }),
  };
}

/** @throws AppError not_found `jobs.unknown`, also for somebody else's job. */
export async function getJob(
  { transaction }: Context,
  id: string,
  texts: JobTexts,
): Promise<JobView> {
  const row = await transaction
    .selectFrom('jobRuns')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'jobs.unknown');
  return toView(row, texts);
}

function toView(row: Selectable<JobRuns>, { titleOf, explain }: JobTexts): JobView {
  const { id, kind, doneCount, totalCount, step, attempt, result } = row;
  const error = row.error === null ? null : StoredError.parse(row.error);
  return {
    id,
    kind,
    title: titleOf(kind),
    state: JobState.parse(row.state),
    doneCount,
    totalCount,
    step,
    attempt,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    result,
    error: error && { code: error.code, detail: explain(error.code, error.params) },
  };
}
