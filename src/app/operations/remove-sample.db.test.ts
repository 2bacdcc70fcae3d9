import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  fill,
  NOW,
  openTestInstallation,
  putText,
  readEverything,
} from '#tests/support/installation.ts';
import type { TestInstallation } from '#tests/support/installation.ts';

import { removeSample } from './remove-sample.ts';
import type { RemovedRows } from './remove-sample.ts';
import { withOwner } from './with-owner.ts';

let target: TestInstallation;
let sampleFolder: string;

beforeAll(async () => {
  target = await openTestInstallation();
  await fill(target);
  await run('update unions set is_sample = true; update accounts set is_sample = true');
  sampleFolder = join(target.installation.dataFolder, 'sample');
  await mkdir(sampleFolder);
});

afterAll(async () => {
  await target.close();
});

async function run(text: string): Promise<void> {
  await withOwner(target.installation.owner, (client) => client.query(text));
}

function remove(isConfirmed = true): Promise<RemovedRows> {
  return removeSample({ ...target, sampleFolder, isConfirmed, now: NOW });
}

test('asks first, and says how much it would be', async () => {
  const before = await readEverything(target.installation.owner);
  await expect(remove(false)).rejects.toMatchObject({
    code: 'sample.not_confirmed',
    params: { unions: 41, accounts: 30 },
  });
  expect(await readEverything(target.installation.owner)).toEqual(before);
  expect(existsSync(sampleFolder)).toBe(true);
});

test('takes nothing while others hang on it, who are named', async () => {
  await run(`update unions set is_sample = false where id = 2;
    update accounts set is_sample = false where id = 7`);
  const before = await readEverything(target.installation.owner);
  await expect(remove()).rejects.toMatchObject({
    kind: 'conflict',
    code: 'sample.in_use',
    params: { count: 2, names: '第1公司工会、用户7（user7）' },
  });
  expect(await readEverything(target.installation.owner)).toEqual(before);
  await run('update unions set is_sample = true; update accounts set is_sample = true');
});

test('leaves a real district beside it whole, with the files both have', async () => {
  const shared = await putText(target, '第一份材料');
  await run(`update unions set is_sample = (id = 2 or id = 41), parent_id = case when id = 41 then 1 else parent_id end;
    update accounts set is_sample = (union_id = 2);
    delete from role_assignments where union_id = 2;
    insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
    values (1, '${shared}', '材料.txt', 'text/plain', 10, 'union', '1')`);
  const removed = await remove();
  expect(removed).toMatchObject({ unions: 2, accounts: 1, stored_files: 2 });
  const after = await readEverything(target.installation.owner);
  expect(after['unions']?.length).toBe(39);
  expect(after['accounts']?.length).toBe(29);
  expect(after['stored_files']?.length).toBe(1);
  const digests: string[] = [];
  for await (const digest of target.files.list()) digests.push(digest);
  expect(digests).toEqual([shared]);
});

test('takes everything of the sample, and leaves the log, the settings and the keys', async () => {
  await run('update unions set is_sample = true; update accounts set is_sample = true');
  await mkdir(sampleFolder, { recursive: true });
  const before = await readEverything(target.installation.owner);
  const removed = await remove();
  const after = await readEverything(target.installation.owner);
  expect(removed).toMatchObject({ unions: 39, accounts: 29, stored_files: 1 });
  const left = Object.entries(after).filter(([, rows]) => rows.length > 0);
  expect(left.map(([name]) => name).toSorted()).toEqual(KEPT);
  expect(after['audit_entries']?.length).toBe((before['audit_entries']?.length ?? 0) + 1);
  expect(after['audit_entries']).toEqual(
    expect.arrayContaining([...(before['audit_entries'] ?? [])]),
  );
  for await (const digest of target.files.list()) expect.fail(`${digest} was left behind`);
  expect(existsSync(sampleFolder)).toBe(false);
  await expect(remove()).rejects.toMatchObject({ kind: 'not_found', code: 'sample.none' });
});

const KEPT = ['audit_blocks', 'audit_entries', 'audit_queue', 'installations', 'setting_entries'];
