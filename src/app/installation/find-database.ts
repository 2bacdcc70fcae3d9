import { join } from 'node:path';

import type { ClientConfig } from 'pg';

import type { Config } from '#platform/config.ts';
import {
  ensureOwnDatabase,
  OWN_DATABASE,
  OWNER_ROLE,
} from '#platform/database/ensure-own-database.ts';
import { APPLICATION_ROLE } from '#platform/database/prepare-database.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

export interface FoundDatabase {
  readonly owner: ClientConfig;
  readonly app: ClientConfig;
  /** Taken on by the application's connections, which then come in under the owner's login. */
  readonly role: string | undefined;
  readonly isEmbedded: boolean;
  readonly stop: () => Promise<void>;
}

/** The server that DATABASE_URL names, else the embedded one, started or joined. */
export async function findDatabase(
  config: Config,
  dataFolder: string,
  log: (line: string) => void,
): Promise<FoundDatabase> {
  const { databaseUrl, databaseAppUrl } = config;
  if (databaseUrl !== undefined) {
    return {
      owner: { connectionString: databaseUrl },
      app: { connectionString: databaseAppUrl ?? databaseUrl },
      role: databaseAppUrl === undefined ? APPLICATION_ROLE : undefined,
      isEmbedded: false,
      stop: () => Promise.resolve(),
    };
  }
  const server = await startEmbeddedServer({ dataDir: join(dataFolder, 'postgres'), log });
  try {
    await ensureOwnDatabase(server.clientConfig('postgres', server.superuser));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    owner: server.clientConfig(OWN_DATABASE, OWNER_ROLE),
    app: server.clientConfig(OWN_DATABASE, APPLICATION_ROLE),
    role: undefined,
    isEmbedded: true,
    stop: () => server.stop(),
  };
}
