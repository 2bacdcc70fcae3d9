import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { APPLICATION_ROLE, prepareDatabase } from '#platform/database/prepare-database.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

/** The same database as its owner and as the application sees it. */
export interface BenchDatabase {
  readonly owner: Database;
  readonly app: Database;
}

/** Works with an empty, migrated database on a server of its own, which is thrown away. */
export async function withDatabase<Result>(
  work: (database: BenchDatabase) => Promise<Result>,
  poolSize = 1,
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songnuan-bench-'));
  const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
  try {
    const connection = server.clientConfig('postgres', server.superuser);
    await prepareDatabase(connection);
    const owner = openDatabase({ connection, poolSize });
    const app = openDatabase({ connection, role: APPLICATION_ROLE, poolSize });
    try {
      return await work({ owner, app });
    } finally {
      await Promise.all([owner.close(), app.close()]);
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
