import { randomBytes } from 'node:crypto';

import { inject } from 'vitest';

import { OWNER_ROLE } from '#platform/database/ensure-own-database.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';
import { APPLICATION_ROLE } from '#platform/database/prepare-database.ts';

import { connectTo, withClient } from './postgres-server.ts';

export interface TestDatabase {
  readonly name: string;
  /** Made the tables; row-level security does not hold it back where it is not forced. */
  readonly owner: Database;
  /** The restricted role that the server uses. */
  readonly app: Database;
  /** Ends both connections and drops the database. */
  readonly close: () => Promise<void>;
}

/** A migrated, empty database for one test file; only in files named `*.db.test.ts`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `songnuan_test_${randomBytes(6).toString('hex')}`;
  await withClient(server.superuser, (client) =>
    client.query(`create database ${name} template ${server.template} owner ${OWNER_ROLE}`),
  );
  const open = (role: string): Database =>
    openDatabase({ connection: connectTo(server, name, role), poolSize: 4 });
  const [owner, app] = [open(OWNER_ROLE), open(APPLICATION_ROLE)];
  const close = async (): Promise<void> => {
    await Promise.all([owner.close(), app.close()]);
    await withClient(server.superuser, (client) =>
      client.query(`drop database ${name} with (force)`),
    );
  };
  return { name, owner, app, close };
}
