import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  ensureOwnDatabase,
  OWN_DATABASE,
  OWNER_ROLE,
} from '#platform/database/ensure-own-database.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

import { ROW_TYPES_FILE, writeRowTypes } from './database/row-types.ts';

/** Migrates an empty database and writes the row types that the program is checked with. */
const dataDir = await mkdtemp(join(tmpdir(), 'songnuan-types-'));
const server = await startEmbeddedServer({ dataDir, isThrowAway: true });
try {
  await ensureOwnDatabase(server.clientConfig('postgres', server.superuser));
  const owner = server.clientConfig(OWN_DATABASE, OWNER_ROLE);
  await prepareDatabase(owner);
  await writeFile(ROW_TYPES_FILE, await writeRowTypes(owner));
  console.log(`${ROW_TYPES_FILE} written`);
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
