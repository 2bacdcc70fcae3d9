import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { databaseLog } from '#features/audit/server/verify/database-log.ts';
import { verifyLog } from '#features/audit/server/verify/verify-log.ts';
import { clearSchema } from '#platform/backup/clear-schema.ts';
import { restoreBackup } from '#platform/backup/restore-backup.ts';
import type { RestoreSummary } from '#platform/backup/restore-backup.ts';
import { listMigrations } from '#platform/database/migrate.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import {
  appendEntries,
  fill,
  NOW,
  openTestInstallation,
  readEverything,
  sealEntries,
  VERSION,
} from '#tests/support/installation.ts';
import type { Rows, TestInstallation } from '#tests/support/installation.ts';

import { backUpInstallation } from './back-up-installation.ts';
import { restoreInstallation } from './restore-installation.ts';
import { withOwner } from './with-owner.ts';

let folder: string;
let source: TestInstallation;
let path: string;
/** All rows of the source at the moment of the backup. */
let before: Rows;
/** Empty, with the keys of the source; what is refused leaves it so. */
let empty: TestInstallation;
let emptyRows: Rows;
const open: TestInstallation[] = [];

async function openTarget(keyFile?: string): Promise<TestInstallation> {
  const target = await openTestInstallation(keyFile);
  open.push(target);
  return target;
}

function backUp(from: TestInstallation, to: string, programVersion = VERSION) {
  const options = { ...from, path: to, mayReplace: false, programVersion, now: NOW };
  return backUpInstallation(options);
}

function restore(target: TestInstallation, from: string): Promise<RestoreSummary> {
  return restoreInstallation({ ...target, path: from, programVersion: VERSION, now: NOW });
}

async function expectUntouched(): Promise<void> {
  expect(await readEverything(empty.installation.owner)).toEqual(emptyRows);
  for await (const digest of empty.files.list()) expect.fail(`${digest} was left behind`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'songnuan-backup-'));
  path = join(folder, 'whole.snbackup');
  source = await openTarget();
  await fill(source);
  before = await readEverything(source.installation.owner);
  await backUpWhileWriting();
  empty = await openTarget(source.installation.keyFile);
  emptyRows = await readEverything(empty.installation.owner);
});

afterAll(async () => {
  await Promise.all(open.map((target) => target.close()));
  await rm(folder, { recursive: true, force: true });
});

/** The writer begins with the first table read; the files wait until it has written enough. */
async function backUpWhileWriting(): Promise<void> {
  let writing: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      await appendEntries(source, 5);
      await sealEntries(source);
      await source.test.owner.query
        .updateTable('unions')
        .set({ version: round + 2 })
        .execute();
    }
  };
  await backUpInstallation({
    ...source,
    files: {
      ...source.files,
      get: async (digest) => {
        await writing;
        return source.files.get(digest);
      },
    },
    path,
    mayReplace: false,
    programVersion: VERSION,
    now: NOW,
    onProgress: () => {
      writing ??= write();
    },
  });
}

