import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { ClientBase } from 'pg';

import { AppError } from '#core/app-error.ts';

import { findProjectFolder } from '../project-folder.ts';

export interface Migration {
  readonly number: number;
  /** File name without its ending. */
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/** Forward only, in order of their numbers. */
export async function listMigrations(): Promise<Migration[]> {
  const folder = join(findProjectFolder(), 'db', 'migrations');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      const digest = createHash('sha256').update(sql).digest('hex');
      return { number: Number(file.slice(0, 4)), name: file.slice(0, -4), sql, digest };
    }),
  );
}

/**
 * Applies what the database lacks, up to a number or to the newest; all of it or nothing. Two
 * programs starting at once migrate one after the other.
 * @throws AppError `unavailable` when the database is newer than the program (`database.too_new`) or
 *   was built from other migrations (`database.foreign_migrations`).
 */
export async function migrate(client: ClientBase, upTo = Infinity): Promise<readonly string[]> {
  await client.query('begin');
  try {
    const names = await applyMigrations(client, upTo);
    await client.query('commit');
    return names;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The same within the caller's transaction. */
export async function applyMigrations(
  client: ClientBase,
  upTo = Infinity,
): Promise<readonly string[]> {
  const known = await listMigrations();
  await client.query(`select pg_advisory_xact_lock(hashtext('songnuan.migrate'))`);
  await client.query(CREATE_HISTORY);
  const applied = await readApplied(client);
  refuseForeign(known, applied);
  const pending = known.filter(({ number }) => number > applied.length && number <= upTo);
  for (const migration of pending) {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ]);
  }
  return pending.map(({ name }) => name);
}

const CREATE_HISTORY = `
  create table if not exists schema_migrations (
    number int primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default now()
  );
  comment on table schema_migrations is 'Which files of db/migrations made this schema';
  grant select on schema_migrations to songnuan_app;`;

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly digest: string;
}

async function readApplied(client: ClientBase): Promise<Applied[]> {
  const result = await client.query<Applied>(
    'select number, name, digest from schema_migrations order by number',
  );
  return result.rows;
}

function refuseForeign(known: readonly Migration[], applied: readonly Applied[]): void {
  for (const [index, { number, name, digest }] of applied.entries()) {
    const own = known[index];
    if (own === undefined) {
      throw new AppError('unavailable', 'database.too_new', { name });
    }
    if (own.number !== number || own.digest !== digest) {
      throw new AppError('unavailable', 'database.foreign_migrations', { name, own: own.name });
    }
  }
}
