import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

export const JOB_STATES = ['queued', 'running', 'done', 'failed'] as const;
export const JobState = z.enum(JOB_STATES);
export type JobState = z.output<typeof JobState>;

export const JobView = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** Chinese. */
  title: z.string(),
  state: JobState,
  doneCount: z.number().int(),
  /** Null while it is not known how much there is. */
  totalCount: z.number().int().nullable(),
  /** Chinese: what it is doing. */
  step: z.string().nullable(),
  /** How often it was begun; more than 1 after an interruption. */
  attempt: z.number().int(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** What the kind gives back, e.g. the id of a file; null until it is done. */
  result: z.unknown(),
  /** Why it failed, in Chinese. */
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
});
export type JobView = z.output<typeof JobView>;

export const JobListQuery = z.object({
  state: JobState.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type JobListQuery = z.output<typeof JobListQuery>;

/** The newest first. */
export const JobList = z.object({ items: z.array(JobView), next: z.string().nullable() });
export type JobList = z.output<typeof JobList>;

const JobId = z.object({ id: z.uuid() });
const UNAUDITED = { unaudited: 'own tasks; what a task does is recorded by the task' };

const EXAMPLE: JobView = {
  id: '8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10',
  kind: 'unions.import',
  title: '导入工会组织',
  state: 'running',
  doneCount: 120,
  totalCount: 400,
  step: '正在检查',
  attempt: 1,
  createdAt: '2026-03-02T02:00:00.000Z',
  startedAt: '2026-03-02T02:00:00.200Z',
  finishedAt: null,
  result: null,
  error: null,
};

export const JOB_ROUTES = {
  list: defineRoute({
    name: 'jobs.list',
    method: 'GET',
    path: '/api/jobs',
    summary: '我的后台任务',
    access: 'jobs.read_own',
    audit: UNAUDITED,
    query: JobListQuery,
    reply: JobList,
    example: { items: [EXAMPLE], next: null },
  }),
  get: defineRoute({
    name: 'jobs.get',
    method: 'GET',
    path: '/api/jobs/:id',
    summary: '查看我的一项后台任务及其进度',
    access: 'jobs.read_own',
    audit: UNAUDITED,
    params: JobId,
    reply: JobView,
    example: EXAMPLE,
    // A page asks every second while it shows the progress.
    perMinute: 1200,
  }),
  retry: defineRoute({
    name: 'jobs.retry',
    method: 'POST',
    path: '/api/jobs/:id/retry',
    summary: '重新执行我的一项失败的后台任务',
    access: 'jobs.read_own',
    audit: { action: 'job.retried', subject: 'job' },
    params: JobId,
    reply: JobView,
    example: EXAMPLE,
    perMinute: 20,
  }),
};
