import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';

import { AppError } from '#core/app-error.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { APPLICATION_ROLE } from '#platform/database/prepare-database.ts';
import { enqueueJob } from '#platform/jobs/enqueue-job.ts';
import type { JobKind } from '#platform/jobs/job-kind.ts';
import { prepareJobQueue } from '#platform/jobs/job-queue.ts';
import type { Worker } from '#platform/jobs/start-worker.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { connectTo } from '../../../../tests/support/postgres-server.ts';
import { startTestWorker, stepsKind } from '../../../../tests/support/test-jobs.ts';
import { addJobRoutes } from './routes.ts';

/** Started beside the other tests, because loading it takes long; it begins when it is told to. */
const child = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    fileURLToPath(new URL('../../../../tests/support/hanging-worker.ts', import.meta.url)),
  ],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);

let test: TestApi;
let databaseName: string;
let workerDatabase: Database;
const working: Worker[] = [];

beforeAll(async () => {
  test = await openTestApi({
    addRoutes: (api) =>
      addJobRoutes(api, { titleOf: (kind) => kind, explain: (code) => `说明：${code}` }),
  });
  const owner = await test.owner.pool.connect();
  await prepareJobQueue(owner);
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  databaseName = rows[0]?.name ?? '';
  owner.release();
  workerDatabase = openDatabase({ connection: connection(), poolSize: 12 });
});
afterEach(async () => {
  await Promise.all(working.splice(0).map((worker) => worker.stop()));
});
afterAll(async () => {
  child.kill('SIGKILL');
  await workerDatabase.close();
  await test.close();
});

const connection = () => connectTo(inject('testServer'), databaseName, APPLICATION_ROLE);

async function work(kinds: readonly JobKind[], pollMs = 500): Promise<unknown[]> {
  const errors: unknown[] = [];
  working.push(
    await startTestWorker(workerDatabase, kinds, {
      onError: (error) => errors.push(error),
      pollMs,
    }),
  );
  return errors;
}

async function enqueue<Input>(
  asker: TestClient,
  kind: JobKind<Input>,
  input: NoInfer<Input>,
): Promise<string> {
  return asActor(
    test.database,
    { accountId: asker.accountId, unionId: test.unions.T1 },
    (context) =>
      enqueueJob(context, { kind, input, permission: 'unions.read', unionId: test.unions.T1 }),
  );
}

const view = async (asker: TestClient, id: string) => (await asker.get(`/api/jobs/${id}`)).body;

/** The machine may be busy with other tests. */
function soon(check: () => Promise<void>): Promise<void> {
  return vi.waitFor(check, { timeout: 10_000, interval: 25 });
}

async function finish(asker: TestClient, id: string) {
  await soon(async () => expect((await view(asker, id)).state).toMatch(/done|failed/));
  return view(asker, id);
}

async function countSteps(id: string): Promise<number> {
  const { rows } = await test.owner.pool.query<{ count: number }>(
    `select count(*)::int as count from setting_entries where key like $1`,
    [`${id} %`],
  );
  return rows[0]?.count ?? 0;
}

const noticesOf = ({ accountId }: TestClient) =>
  test.owner.query
    .selectFrom('notices')
    .select(['code', 'params', 'link'])
    .where('accountId', '=', accountId ?? 0)
    .execute();

function failingKind(error: () => Error): JobKind {
  return {
    name: 'test.failing',
    title: '失败任务',
    input: z.unknown(),
    run: async () => {
      throw error();
    },
  };
}

