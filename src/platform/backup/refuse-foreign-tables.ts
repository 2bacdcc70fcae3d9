import type { ClientBase } from 'pg';

import { AppError } from '#core/app-error.ts';

import { listMigrations } from '../database/migrate.ts';
import { listTables } from './table-catalogue.ts';

/**
 * A backup holds every table, and a restore drops them all: neither may be done where the database is
 * shared with another program. @throws AppError conflict `backup.foreign_tables`.
 */
export async function refuseForeignTables(client: ClientBase): Promise<void> {
  const known = new Set<string | undefined>();
  for (const { sql } of await listMigrations()) {
    for (const [, name] of sql.matchAll(/^create table (\w+)/gm)) known.add(name);
  }
  const foreign = (await listTables(client)).filter(({ name }) => !known.has(name));
  if (foreign.length === 0) return;
  const names = foreign.map(({ name }) => name).join('、');
  throw new AppError('conflict', 'backup.foreign_tables', { names });
}
