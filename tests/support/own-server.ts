import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ClientConfig } from 'pg';

import {
  ensureOwnDatabase,
  OWN_DATABASE,
  OWNER_ROLE,
} from '#platform/database/ensure-own-database.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import { APPLICATION_ROLE, prepareDatabase } from '#platform/database/prepare-database.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

import { openCuttingProxy } from './cutting-proxy.ts';
import type { CuttingProxy } from './cutting-proxy.ts';
import type { TestDatabase } from './database.ts';
import { withClient } from './postgres-server.ts';

export interface OwnServer extends Omit<TestDatabase, 'name'> {
  /** The application's, by way of the proxy. */
  readonly connection: ClientConfig;
  /** Between the application's connections and the server. */
  readonly proxy: CuttingProxy;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** As the server's superuser. */
  readonly run: (statement: string) => Promise<void>;
}

/** A server for one test file that may stop it, with a migrated database. */
export async function openOwnServer(): Promise<OwnServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songnuan-own-'));
  const launch = () => startEmbeddedServer({ dataDir, isThrowAway: true });
  let server = await launch();
  const superuser = server.clientConfig('postgres', server.superuser);
  await ensureOwnDatabase(superuser);
  const ownerLogin = server.clientConfig(OWN_DATABASE, OWNER_ROLE);
  await prepareDatabase(ownerLogin);
  const { host = '', port = 5432, ...login } = server.clientConfig(OWN_DATABASE, APPLICATION_ROLE);
  const isSocket = host.startsWith('/');
  const proxy = await openCuttingProxy(
    isSocket ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port },
  );
  const owner = openDatabase({ connection: ownerLogin, poolSize: 4 });
  const connection = { ...login, host: '127.0.0.1', port: proxy.port };
  const app = openDatabase({ connection, poolSize: 4 });
  return {
    owner,
    app,
    connection,
    proxy,
    stop: () => server.stop(),
    start: async () => {
      server = await launch();
    },
    run: async (statement) => {
      await withClient(superuser, (client) => client.query(statement));
    },
    close: async () => {
      await Promise.all([owner.close(), app.close()]);
      await proxy.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
