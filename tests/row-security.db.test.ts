import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { inTransaction } from '#platform/database/transaction.ts';
import type { Scope } from '#platform/database/transaction.ts';

import { openTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';

/** Tables open to every request of the program, and why that gives nothing of a union away. */
const WITHOUT_ROW_SECURITY: Readonly<Record<string, string>> = {
  union_closure: 'bare ids; the scope itself is computed from it',
  sign_in_attempts: 'names as typed at the door, before anybody is anybody',
  setting_entries: 'the installation’s settings, the same for all',
  installations: 'one row: whose keys wrote this database',
  audit_queue: 'ids of entries that no block has sealed yet',
  audit_blocks: 'digests and signatures; an entry cannot be read from them',
  registration_codes:
    'digests by number and code; only the door asks them, before anybody is anybody',
  file_counters: 'last serials of archive numbers; requests have no right to it',
  schema_migrations: 'names of migrations',
};

/** A pair of duplicates takes two people. */
const PAIR = 2;

/** Rules are public within the unions: each of the two districts' is read by all, and written by its own. */
const READ_BY_ALL: ReadonlySet<string> = new Set(['policy_tests', 'policy_versions']);
const DISTRICTS = 2;

/** One row of everything a district and its person can have. */
const ROWS_OF_A_DISTRICT = `
  with u as (insert into unions (parent_id, code, name, level)
      select id, $1, '样例区总工会', 'district' from unions where parent_id is null returning id),
    p as (insert into union_placements (union_id, name, reason) select id, '样例区', '测试' from u),
    si as (insert into silent_unions (union_id, last_quarter) select id, 8103 from u),
    m as (insert into union_memberships (union_id, year, member_count) select id, 2025, 1 from u),
    a as (insert into accounts (union_id, username, display_name)
      select id, lower($1), '样例' from u returning id, union_id),
    r as (insert into role_assignments (account_id, role, union_id, valid_from, reason)
      select id, 'auditor', union_id, '2026-01-01', '测试' from a),
    h as (insert into password_history (account_id, password_hash) select id, 'x' from a),
    c as (insert into recovery_codes (account_id, code_digest) select id, 'x' from a),
    o as (insert into oidc_identities (issuer, subject, account_id) select 'i', $1, id from a),
    s as (insert into sessions (account_id, token_digest, csrf_token, created_at, last_seen_at)
      select id, convert_to($1, 'UTF8'), 'x', now(), now() from a),
    l as (insert into audit_entries (body, mac)
      select jsonb_build_object('atMs', 1, 'unionId', id, 'action', 'a', 'outcome', 'done')::text, ''
      from u),
    j as (insert into job_runs (kind, account_id, union_id, permission, input)
      select 'k', id, union_id, 'p', '{}' from a),
    f as (insert into stored_files
        (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
      select id, repeat('0', 64), 'f', 't/t', 1, 's', '1' from u returning id),
    n as (insert into notices (account_id, code) select id, 'c' from a),
    b as (insert into outbox_messages (union_id, channel, recipient, subject, text)
      select id, 'mail', 'r', 's', 't' from u),
    k as (insert into idempotency_keys (account_id, key, request_digest, status)
      select id, '12345678', 'd', 200 from a),
    hh as (insert into households
        (union_id, file_number, opened_on, hardship_class, member_count, checked_on)
      select id, $1 || '-KNZG-2026-0001', '2026-01-12', 'deep', 2, '2026-01-12' from u
      returning id, union_id),
    hp as (insert into household_people (household_id, union_id, role, relation, name)
      select id, union_id, role, 'other', '样例' from hh, unnest(array['head', 'member']) role
      returning id, union_id),
    hv as (insert into household_versions
        (household_id, union_id, number, facts_secret, hardship_class, source, reason, valid_on)
      select id, union_id, 1, 'x', 'deep', 'visit', '测试', '2026-01-12' from hh),
    he as (insert into household_events (household_id, union_id, kind, happened_on, reason)
      select id, union_id, 'opened', '2026-01-12', '测试' from hh),
    dp as (insert into duplicate_pairs
        (first_id, second_id, first_union_id, second_union_id, kind, score, reasons, facts_digest)
      select min(id), max(id), min(union_id), min(union_id), 'likely', 1, '[]', 'd' from hp),
    ca as (insert into civil_affairs_entries
        (union_id, list_name, list_on, name, identity_secret, identity_index, kind)
      select id, $1, '2026-01-01', '样例', 'x', 'x', 'low_income' from u),
    pv as (insert into policy_versions (union_id, code, title, valid_from, body)
      select id, lower($1), '样例制度', '2026-01-01', '{}' from u returning id, union_id),
    pt as (insert into policy_tests (policy_id, union_id, name, facts, expected_outcome)
      select id, union_id, '样例案例', '{}', 'allowed' from pv),
    pf as (insert into policy_forwardings (policy_id, union_id, sent_on, due_on)
      select id, union_id, '2026-01-12', '2026-01-22' from pv),
    ev as (insert into aid_events (household_id, union_id, number, kind, happened_on, description)
      select id, union_id, 'SJ' || $1, 'other', '2026-01-12', '样例事件' from hh),
    ap as (insert into applications (number, union_id, household_id, applicant_name, is_on_behalf, aid_type,
        entered_on, facts_secret)
      select 'SQ' || $1, union_id, id, '样例', true, '季度救助', '2026-01-12', 'x' from hh
      returning id, union_id, household_id),
    st as (insert into application_steps (application_id, union_id, number, action, from_state, to_state, actor_name,
        actor_union, happened_on)
      select id, union_id, 1, 'submit', 'draft', 'submitted', '样例', '样例', '2026-01-12' from ap),
    rc as (insert into application_recusals (application_id, account_id, union_id, reason)
      select ap.id, a.id, ap.union_id, '样例理由' from ap, a),
    cn as (insert into application_consents (application_id, union_id, kind, text_version, given_by)
      select id, union_id, 'publication', '1', '样例' from ap),
    pa as (insert into application_papers (application_id, paper, file_id, union_id)
      select ap.id, 'identity', f.id, ap.union_id from ap, f),
    gr as (insert into aid_approvals (application_id, union_id, household_id, aid_type, amount_fen, year, approved_on)
      select id, union_id, household_id, '紧急救助', 100, 2026, '2026-01-12' from ap),
    um as (insert into union_members (union_id, member_number, name) select id, $1 || '000', '样例' from u
      returning id, union_id),
    wi as (insert into worker_invitations (union_id, name, code_index, expires_on, created_by_name)
      select id, '样例', $1, '2026-03-20', '样例' from u),
    wa as (insert into worker_accounts (account_id, union_id, member_id, way, registered_at)
      select a.id, a.union_id, um.id, 'member_number', now() from a, um),
    af as (insert into application_families (application_id, union_id, form_secret) select id, union_id, 'x' from ap),
    cq as (insert into correction_requests (union_id, account_id, name, topic, wish_secret, asked_at)
      select union_id, id, '样例', 'other', 'x', now() from a),
    pn as (insert into public_notices (union_id, tier, title, place, starts_on, ends_on, working_days, contact,
        complaint_phone, token, put_up_by_name)
      select id, 'district', '样例公示', '样例', '2026-01-12', '2026-01-19', 5, '样例', '020-12345678', md5($1), '样例' from u
      returning id, union_id),
    pe as (insert into public_notice_entries (notice_id, position, application_id, union_id, masked_name, work_unit,
        aid_type, amount_fen)
      select pn.id, 1, ap.id, ap.union_id, '样*', '样例', '季度救助', 100 from pn, ap
      returning notice_id, application_id, union_id),
    po as (insert into public_notice_objections (notice_id, application_id, union_id, received_on, text, recorded_by_name)
      select notice_id, application_id, union_id, '2026-01-13', '样例异议', '样例' from pe),
    fy as (insert into fund_years (union_id, year) select id, 2026 from u returning id, union_id),
    fs as (insert into fund_sources (fund_year_id, union_id, year, kind, name)
      select id, union_id, 2026, 'union', '样例经费' from fy returning id, union_id),
    fr as (insert into fund_reservations (application_id, source_id, union_id)
      select ap.id, fs.id, fs.union_id from ap, fs),
    fa as (insert into fund_adjustments (fund_year_id, union_id, happened_on, document, reason, proposed_by_name)
      select id, union_id, '2026-01-12', '样例文号', '样例理由', '样例' from fy returning id, union_id),
    fl as (insert into fund_adjustment_lines (adjustment_id, source_id, union_id, amount_fen)
      select fa.id, fs.id, fa.union_id, 100 from fa, fs),
    fe as (insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, recorded_by_name)
      select id, union_id, 'initial', 100, '2026-01-12', '样例' from fs)
  select union_id as "unionId", id as "accountId" from a`;

interface District {
  readonly unionId: number;
  readonly accountId: number;
}

let database: TestDatabase;
let own: District;
let foreign: District;
let guarded: readonly string[];
let open: readonly string[];

beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database.owner;
  await pool.query(`insert into unions (code, name, level) values ('C', '样例市总工会', 'city')`);
  const add = async (code: string): Promise<District> => {
    const { rows } = await pool.query<District>(ROWS_OF_A_DISTRICT, [code]);
    if (rows[0] === undefined) throw new Error('no district was added');
    return rows[0];
  };
  [own, foreign] = [await add('D1'), await add('D2')];
  const tables = await pool.query<{ name: string; isGuarded: boolean }>(
    `select tablename as name, rowsecurity as "isGuarded" from pg_tables where schemaname = 'public'`,
  );
  guarded = tables.rows.filter(({ isGuarded }) => isGuarded).map(({ name }) => name);
  open = tables.rows.filter(({ isGuarded }) => !isGuarded).map(({ name }) => name);
});
afterAll(() => database.close());

