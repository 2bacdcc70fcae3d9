import { afterAll, beforeAll, expect, test } from 'vitest';

import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';
import { APPLICATION_SECRET_COUNT } from '#tests/support/application-rows.ts';
import { HOUSEHOLD_SECRET_COUNT } from '#tests/support/household-rows.ts';
import { fill, NOW, openTestInstallation } from '#tests/support/installation.ts';
import type { TestInstallation } from '#tests/support/installation.ts';
import { WORKER_SECRET_COUNT } from '#tests/support/worker-rows.ts';

import { rotateKeys } from './rotate-keys.ts';
import type { RotateOptions } from './rotate-keys.ts';
import { SECRET_COLUMNS } from './secret-columns.ts';
import { withOwner } from './with-owner.ts';

let target: TestInstallation;

/** Two unions, and two accounts with phone and second factor. */
const VALUES = 6 + HOUSEHOLD_SECRET_COUNT + APPLICATION_SECRET_COUNT + WORKER_SECRET_COUNT;

beforeAll(async () => {
  target = await openTestInstallation();
  await fill(target);
});

afterAll(async () => {
  await target.close();
});

function rotate(options: Partial<RotateOptions> = {}) {
  return rotateKeys({
    installation: target.installation,
    isContinued: false,
    pauseMs: 0,
    now: NOW,
    ...options,
  });
}

interface Secret {
  readonly context: string;
  readonly text: string;
}

function readSecrets(): Promise<Secret[]> {
  return withOwner(target.installation.owner, async (client) => {
    const secrets: Secret[] = [];
    for (const { table, column, purpose } of SECRET_COLUMNS) {
      const { rows } = await client.query<Secret>(
        `select $1 || ':' || id as context, ${column} as text from ${table}
         where ${column} is not null order by id`,
        [purpose],
      );
      secrets.push(...rows);
    }
    return secrets;
  });
}

test('every encrypted column is known, with the context its comment names', async () => {
  const found = await withOwner(target.installation.owner, async (client) => {
    const { rows } = await client.query<Record<'table' | 'column' | 'comment', string>>(
      `select c.relname as table, a.attname as column, col_description(c.oid, a.attnum) as comment
       from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
         and a.attname like '%\\_secret' order by 1, 2`,
    );
    return rows.map(({ table, column, comment }) => ({
      table,
      column,
      purpose: /context ([a-z_.]+):<id>/.exec(comment)?.[1],
    }));
  });
  const known = SECRET_COLUMNS.toSorted((a, b) =>
    `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`),
  );
  expect(found).toEqual(known);
});

test('every value and file is under the new key, reads as before, and the old keys stay', async () => {
  const { installation, files } = target;
  const before = createFieldCipher(installation.keyring);
  const plain = (await readSecrets()).map(({ text, context }) => before.decrypt(text, context));
  const result = await rotate({ algorithm: 'sm4-ctr-hmac-sm3' });
  expect(result).toMatchObject({ valueCount: VALUES, fileCount: 2, unreadable: [] });

  const keyring = await loadKeyring({ keyFile: installation.keyFile });
  expect(keyring.activeKeyId).toBe(result.activeKeyId);
  expect(keyring.keyIds).toEqual([...installation.keyring.keyIds, result.activeKeyId]);
  const after = createFieldCipher(keyring);
  const secrets = await readSecrets();
  expect(secrets.map(({ text, context }) => after.decrypt(text, context))).toEqual(plain);
  expect(secrets.filter(({ text }) => after.needsRotation(text))).toEqual([]);
  await expect(files.get(await firstDigest())).rejects.toThrow('secrets.unknown_key');
});

async function firstDigest(): Promise<string> {
  const { query } = target.test.owner;
  const { digest } = await query
    .selectFrom('storedFiles')
    .select('digest')
    .limit(1)
    .executeTakeFirstOrThrow();
  return digest;
}

test('what was written under an old key meanwhile is found when the rotation goes on', async () => {
  const text = createFieldCipher(target.installation.keyring).encrypt('139', 'accounts.phone:9');
  await target.test.owner.query
    .updateTable('accounts')
    .set({ phoneSecret: text })
    .where('id', '=', 9)
    .execute();
  const { keyIds } = await loadKeyring({ keyFile: target.installation.keyFile });
  expect(await rotate({ isContinued: true })).toMatchObject({ valueCount: 1, fileCount: 0 });
  expect(await rotate({ isContinued: true })).toMatchObject({ valueCount: 0, fileCount: 0 });
  expect((await loadKeyring({ keyFile: target.installation.keyFile })).keyIds).toEqual(keyIds);
});

test('a value that no key opens is told and left alone; the others are encrypted anew', async () => {
  const { query } = target.test.owner;
  const foreign = '1:k1-00000000:abcd';
  await query.updateTable('accounts').set({ totpSecret: foreign }).where('id', '=', 2).execute();
  expect(await rotate()).toMatchObject({
    valueCount: VALUES,
    unreadable: ['accounts.totp:2'],
  });
  const row = await query
    .selectFrom('accounts')
    .select('totpSecret')
    .where('id', '=', 2)
    .executeTakeFirstOrThrow();
  expect(row.totpSecret).toBe(foreign);
});

test('the database knows the new keys, and the log says what was done', async () => {
  const { query } = target.test.owner;
  const keyring = await loadKeyring({ keyFile: target.installation.keyFile });
  const { keyChecks } = await query
    .selectFrom('installations')
    .select('keyChecks')
    .executeTakeFirstOrThrow();
  expect(keyChecks).toEqual(keyring.checks);
  const entries = await query
    .selectFrom('auditEntries')
    .select('action')
    .where('action', 'like', 'keys.%')
    .orderBy('id')
    .execute();
  expect(entries.map(({ action }) => action).slice(0, 2)).toEqual(['keys.added', 'keys.applied']);
});

test('keys from the environment cannot be changed by the program', async () => {
  const installation = { ...target.installation, keyFile: null };
  await expect(rotate({ installation })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'rotation.keys_from_environment',
  });
});
