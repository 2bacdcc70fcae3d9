import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ClientConfig } from 'pg';
import { inject } from 'vitest';

import { claimDatabase } from '#app/installation/installation-keys.ts';
import type { Installation } from '#app/installation/open-installation.ts';
import { openInstallationFiles } from '#app/operations/installation-files.ts';
import { operatorEntry } from '#app/operations/operator-entry.ts';
import { withOwner } from '#app/operations/with-owner.ts';
import { sealAudit } from '#features/audit/server/seal-audit.ts';
import { createAuditLog } from '#platform/audit-log/audit-log.ts';
import { listTables } from '#platform/backup/table-catalogue.ts';
import { OWNER_ROLE } from '#platform/database/ensure-own-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import { createKeyFile } from '#platform/secrets/key-file.ts';
import { loadKeyring } from '#platform/secrets/keyring.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

import { FILL_APPLICATIONS, FILL_PAPERS, fillApplicationSecrets } from './application-rows.ts';
import { openTestDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';
import { FILL_HOUSEHOLDS, fillHouseholdSecrets } from './household-rows.ts';
import { connectTo } from './postgres-server.ts';
import { FILL_WORKERS, fillWorkerSecrets } from './worker-rows.ts';

export const NOW = new Date('2026-03-02T02:00:00Z');
export const VERSION = '0.1.0';

export interface TestInstallation {
  readonly installation: Pick<
    Installation,
    'database' | 'owner' | 'keyring' | 'auditLog' | 'keyFile' | 'dataFolder'
  > & { readonly keyFile: string };
  readonly files: FileStore;
  readonly test: TestDatabase;
  readonly close: () => Promise<void>;
}

/** @param keyFile of another installation; keys of its own when left out. */
export async function openTestInstallation(keyFile?: string): Promise<TestInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'songnuan-operations-'));
  const ownKeyFile = join(folder, 'keys', 'keys.json');
  if (keyFile === undefined) await createKeyFile(ownKeyFile);
  const usedKeyFile = keyFile ?? ownKeyFile;
  const keyring = await loadKeyring({ keyFile: usedKeyFile });
  const test = await openTestDatabase();
  const owner = connectTo(inject('testServer'), test.name, OWNER_ROLE);
  await withOwner(owner, (client) => claimDatabase(client, keyring));
  const dataFolder = join(folder, 'data');
  const installation = {
    database: test.app,
    owner,
    keyring,
    auditLog: createAuditLog(keyring.macKey('audit')),
    keyFile: usedKeyFile,
    dataFolder,
  };
  return {
    installation,
    files: await openInstallationFiles({ dataFolder, keyring }),
    test,
    close: async () => {
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Rows in every table, two files, sealed and waiting audit entries. */
export async function fill(target: TestInstallation): Promise<void> {
  const { owner, keyring } = target.installation;
  const digests = [await putText(target, '第一份材料'), await putText(target, '第二份材料')];
  await withOwner(owner, async (client) => {
    await client.query(FILL_TREE);
    await client.query(FILL_REST);
    await client.query(FILL_HOUSEHOLDS);
    await client.query(FILL_POLICIES);
    await client.query(FILL_APPLICATIONS);
    await client.query(FILL_WORKERS);
    await client.query(
      `insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id, uploaded_by)
       select 2, digest, '材料.txt', 'text/plain', 10, 'union', '2', 1 from unnest($1::text[]) as t (digest)`,
      [digests],
    );
  });
  await withOwner(owner, (client) => client.query(FILL_PAPERS));
  await fillSecrets(owner, keyring);
  await appendEntries(target, 300);
  await sealEntries(target);
  await appendEntries(target, 3);
}

/** An encrypted text file of the store; the kind matters nowhere here. */
export async function putText({ files }: TestInstallation, text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const digest = createHash('sha256').update(bytes).digest('hex');
  await files.putBack(digest, bytes);
  return digest;
}

export async function appendEntries(target: TestInstallation, count: number): Promise<void> {
  const { database, auditLog } = target.installation;
  await inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    for (let index = 0; index < count; index += 1) {
      await auditLog.append(transaction, operatorEntry('union.renamed', NOW, { index }));
    }
  });
}

export async function sealEntries({ installation }: TestInstallation): Promise<void> {
  const { database, keyring } = installation;
  const keys = { signingKey: keyring.auditSigningKey, macKey: keyring.macKey('audit') };
  await sealAudit(database, { ...keys, now: NOW });
}

