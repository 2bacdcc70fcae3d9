import pg from 'pg';
import type { ClientConfig } from 'pg';

export const OWNER_ROLE = 'songnuan_owner';
export const OWN_DATABASE = 'songnuan';

/**
 * On a server of our own: makes the owner and the database unless they are there. Needs the server's
 * superuser; nothing after this does.
 */
export async function ensureOwnDatabase(superuser: ClientConfig): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [OWNER_ROLE]);
    if (role.rowCount === 0) {
      await client.query(`create role ${OWNER_ROLE} login nosuperuser createrole`);
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
