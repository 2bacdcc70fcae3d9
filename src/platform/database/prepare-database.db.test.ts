import { randomBytes } from 'node:crypto';

import type { ClientConfig } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { connectTo, withClient } from '#tests/support/postgres-server.ts';

import { APPLICATION_ROLE, prepareDatabase } from './prepare-database.ts';

const server = inject('testServer');
const name = `songnuan_stranger_${randomBytes(6).toString('hex')}`;
let owner: ClientConfig;

const asSuperuser = (...statements: string[]): Promise<void> =>
  withClient(server.superuser, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

beforeAll(async () => {
  await asSuperuser(
    `create role ${name} login nosuperuser password '${server.password}'`,
    `create database ${name} owner ${name}`,
  );
  owner = connectTo(server, name, name);
});
afterAll(() => asSuperuser(`drop database ${name}`, `drop role ${name}`));

test('an owner that is to take on a role of somebody else is told so before anything is made', async () => {
  await expect(prepareDatabase(owner, { takesRole: true })).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'database.role_missing',
    params: { role: APPLICATION_ROLE },
  });
  await withClient(owner, async (client) => {
    const { rows } = await client.query(`select from pg_tables where schemaname = 'public'`);
    expect(rows).toEqual([]);
  });
});

test('once it is granted the role, the database is prepared and the role can be taken on', async () => {
  await asSuperuser(`grant ${APPLICATION_ROLE} to ${name}`);
  expect(await prepareDatabase(owner, { takesRole: true })).not.toEqual([]);
  await withClient(owner, async (client) => {
    await client.query(`set role ${APPLICATION_ROLE}`);
    const { rows } = await client.query('select count(*)::int as count from unions');
    expect(rows).toEqual([{ count: 0 }]);
  });
});