export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Every row of every table, in one order. */
export async function readEverything(owner: ClientConfig): Promise<Rows> {
  return withOwner(owner, async (client) => {
    const all: Record<string, Record<string, unknown>[]> = {};
    await client.query('begin isolation level repeatable read read only');
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from "${name}" t order by t::text collate "C"`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  });
}

async function fillSecrets(owner: ClientConfig, keyring: Keyring): Promise<void> {
  const cipher = createFieldCipher(keyring);
  await withOwner(owner, async (client) => {
    for (const id of [1, 2]) {
      await client.query('update unions set contact_phone_secret = $2 where id = $1', [
        id,
        cipher.encrypt(`1380000000${id}`, `unions.contact_phone:${id}`),
      ]);
      await client.query('update accounts set phone_secret = $2, totp_secret = $3 where id = $1', [
        id,
        cipher.encrypt(`1390000000${id}`, `accounts.phone:${id}`),
        cipher.encrypt(`TOTP${id}`, `accounts.totp:${id}`),
      ]);
    }
    await fillHouseholdSecrets(client, cipher);
    await fillApplicationSecrets(client, cipher);
    await fillWorkerSecrets(client, cipher);
  });
}

const FILL_TREE = `
  insert into unions (parent_id, code, name, level) values (null, 'D', '样例区总工会', 'district');
  insert into unions (parent_id, code, name, level)
    select 1, 'G' || n, '第' || n || '公司工会', 'grassroots' from generate_series(1, 40) n;
  -- Moved: parents do not stand in the order of the rows.
  update unions set parent_id = 41 where id = 2;
  insert into union_placements (union_id, parent_id, name, valid_from, reason)
    select id, parent_id, name, '2020-01-01', '建立' from unions;
  insert into union_memberships (union_id, year, member_count) select id, 2025, id * 10 from unions;
  insert into silent_unions (union_id, last_quarter, last_applied_on) values (41, 8103, '2025-02-01');
  insert into accounts (union_id, username, display_name, password_hash)
    select n, 'user' || n, '用户' || n, 'hash' from generate_series(1, 30) n;
  insert into role_assignments (account_id, role, union_id, valid_from, reason, granted_by)
    select id, 'auditor', union_id, '2026-01-01', '任命', 1 from accounts`;

const FILL_POLICIES = `
  insert into policy_versions (union_id, code, title, state, valid_from, valid_to, body, activated_at, created_by)
    values (1, 'v1', '样例制度', 'active', '2020-01-01', '2025-12-31', '{"n": 1.50}', now(), 1);
  insert into policy_versions (union_id, code, title, valid_from, body, based_on_id)
    values (1, 'v2', '样例制度', '2026-01-01', '{}', 1);
  insert into policy_tests (policy_id, union_id, name, facts, minimum_living_fen, expected_outcome, expected_codes)
    values (1, 1, '样例案例', '{}', 123800, 'refused', '{range,person_cap}');
  insert into policy_forwardings (policy_id, union_id, sent_on, due_on, reminded_at)
    values (1, 2, '2026-01-12', '2026-01-22', array[now()])`;

const FILL_REST = `
  insert into password_history (account_id, password_hash) values (1, 'old');
  insert into recovery_codes (account_id, code_digest) values (1, 'abc');
  insert into oidc_identities (issuer, subject, account_id) values ('https://id', 's', 1);
  insert into sign_in_attempts (username, failed_count, last_failed_at) values ('user1', 2, now());
  insert into sessions (account_id, token_digest, csrf_token, created_at, last_seen_at)
    values (1, '\\x01', 'csrf', now(), now());
  insert into setting_entries (key, value, valid_from, reason, set_by)
    values ('password.rules', '{"minLength": 12}', '2026-01-01', '按制度执行', 1);
  insert into job_runs (kind, account_id, union_id, permission, input, state)
    values ('export', 1, 1, 'unions.read', '{}', 'running'), ('export', 1, 1, 'unions.read', '{}', 'done');
  insert into notices (account_id, code, params) select 1, 'job.done', '{"n": 1.50}' from generate_series(1, 5);
  insert into outbox_messages (union_id, channel, recipient, subject, text, state)
    values (1, 'mail', 'a@b', '通知', '内容', 'waiting'), (1, 'mail', 'a@b', '通知', '内容', 'sent');
  insert into idempotency_keys (account_id, key, request_digest, status) values (1, 'key-12345', 'd', 200)`;
