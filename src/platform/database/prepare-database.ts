import pg from 'pg';
import type { ClientConfig } from 'pg';

import { AppError } from '#core/app-error.ts';

import { migrate } from './migrate.ts';
import { VALUE_TYPES } from './value-types.ts';

/** May read and add rows as the migrations grant it, and nothing else: no DDL, no history changed. */
export const APPLICATION_ROLE = 'songnuan_app';
const OLDEST_MAJOR = 15;
const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';

export interface PrepareOptions {
  /** Stops at this migration; for restoring an older backup. */
  readonly upTo?: number;
  /** The owner's login will take on the application role, so it must be a member of it. */
  readonly takesRole?: boolean;
  /** Run after the migrations with the owner's connection, e.g. to create the job queue's tables. */
  readonly afterwards?: (client: pg.Client) => Promise<void>;
}

/**
 * Brings a database to the program's schema with the owner's connection; returns the names of the
 * migrations it applied.
 * @throws AppError `unavailable`: `database.too_old_server`, `database.role_missing` (the owner may not
 *   create the application role, or not take it on), and those of `migrate`.
 */
export async function prepareDatabase(
  connection: ClientConfig,
  options: PrepareOptions = {},
): Promise<readonly string[]> {
  const client = new pg.Client({ ...connection, types: VALUE_TYPES });
  await client.connect();
  try {
    await refuseOldServer(client);
    await ensureApplicationRole(client);
    if (options.takesRole === true) await refuseForeignRole(client);
    const applied = await migrate(client, options.upTo);
    await options.afterwards?.(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < OLDEST_MAJOR) {
    throw new AppError('unavailable', 'database.too_old_server', { major, oldest: OLDEST_MAJOR });
  }
}

/** Roles belong to the whole server: another database of it may have made this one already. */
async function ensureApplicationRole(client: pg.Client): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  if (found.rowCount === 1) return;
  try {
    await client.query(`create role ${APPLICATION_ROLE} login nosuperuser nocreatedb nocreaterole`);
    await client.query(`grant ${APPLICATION_ROLE} to current_user`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === DUPLICATE_OBJECT || code === UNIQUE_VIOLATION) return;
    if (code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw roleMissing(error);
  }
}

/** The role may be there without having been granted to this owner: made by hand, or by another one. */
async function refuseForeignRole(client: pg.Client): Promise<void> {
  // Since PostgreSQL 16 a member may also be forbidden to take the role on.
  const { rows } = await client.query<{ may: boolean }>(
    `select case when current_setting('server_version_num')::int >= 160000
       then pg_has_role($1, 'SET') else pg_has_role($1, 'MEMBER') end as may`,
    [APPLICATION_ROLE],
  );
  if (rows[0]?.may !== true) throw roleMissing();
}

function roleMissing(cause?: unknown): AppError {
  return new AppError('unavailable', 'database.role_missing', { role: APPLICATION_ROLE }, cause);
}
