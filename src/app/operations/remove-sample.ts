import { rm } from 'node:fs/promises';

import type { ClientBase } from 'pg';
import pg from 'pg';

import { AppError } from '#core/app-error.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { FileStore } from '#platform/files/file-store.ts';

import type { Installation } from '../installation/open-installation.ts';
import { listDependentRows } from './dependent-rows.ts';
import { operatorEntry } from './operator-entry.ts';
import { inOwnerTransaction } from './with-owner.ts';

export interface RemoveSampleOptions {
  readonly installation: Pick<Installation, 'owner' | 'auditLog'>;
  readonly files: FileStore;
  /** Where the outputs of the sample year lie. */
  readonly sampleFolder: string;
  /** Without it, nothing is removed and the refusal says what would be. */
  readonly isConfirmed: boolean;
  readonly now: Date;
}

/** How many rows went, by table; tables that lost none are left out. */
export type RemovedRows = Readonly<Record<string, number>>;

const SAMPLE_ROOTS = { unions: 'unions.is_sample', accounts: 'accounts.is_sample' };
const SHOWN_NAMES = 10;

/**
 * Removes the sample district: its unions and accounts and everything that hangs on them. The audit log
 * keeps what was done there.
 * @throws AppError conflict `sample.in_use` when others hang on it, not_found `sample.none`,
 *   invalid `sample.not_confirmed`.
 */
export async function removeSample(options: RemoveSampleOptions): Promise<RemovedRows> {
  const { installation, files, sampleFolder, isConfirmed, now } = options;
  const { removed, orphans } = await inOwnerTransaction(installation.owner, async (client) => {
    // Nobody adds anything to the sample while it goes.
    await client.query('lock table unions, accounts in exclusive mode');
    await refuseInUse(client, now);
    await refuseUnconfirmed(client, isConfirmed);
    const candidates = await listSampleFiles(client);
    const removed = await removeRows(client);
    const entry = operatorEntry('sample.removed', now, removed);
    await installation.auditLog.appendAsOwner(client, entry);
    return { removed, orphans: await listOrphans(client, candidates) };
  });
  // After the commit: until then the rows that name them are still there.
  for (const digest of orphans) await files.remove(digest);
  await rm(sampleFolder, { recursive: true, force: true });
  return removed;
}

async function refuseInUse(client: ClientBase, now: Date): Promise<void> {
  const { rows } = await client.query<{ name: string }>(FIND_OTHERS, [toChinaDay(now)]);
  if (rows.length === 0) return;
  const names = rows.slice(0, SHOWN_NAMES).map(({ name }) => name);
  throw new AppError('conflict', 'sample.in_use', { names: names.join('、'), count: rows.length });
}

const FIND_OTHERS = `
  select 1 as turn, u.name from unions u join unions parent on parent.id = u.parent_id
  where not u.is_sample and parent.is_sample
  union all
  select 2, a.display_name || '（' || a.username || '）' from accounts a
  where not a.is_sample and (
    exists (select from unions u where u.id = a.union_id and u.is_sample)
    or exists (select from role_assignments r join unions u on u.id = r.union_id
               where r.account_id = a.id and u.is_sample
                 and (r.valid_to is null or r.valid_to >= $1::date)))
  order by 1, 2`;

async function refuseUnconfirmed(client: ClientBase, isConfirmed: boolean): Promise<void> {
  const { rows } = await client.query<{ unions: number; accounts: number }>(
    `select (select count(*) from unions where is_sample) as unions,
       (select count(*) from accounts where is_sample) as accounts`,
  );
  const { unions = 0, accounts = 0 } = rows[0] ?? {};
  if (unions + accounts === 0) throw new AppError('not_found', 'sample.none');
  if (!isConfirmed) throw new AppError('invalid', 'sample.not_confirmed', { unions, accounts });
}

/** What hangs on the sample's persons by name, or would outlive them. */
const OF_SAMPLE_PERSONS = [
  ['sign_in_attempts', 'username in (select username from accounts where is_sample)'],
  [
    'setting_entries',
    "reason like '样例数据%' and set_by in (select id from accounts where is_sample)",
  ],
] as const;

async function removeRows(client: ClientBase): Promise<RemovedRows> {
  const removed: Record<string, number> = {};
  for (const [table, condition] of OF_SAMPLE_PERSONS) {
    const { rowCount } = await client.query(`delete from ${table} where ${condition}`);
    if ((rowCount ?? 0) > 0) removed[table] = rowCount ?? 0;
  }
  for (const { table, condition } of await listDependentRows(client, SAMPLE_ROOTS)) {
    const { rowCount } = await client.query(
      `delete from ${pg.escapeIdentifier(table)} where ${condition}`,
    );
    if ((rowCount ?? 0) > 0) removed[table] = rowCount ?? 0;
  }
  await client.query(FORGET_COUNTERS);
  return removed;
}

/** The first real file of a year bears the first number. */
const FORGET_COUNTERS = `
  delete from file_counters c where not exists (select from households h
    where starts_with(h.file_number, c.prefix || '-KNZG-' || c.year || '-'))`;

async function listSampleFiles(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ digest: string }>(
    `select distinct digest from stored_files f join unions u on u.id = f.union_id where u.is_sample`,
  );
  return rows.map(({ digest }) => digest);
}

/** Equal content is kept once: another union may have the same file. */
async function listOrphans(
  client: ClientBase,
  digests: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ digest: string }>(
    `select digest from unnest($1::text[]) as gone (digest)
     where not exists (select from stored_files f where f.digest = gone.digest)`,
    [digests],
  );
  return rows.map(({ digest }) => digest);
}
