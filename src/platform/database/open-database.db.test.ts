import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openTestDatabase } from '#tests/support/database.ts';
import type { TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('the application role is not a superuser and may not change the schema', async () => {
  const { rows } = await sql<{ name: string; super: boolean }>`
    select rolname as name, rolsuper as super from pg_roles where rolname = current_user
  `.execute(database.app.query);
  expect(rows).toEqual([{ name: 'songnuan_app', super: false }]);
  await expect(sql`create table intruder (id int)`.execute(database.app.query)).rejects.toThrow(
    'permission denied',
  );
});

test('closing waits for a connection in use, and no longer than for its return', async () => {
  const other = await openTestDatabase();
  await sql`select 1`.execute(other.app.query);
  const client = await other.app.pool.connect();
  const closed = other.close();
  client.release();
  await closed;
  expect(other.app.pool.totalCount).toBe(0);
}, 5000);

test('closing ends connections that were taken from the pool alone, and may be asked for twice', async () => {
  const other = await openTestDatabase();
  await other.app.pool.query('select 1');
  expect(other.app.pool.totalCount).toBe(1);
  await other.app.close();
  expect(other.app.pool.totalCount).toBe(0);
  await other.close();
});