describe('a restored backup', () => {
  let target: TestInstallation;
  let after: Rows;

  beforeAll(async () => {
    target = await openTarget(source.installation.keyFile);
    // What an empty installation may hold is replaced.
    await appendEntries(target, 2);
    await restore(target, path);
    after = await readEverything(target.installation.owner);
  });

  test('has every row of every table as of its moment, whatever was written meanwhile', async () => {
    const now = await readEverything(source.installation.owner);
    expect(now['audit_entries']?.length).toBeGreaterThan(before['audit_entries']?.length ?? 0);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, rows] of Object.entries(before)) {
      expect(rows.length, name).toBeGreaterThan(0);
      expect(withoutSettled(name, after[name]), name).toEqual(withoutSettled(name, rows));
    }
  });

  test('has the stored files, encrypted anew', async () => {
    const digests = before['stored_files']?.map(({ digest }) => String(digest)) ?? [];
    expect(digests.length).toBe(2);
    for (const digest of digests) {
      expect(await target.files.get(digest)).toEqual(await source.files.get(digest));
    }
  });

  test('ends what was under way: jobs failed, messages never sent twice, sessions over', () => {
    expect(after['job_runs']?.map(({ state }) => state).toSorted()).toEqual(['done', 'failed']);
    expect(after['outbox_messages']?.map(({ state }) => state).toSorted()).toEqual([
      'sent',
      'unknown',
    ]);
    expect(after['sessions']).toMatchObject([{ end_reason: 'revoked' }]);
  });

  test('keeps an audit log that can be verified, and says in it where it came from', async () => {
    const { keyring, database } = target.installation;
    const keys = { publicKey: keyring.auditVerifyingKey, macKey: keyring.macKey('audit') };
    const check = () => verifyLog(databaseLog(database, keys));
    expect((await check()).fault).toBeUndefined();
    expect(restoredEntries(after)).toMatchObject([{ outcome: 'done' }]);
    await sealEntries(target);
    expect(await check()).toMatchObject({ queuedCount: 0 });
    expect((await check()).fault).toBeUndefined();
  });

  test('goes on working: triggers fire, counters go on after the highest id', async () => {
    const { query } = target.test.owner;
    const added = await query
      .insertInto('unions')
      .values({ parentId: 2, code: 'NEW', name: '新工会', level: 'grassroots' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(added.id).toBe(42);
    const above = await query
      .selectFrom('unionClosure')
      .select('ancestorId')
      .where('descendantId', '=', added.id)
      .execute();
    expect(above.map(({ ancestorId }) => ancestorId).toSorted((a, b) => a - b)).toEqual([
      1, 2, 41, 42,
    ]);
  });

  test('is restored only once: an installation with unions and accounts is refused', async () => {
    await expect(restore(target, path)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'backup.not_empty',
      params: { accounts: 30 },
    });
  });
});

describe('nothing is written', () => {
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await readFile(path);
  });

  async function expectRefused(changed: Buffer, code: RegExp = /^backup\./): Promise<void> {
    const to = join(folder, 'changed.snbackup');
    await writeFile(to, changed);
    await expect(restore(empty, to)).rejects.toMatchObject({
      code: expect.stringMatching(code) as string,
    });
  }

  test('from a file with any byte changed', async () => {
    const step = Math.floor(bytes.length / 12);
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      await expectRefused(changed);
    }
    await expectUntouched();
  });

  test('from a file that is cut or longer than it was', async () => {
    for (const length of [0, 7, 40, 400, bytes.length - 1]) {
      await expectRefused(bytes.subarray(0, length), /^backup\.(damaged|not_a_backup)$/);
    }
    await expectRefused(Buffer.concat([bytes, Buffer.alloc(1)]), /damaged/);
    await expectRefused(Buffer.concat([bytes, bytes]), /damaged/);
    await expectUntouched();
  });

  test('without the keys of the backup, which are named', async () => {
    const foreign = await openTarget();
    const rows = await readEverything(foreign.installation.owner);
    await expect(restore(foreign, path)).rejects.toMatchObject({
      code: 'backup.keys_missing',
      params: { keyIds: expect.stringMatching(/^root-.*、k1-/) as string },
    });
    expect(await readEverything(foreign.installation.owner)).toEqual(rows);
  });

  test('from a backup of a newer program', async () => {
    const newer = join(folder, 'newer.snbackup');
    await backUp(source, newer, '0.10.0');
    await expect(restore(empty, newer)).rejects.toMatchObject({
      code: 'backup.newer_program',
      params: { version: '0.10.0', ownVersion: VERSION },
    });
    await expectUntouched();
  });

  test('when the restore fails at its very end', async () => {
    const { owner, keyring } = empty.installation;
    const failing = restoreBackup({
      owner,
      keyring,
      files: empty.files,
      path,
      programVersion: VERSION,
      assertEmpty: async () => {},
      afterwards: () => Promise.reject(new Error('power cut')),
    });
    await expect(failing).rejects.toThrow('power cut');
    await expectUntouched();
  });
});

