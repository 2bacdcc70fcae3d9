import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import type { ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';

import { OWNER_ROLE } from '#platform/database/ensure-own-database.ts';
import { APPLICATION_ROLE, prepareDatabase } from '#platform/database/prepare-database.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

/** The server of one test run, and the migrated database that each test file gets a copy of. */
export interface TestServer {
  readonly superuser: ClientConfig;
  readonly template: string;
  /** Of the owner and the application role; a server with a socket of its own ignores it. */
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Vitest calls this once before the database tests. They run on a throw-away embedded server, or on
 * the one whose superuser SONGNUAN_TEST_DATABASE_URL names (a throw-away one too: roles are made there).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['SONGNUAN_TEST_DATABASE_URL'];
  const server = await (url === undefined || url === '' ? startOwn() : openForeign(url));
  const { superuser } = server;
  const testServer: TestServer = {
    superuser,
    template: `songnuan_template_${process.pid}`,
    password: randomBytes(12).toString('hex'),
  };
  try {
    await makeTemplate(testServer);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('testServer', testServer);
  return async () => {
    await withClient(superuser, (client) => client.query(`drop database ${testServer.template}`));
    await server.stop();
  };
}

export async function withClient<Result>(
  connection: ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Startable {
  readonly superuser: ClientConfig;
  readonly stop: () => Promise<void>;
}

async function startOwn(): Promise<Startable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songnuan-tests-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  const server = await startEmbeddedServer({ dataDir, isThrowAway: true }).catch(async (error) => {
    await remove();
    throw error;
  });
  const { pid } = server;
  const kill = (): void => void process.kill(pid, 'SIGQUIT');
  // A run that is cut short leaves nothing running.
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    await server.stop();
    await remove();
  };
  return { superuser: server.clientConfig('postgres', server.superuser), stop };
}

async function openForeign(connectionString: string): Promise<Startable> {
  return { superuser: { connectionString }, stop: async () => {} };
}

async function makeTemplate({ superuser, template, password }: TestServer): Promise<void> {
  await withClient(superuser, async (client) => {
    for (const role of [OWNER_ROLE, APPLICATION_ROLE]) {
      const found = await client.query('select from pg_roles where rolname = $1', [role]);
      if (found.rowCount === 0) await client.query(`create role ${role} login nosuperuser`);
      await client.query(`alter role ${role} password '${password}'`);
    }
    await client.query(`alter role ${OWNER_ROLE} createrole`);
    await client.query(`create database ${template} owner ${OWNER_ROLE}`);
  });
  await prepareDatabase(connectTo({ superuser, template, password }, template, OWNER_ROLE));
}

/** Another database of the server, as another role. */
export function connectTo(
  { superuser, password }: TestServer,
  database: string,
  user: string,
): ClientConfig {
  const { connectionString } = superuser;
  if (connectionString === undefined) return { ...superuser, database, user };
  const url = new URL(connectionString);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return { connectionString: url.href };
}
