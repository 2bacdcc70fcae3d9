import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openInstallation } from '#app/installation/open-installation.ts';
import type { Installation } from '#app/installation/open-installation.ts';
import { digestToken, newToken } from '#features/accounts/server/session-token.ts';
import { databaseLog } from '#features/audit/server/verify/database-log.ts';
import { verifyLog } from '#features/audit/server/verify/verify-log.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import type { Database } from '#platform/database/open-database.ts';

/** A private installation, and a session whose writes can be counted afterwards. */
export interface KillStage {
  readonly dataFolder: string;
  readonly cookie: string;
  readonly csrfToken: string;
  readonly unionIds: readonly number[];
  /** Reads the database once the server is gone. */
  readonly check: () => Promise<Kept>;
  readonly remove: () => Promise<void>;
}

export interface Kept {
  /** Rows and entries found, by the name a write gave to its row. */
  readonly rows: ReadonlyMap<string, number>;
  readonly entries: ReadonlyMap<string, number>;
  readonly isLogWhole: boolean;
  readonly entryCount: number;
  readonly blockCount: number;
}

/** With the years of `kill-writers.ts` more rows than a run writes: each write has a row of its own. */
const UNIONS = 3000;

export async function openKillStage(): Promise<KillStage> {
  const folder = await mkdtemp(join(tmpdir(), 'songnuan-kill-'));
  // Under root the database runs as another account, which passes through here.
  await chmod(folder, 0o755);
  const dataFolder = join(folder, 'data');
  const use = <Result>(work: (opened: Installation, owner: Database) => Promise<Result>) =>
    withInstallation(dataFolder, work);
  const [cookie, csrfToken] = [newToken(), newToken()];
  const unionIds = await use((_opened, owner) => seed(owner, { cookie, csrfToken }));
  return {
    dataFolder,
    cookie,
    csrfToken,
    unionIds,
    check: () => use(readKept),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function withInstallation<Result>(
  dataFolder: string,
  work: (opened: Installation, owner: Database) => Promise<Result>,
): Promise<Result> {
  const config = { ...readConfig(), dataFolder, keyFile: undefined, databaseUrl: undefined };
  const installation = await openInstallation({
    config,
    log: () => undefined,
    mayCreateKeys: true,
  });
  const owner = openDatabase({ connection: installation.owner, poolSize: 1 });
  try {
    return await work(installation, owner);
  } finally {
    await owner.close();
    await installation.close();
  }
}

interface Secrets {
  readonly cookie: string;
  readonly csrfToken: string;
}

async function seed(owner: Database, { cookie, csrfToken }: Secrets): Promise<number[]> {
  const { pool } = owner;
  await pool.query(
    `insert into unions (code, name, level) values ('D', '样例区总工会', 'district')`,
  );
  const { rows } = await pool.query<{ id: number }>(
    `insert into unions (parent_id, code, name, level)
     select id, 'K-' || n, '样例工会' || n, 'grassroots' from unions, generate_series(1, $1) n
     where parent_id is null returning id`,
    [UNIONS],
  );
  await pool.query(
    `with a as (insert into accounts (union_id, username, display_name, must_change_password)
        select id, 'kill.writer', '样例经办', false from unions where parent_id is null
        returning id, union_id),
      r as (insert into role_assignments (account_id, role, union_id, valid_from, reason)
        select id, 'district_officer', union_id, current_date - 1, '测试' from a)
     insert into sessions (account_id, token_digest, csrf_token, created_at, last_seen_at)
     select id, $1, $2, now(), now() from a`,
    [digestToken(cookie), csrfToken],
  );
  return rows.map(({ id }) => id);
}

async function readKept(opened: Installation, { pool }: Database): Promise<Kept> {
  const count = async (text: string): Promise<Map<string, number>> => {
    const { rows } = await pool.query<{ name: string; total: number }>(text);
    return new Map(rows.map(({ name, total }) => [name, total]));
  };
  const { keyring, database } = opened;
  const keys = { publicKey: keyring.auditVerifyingKey, macKey: keyring.macKey('audit') };
  const log = await verifyLog(databaseLog(database, keys), {});
  return {
    rows: await count(
      'select source as name, count(*) as total from union_memberships group by source',
    ),
    entries: await count(
      `select body::jsonb -> 'after' ->> 'source' as name, count(*) as total from audit_entries
       where action = 'union.membership_set' group by 1`,
    ),
    isLogWhole: log.ok,
    entryCount: log.entryCount,
    blockCount: log.blockCount,
  };
}