describe('row-level security', () => {
  test('guards every table but those named here with a reason', () => {
    expect(open.toSorted()).toEqual(Object.keys(WITHOUT_ROW_SECURITY).toSorted());
  });

  test('shows in every guarded table the own district’s row', async () => {
    const scope = { roots: [own.unionId], accountId: own.accountId };
    expect(await countRows(scope)).toEqual(
      guarded.map((table) => {
        if (READ_BY_ALL.has(table)) return `${table} ${DISTRICTS}`;
        return `${table} ${table === 'household_people' ? PAIR : 1}`;
      }),
    );
  });

  test('shows nothing without a scope', async () => {
    expect(await countRows({ roots: [], accountId: null })).toEqual(guarded.map(countUnscoped));
  });

  test('shows nothing when the setting was never made', async () => {
    const counts = await database.app.query.transaction().execute(async (transaction) => {
      const found: string[] = [];
      for (const table of guarded) found.push(`${table} ${await countIn(transaction, table)}`);
      return found;
    });
    expect(counts).toEqual(guarded.map(countUnscoped));
  });

  test.each([
    'unions',
    'union_placements',
    'union_memberships',
    'role_assignments',
    'stored_files',
    'households',
    'household_versions',
    'duplicate_pairs',
    'policy_versions',
    'policy_tests',
    'policy_forwardings',
  ])('keeps %s from being written for a foreign union', async (table) => {
    const writing = inTransaction(
      database.app,
      { roots: [own.unionId], accountId: own.accountId },
      (transaction) => sql.raw(WRITINGS[table]?.(foreign) ?? '').execute(transaction),
    );
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  test('lets a change of a foreign union hit no row', async () => {
    const changed = await inTransaction(
      database.app,
      { roots: [own.unionId], accountId: own.accountId },
      (transaction) =>
        transaction
          .updateTable('unions')
          .set({ name: '样例改名' })
          .where('id', '=', foreign.unionId)
          .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });
});

function countUnscoped(table: string): string {
  return `${table} ${READ_BY_ALL.has(table) ? DISTRICTS : 0}`;
}

const WRITINGS: Readonly<Record<string, (district: District) => string>> = {
  unions: ({ unionId }) =>
    `insert into unions (parent_id, code, name, level) values (${unionId}, 'X', '样例', 'grassroots')`,
  union_placements: ({ unionId }) =>
    `insert into union_placements (union_id, name, reason) values (${unionId}, '样例', '测试')`,
  union_memberships: ({ unionId }) =>
    `insert into union_memberships (union_id, year, member_count) values (${unionId}, 2024, 1)`,
  role_assignments: ({ unionId, accountId }) =>
    `insert into role_assignments (account_id, role, union_id, valid_from, reason)
     values (${accountId}, 'auditor', ${unionId}, '2026-01-01', '测试')`,
  stored_files: ({ unionId }) =>
    `insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
     values (${unionId}, repeat('0', 64), 'f', 't/t', 1, 's', '1')`,
  households: ({ unionId }) =>
    `insert into households (union_id, file_number, opened_on, hardship_class, member_count, checked_on)
     values (${unionId}, 'X', '2026-01-12', 'deep', 1, '2026-01-12')`,
  household_versions: ({ unionId }) =>
    `insert into household_versions
       (household_id, union_id, number, facts_secret, hardship_class, source, reason, valid_on)
     values (1, ${unionId}, 2, 'x', 'deep', 'visit', '测试', '2026-01-12')`,
  duplicate_pairs: ({ unionId }) =>
    `insert into duplicate_pairs
       (first_id, second_id, first_union_id, second_union_id, kind, score, reasons, facts_digest)
     values (1, 3, ${unionId}, ${unionId}, 'likely', 1, '[]', 'd')`,
  policy_versions: ({ unionId }) =>
    `insert into policy_versions (union_id, code, title, valid_from, body)
     values (${unionId}, 'x', '样例', '2026-01-01', '{}')`,
  policy_tests: ({ unionId }) =>
    `insert into policy_tests (policy_id, union_id, name, facts, expected_outcome)
     values (1, ${unionId}, '样例', '{}', 'allowed')`,
  policy_forwardings: ({ unionId }) =>
    `insert into policy_forwardings (policy_id, union_id, sent_on, due_on)
     values (1, ${unionId}, '2026-01-12', '2026-01-22')`,
};

function countRows(scope: Scope): Promise<string[]> {
  return inTransaction(database.app, scope, async (transaction) => {
    const counts: string[] = [];
    for (const table of guarded) counts.push(`${table} ${await countIn(transaction, table)}`);
    return counts;
  });
}

async function countIn(
  transaction: Parameters<Parameters<typeof inTransaction>[2]>[0],
  table: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(
    transaction,
  );
  return rows[0]?.count ?? -1;
}
