import pg from 'pg';
import type { ClientConfig } from 'pg';

import { APPLICATION_ROLE } from './prepare-database.ts';

export const OWNER_ROLE = 'songnuan_owner';
export const OWN_DATABASE = 'songnuan';

/**
 * On a server of our own: makes the owner, the application role and the database unless they are
 * there. Where the server asks for a password (no socket), they get the superuser's, which only this
 * program's account can read. Needs the server's superuser; nothing after this does.
 */
export async function ensureOwnDatabase(superuser: ClientConfig): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    // Programs that start at once do this one after the other; the lock goes with the connection.
    await client.query(`select pg_advisory_lock(hashtext('songnuan.own_database'))`);
    await ensureRole(client, OWNER_ROLE, 'createrole');
    await ensureRole(client, APPLICATION_ROLE, 'nocreaterole');
    await client.query(`grant ${APPLICATION_ROLE} to ${OWNER_ROLE}`);
    if (typeof superuser.password === 'string') {
      const password = client.escapeLiteral(superuser.password);
      for (const role of [OWNER_ROLE, APPLICATION_ROLE]) {
        await client.query(`alter role ${role} password ${password}`);
      }
    }
    const database = await client.query('select from pg_database where datname = $1', [
      OWN_DATABASE,
    ]);
    if (database.rowCount === 0) {
      await client.query(`create database ${OWN_DATABASE} owner ${OWNER_ROLE}`);
    }
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, name: string, right: string): Promise<void> {
  const role = await client.query('select from pg_roles where rolname = $1', [name]);
  if (role.rowCount === 0) {
    await client.query(`create role ${name} login nosuperuser nocreatedb ${right}`);
  }
}