test('a database shared with another program is neither backed up nor replaced', async () => {
  const { owner } = empty.installation;
  const refused = { code: 'backup.foreign_tables', params: { names: 'theirs' } };
  await withOwner(owner, (client) => client.query('create table theirs (id int)'));
  await expect(backUp(empty, join(folder, 'shared.snbackup'))).rejects.toMatchObject(refused);
  await expect(restore(empty, path)).rejects.toMatchObject(refused);
  await withOwner(owner, (client) => client.query('drop table theirs'));
  await expectUntouched();
});

test('a backup of an older version is brought to the newest schema', async () => {
  const old = await openTarget();
  const level = 4;
  await withOwner(old.installation.owner, (client) => clearSchema(client));
  await prepareDatabase(old.installation.owner, { upTo: level });
  await withOwner(old.installation.owner, async (client) => {
    await client.query(`insert into unions (code, name, level) values ('D', '旧工会', 'district')`);
    await client.query(`insert into installations (key_checks, audit_public_key) values ($1, '')`, [
      old.installation.keyring.checks,
    ]);
  });
  const rows = await readEverything(old.installation.owner);
  const oldPath = join(folder, 'old.snbackup');
  await backUp(old, oldPath);

  const target = await openTarget(old.installation.keyFile);
  const { migrated } = await restore(target, oldPath);
  const newer = (await listMigrations()).slice(level).map(({ name }) => name);
  expect(newer.length).toBeGreaterThan(0);
  expect(migrated).toEqual(newer);
  const after = await readEverything(target.installation.owner);
  expect(after).toMatchObject({ unions: rows['unions'], union_closure: rows['union_closure'] });
  expect(after['job_runs']).toEqual([]);
});

describe('a backup file', () => {
  test('is not replaced unless asked for, and leaves no half-written file', async () => {
    await expect(backUp(source, path)).rejects.toMatchObject({ code: 'backup.exists' });
    const nowhere = join(folder, 'missing', 'x');
    await expect(backUp(source, nowhere)).rejects.toMatchObject({ code: 'backup.not_writable' });
  });

  test('is noted in the live audit log', async () => {
    const { audit_entries: entries = [] } = await readEverything(source.installation.owner);
    const [entry] = entries.filter(({ action }) => action === 'backup.written');
    expect(JSON.parse(String(entry?.['body']))).toMatchObject({
      after: { file: 'whole.snbackup', fileCount: 2, lostFileCount: 0 },
    });
  });

  test('is written without a file that is lost, which is told', async () => {
    const digest = String(before['stored_files']?.[0]?.['digest']);
    const content = await source.files.get(digest);
    await source.files.remove(digest);
    const summary = await backUp(source, join(folder, 'lost.snbackup'));
    await source.files.putBack(digest, content);
    expect(summary).toMatchObject({ fileCount: 1, lostFiles: [digest] });
  });
});

function restoredEntries(rows: Rows) {
  return (rows['audit_entries'] ?? []).filter(({ action }) => action === 'backup.restored');
}

/** Columns that a restore sets, because what was under way is over. */
const SETTLED: Readonly<Record<string, readonly string[]>> = {
  job_runs: ['state', 'error', 'finished_at'],
  outbox_messages: ['state', 'last_reason'],
  sessions: ['ended_at', 'end_reason'],
};

function withoutSettled(name: string, rows: Rows[string] = []) {
  const settled = SETTLED[name] ?? [];
  const kept = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !settled.includes(column))),
  );
  const texts = kept.map((row) => JSON.stringify(row)).toSorted();
  if (name === 'audit_entries') return texts.filter((text) => !text.includes('backup.restored'));
  // The entry of the restore itself waits for its block.
  if (name === 'audit_queue') return texts.slice(0, 3);
  return texts;
}