describe('a job', () => {
  it('runs as soon as its cause has committed, and tells its asker', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const errors = await work([stepsKind()], 60_000);
    const id = await enqueue(asker, stepsKind(), { stepCount: 2 });
    const done = await finish(asker, id);
    expect(done).toMatchObject({
      state: 'done',
      doneCount: 2,
      totalCount: 2,
      step: '正在执行',
      attempt: 1,
      result: { stepCount: 2 },
      error: null,
    });
    expect(await noticesOf(asker)).toEqual([
      { code: 'jobs.done', params: { title: '分步任务' }, link: `/jobs/${id}` },
    ]);
    expect(errors).toEqual([]);
  });

  it('whose cause was rolled back never runs', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    await work([stepsKind()]);
    const actor = { accountId: asker.accountId, unionId: test.unions.T1 };
    await expect(
      asActor(test.database, actor, async (context) => {
        await enqueueJob(context, {
          kind: stepsKind(),
          input: { stepCount: 1 },
          permission: 'unions.read',
          unionId: test.unions.T1,
        });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    const after = await enqueue(asker, stepsKind(), { stepCount: 1 });
    await finish(asker, after);
    const runs = await test.owner.query
      .selectFrom('jobRuns')
      .select('id')
      .where('accountId', '=', asker.accountId ?? 0)
      .execute();
    expect(runs).toEqual([{ id: after }]);
    const queued = await test.owner.pool.query(`select from pgboss.job where state <> 'completed'`);
    expect(queued.rowCount).toBe(0);
  });

  it('acts under the scope of its asker, and writes the log in its name', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const kind: JobKind = {
      name: 'test.looking',
      title: '查看任务',
      input: z.unknown(),
      run: (job) =>
        job.inContext(async ({ transaction, record }) => {
          await record({ action: 'test.looked', subjectId: job.id });
          const rows = await transaction.selectFrom('unions').select('code').execute();
          return rows.map(({ code }) => code).toSorted();
        }),
    };
    await work([kind]);
    const id = await enqueue(asker, kind, null);
    expect((await finish(asker, id)).result).toEqual(['G11', 'G12', 'T1']);
    const entries = await test.owner.query
      .selectFrom('auditEntries')
      .select(['accountId', 'unionId'])
      .where('action', '=', 'test.looked')
      .execute();
    expect(entries).toEqual([{ accountId: asker.accountId, unionId: test.unions.T1 }]);
  });

  it('shows its progress while it runs, and to nobody else', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const stranger = await test.asRole('town_officer', 'T1');
    let proceed = (): void => undefined;
    const gate = new Promise<void>((resolve) => (proceed = resolve));
    await work([stepsKind((step) => (step === 3 ? gate : Promise.resolve()))]);
    const id = await enqueue(asker, stepsKind(), { stepCount: 3 });
    await soon(async () =>
      expect(await view(asker, id)).toMatchObject({
        state: 'running',
        doneCount: 2,
        totalCount: 3,
      }),
    );
    expect(await stranger.get(`/api/jobs/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'jobs.unknown' },
    });
    expect((await stranger.post(`/api/jobs/${id}/retry`)).status).toBe(404);
    expect((await stranger.get('/api/jobs')).body.items).toEqual([]);
    proceed();
    expect((await finish(asker, id)).state).toBe('done');
  });
});

describe('a job that fails', () => {
  it('for a reason that stays fails at once, in Chinese, and may be retried by its asker', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const kind = failingKind(() => new AppError('invalid', 'test.bad_input'));
    await work([kind]);
    const id = await enqueue(asker, kind, null);
    expect(await finish(asker, id)).toMatchObject({
      state: 'failed',
      attempt: 1,
      error: { code: 'test.bad_input', detail: '说明：test.bad_input' },
    });
    expect((await noticesOf(asker)).map(({ code }) => code)).toEqual(['jobs.failed']);
    const retried = await asker.post(`/api/jobs/${id}/retry`);
    expect(retried).toMatchObject({ status: 200, body: { state: 'queued', error: null } });
    expect(await finish(asker, id)).toMatchObject({ state: 'failed', attempt: 2 });
    await working[0]?.stop();
    expect((await asker.post(`/api/jobs/${id}/retry`)).status).toBe(200);
    expect((await asker.post(`/api/jobs/${id}/retry`)).body.code).toBe('jobs.not_failed');
    await test.owner.pool.query('delete from pgboss.job');
  });

  it('for a reason that may pass is tried again by itself', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    let count = 0;
    const kind: JobKind = {
      ...failingKind(() => new Error('never')),
      run: () => {
        count += 1;
        if (count === 1) return Promise.reject(new AppError('unavailable', 'test.away'));
        return Promise.resolve('better');
      },
    };
    await work([kind]);
    const id = await enqueue(asker, kind, null);
    await soon(async () =>
      expect(await view(asker, id)).toMatchObject({
        state: 'queued',
        error: { code: 'test.away' },
      }),
    );
    await test.owner.pool.query('update pgboss.job set start_after = now()');
    expect(await finish(asker, id)).toMatchObject({
      state: 'done',
      attempt: 2,
      result: 'better',
      error: null,
    });
  });

  it('at the fifth time is not tried again', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const kind = failingKind(() => new Error('a bug'));
    await work([kind], 50);
    const id = await enqueue(asker, kind, null);
    await soon(async () => {
      await test.owner.pool.query(
        `update pgboss.job set start_after = now() where state = 'retry'`,
      );
      expect((await view(asker, id)).state).toBe('failed');
    });
    expect(await view(asker, id)).toMatchObject({ attempt: 5, error: { code: 'server.bug' } });
  });

  it('does so when its asker has lost the right meanwhile', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const id = await enqueue(asker, stepsKind(), { stepCount: 1 });
    await test.owner.query
      .updateTable('roleAssignments')
      .set({ validTo: '2026-03-01', validFrom: '2026-01-01' })
      .where('accountId', '=', asker.accountId ?? 0)
      .execute();
    await work([stepsKind()]);
    await soon(async () => expect((await noticesOf(asker)).length).toBe(1));
    const run = await test.owner.query
      .selectFrom('jobRuns')
      .select(['state', 'error'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(run).toMatchObject({ state: 'failed', error: { code: 'access.permission_missing' } });
    expect(await countSteps(id)).toBe(0);
  });
});

describe('the effects of a job', () => {
  it('happen once however many workers there are', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const begun: string[] = [];
    const kind = stepsKind(async (step, job) => {
      if (step === 1) begun.push(job.id);
    });
    await Promise.all([work([kind]), work([kind])]);
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => enqueue(asker, kind, { stepCount: 2 })),
    );
    for (const id of ids) expect(await finish(asker, id)).toMatchObject({ attempt: 1 });
    expect(begun.toSorted()).toEqual(ids.toSorted());
    expect((await noticesOf(asker)).length).toBe(8);
  });

  it('happen once when its worker is killed in the middle and another one begins it again', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    const id = await enqueue(asker, stepsKind(), { stepCount: 4 });
    child.stdin.write(`${JSON.stringify(connection())}\n`);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await view(asker, id)).toMatchObject({ state: 'running', attempt: 1 });
    expect(await countSteps(id)).toBe(2);
    await work([stepsKind()]);
    expect(await finish(asker, id)).toMatchObject({ state: 'done', attempt: 2 });
    expect(await countSteps(id)).toBe(4);
  });

  it('happen once when all connections are lost in the middle', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    let proceed = (): void => undefined;
    const gate = new Promise<void>((resolve) => (proceed = resolve));
    await work([stepsKind((step) => (step === 2 ? gate : Promise.resolve()))]);
    const id = await enqueue(asker, stepsKind(), { stepCount: 3 });
    await soon(async () => expect(await countSteps(id)).toBe(1));
    await test.database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`);
    proceed();
    expect((await finish(asker, id)).state).toBe('done');
    expect(await countSteps(id)).toBe(3);
    expect((await noticesOf(asker)).length).toBe(1);
  });

  it('end where another worker took the job over', async () => {
    const asker = await test.asRole('town_officer', 'T1');
    let proceed = (): void => undefined;
    const gate = new Promise<void>((resolve) => (proceed = resolve));
    await work([stepsKind((step) => (step === 2 ? gate : Promise.resolve()))]);
    const id = await enqueue(asker, stepsKind(), { stepCount: 3 });
    await soon(async () => expect(await countSteps(id)).toBe(1));
    // Its connection is gone, its code is not.
    await working[0]?.stop(1);
    await work([stepsKind()]);
    expect(await finish(asker, id)).toMatchObject({ state: 'done', attempt: 2 });
    proceed();
    expect(await countSteps(id)).toBe(3);
    expect((await noticesOf(asker)).length).toBe(1);
  });
});
