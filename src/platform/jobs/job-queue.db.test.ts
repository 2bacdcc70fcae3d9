import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openTestDatabase } from '../../../tests/support/database.ts';
import type { TestDatabase } from '../../../tests/support/database.ts';
import type { Database } from '../database/open-database.ts';
import { prepareJobQueue } from './job-queue.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

async function withClient<Result>(
  { pool }: Database,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

it('who may not create the schema is told so, and can use the connection afterwards', async () => {
  await withClient(test.app, async (client) => {
    await expect(prepareJobQueue(client)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'jobs.queue_forbidden',
    });
    expect((await client.query('select 1')).rowCount).toBe(1);
  });
});

it('two programs that start at once prepare it, and once more does no harm', async () => {
  const prepare = () => withClient(test.owner, prepareJobQueue);
  await Promise.all([prepare(), prepare()]);
  await prepare();
  const queues = await test.owner.pool.query('select name, retry_limit from pgboss.queue');
  expect(queues.rows).toEqual([{ name: 'jobs', retry_limit: 4 }]);
});

it('the application role works on the rows, also of later tables, and changes no table', async () => {
  await test.owner.pool.query('create table pgboss.later (id int)');
  for (const table of ['job', 'archive', 'queue', 'version', 'later']) {
    const found = await test.app.pool.query(`delete from pgboss.${table} where false`);
    expect(found.rowCount).toBe(0);
  }
  await expect(test.app.pool.query('create table pgboss.mine (id int)')).rejects.toThrow(/denied/);
  await expect(test.app.pool.query('drop table pgboss.later')).rejects.toThrow(/owner/);
});
