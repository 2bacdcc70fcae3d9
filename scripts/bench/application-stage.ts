import { Agent, request } from 'node:http';

import { digestToken, newToken } from '#features/accounts/server/session-token.ts';
import { addBuiltInPolicy } from '#features/policies/server/commands/add-built-in-policy.ts';
import type { Database } from '#platform/database/open-database.ts';
import { CSRF_HEADER, SESSION_COOKIE } from '#platform/http/session.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';
import { asActor } from '#tests/support/context.ts';

import type { BenchDatabase } from './with-database.ts';

export const PEOPLE = Number(process.env['APPLICATION_PEOPLE'] ?? 1_000_000);
const APPLICATIONS = Math.round(PEOPLE * 0.3);
const HOUSEHOLDS = Math.round(PEOPLE / 4);
const TOWNS = 20;
const UNIONS = 1000;

/** Open cases by state; the rest of the applications is decided. */
export const OPEN_CASES = { submitted: 6000, district_approval: 4000, town_review: 3000 };

/**
 * A district of a thousand unions with a million people in families, of whom three in ten applied at some
 * time; some thousands of cases are on their way. Secrets are left out: nothing measured opens them.
 */
export async function seedApplications({ owner, app }: BenchDatabase): Promise<void> {
  await owner.pool.query(TREE);
  await asActor(app, {}, addBuiltInPolicy);
  for (const statement of [
    HOUSEHOLD_ROWS,
    PEOPLE_ROWS,
    APPLICATION_ROWS,
    STEP_ROWS,
    APPROVAL_ROWS,
  ]) {
    await owner.pool.query(statement);
  }
  await owner.pool.query(PAPER_ROWS);
  await owner.pool.query('vacuum analyze');
}

/** What an act answers with opens the secrets of its case: those of open cases are real. */
export async function sealOpenCases(
  { pool }: Database,
  cipher: Pick<FieldCipher, 'encrypt'>,
): Promise<void> {
  const { rows } = await pool.query<{ id: number; person_id: number }>(
    `select id::int, person_id::int from applications where state = 'submitted'`,
  );
  const facts = rows.map(({ id }) => cipher.encrypt(FACTS, `applications.facts:${id}`));
  await pool.query(
    `update applications a set facts_secret = s.secret from unnest($1::bigint[], $2::text[]) s (id, secret) where a.id = s.id`,
    [rows.map(({ id }) => id), facts],
  );
  const people = [...new Set(rows.map((row) => row.person_id))];
  const numbers = people.map((id) => cipher.encrypt('440118199001010019', `people.identity:${id}`));
  await pool.query(
    `update household_people p set identity_secret = s.secret from unnest($1::bigint[], $2::text[]) s (id, secret) where p.id = s.id`,
    [people, numbers],
  );
}

const FACTS = JSON.stringify({
  story: '样例：患病住院，家庭困难',
  illness: null,
  selfPaidFen: null,
  aidElsewhere: null,
  relativesInUnion: null,
});

const TREE = `
  insert into setting_entries (key, value, valid_from, reason)
    values ('households.minimum_living_yuan', '1238', '2020-01-01', '样例数据');
  insert into unions (code, name, level) values ('D', '样例区总工会', 'district');
  insert into unions (parent_id, code, name, level)
    select 1, 'T-' || n, '样例镇' || n, 'town_or_system' from generate_series(1, ${TOWNS}) n;
  insert into unions (parent_id, code, name, level)
    select 2 + n % ${TOWNS}, 'G-' || n, '样例基层' || n, 'grassroots'
    from generate_series(1, ${UNIONS - TOWNS - 1}) n;
  insert into fund_years (union_id, year) values (1, extract(year from now()));
  insert into fund_sources (fund_year_id, union_id, year, kind, name)
    values (1, 1, extract(year from now()), 'union', '工会经费');
  insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, recorded_by_name)
    values (1, 1, 'initial', 100000000000, current_date, '样例');`;

/** Unions 22 and on are grassroots unions. */
const UNION_OF = `${TOWNS + 2} + (n % ${UNIONS - TOWNS - 1})`;

const HOUSEHOLD_ROWS = `insert into households (id, union_id, file_number, opened_on, hardship_class, member_count,
    net_monthly_fen, checked_on)
  select n, ${UNION_OF}, 'A-' || n, '2025-01-01', 'deep', 4, 90000, '2026-01-01' from generate_series(1, ${HOUSEHOLDS}) n`;

const PEOPLE_ROWS = `insert into household_people (id, household_id, union_id, role, relation, name, born_on, is_union_member,
    identity_secret, identity_index)
  select n, 1 + (n - 1) / 4, ${UNION_OF.replaceAll('n %', '((n - 1) / 4 + 1) %')},
    case when n % 4 = 1 then 'head' else 'member' end, case when n % 4 = 1 then 'head' else 'child' end,
    chr(19968 + n % 997) || chr(20100 + n % 1009) || chr(20300 + n % 499), date '1960-01-01' + n % 18000, true,
    'sealed', md5(n::text)
  from generate_series(1, ${PEOPLE}) n`;

/** Newest last; what is open lies among the newest. */
const APPLICATION_ROWS = `insert into applications (id, number, union_id, household_id, person_id, applicant_name,
    is_on_behalf, aid_type, aid_class, round_index, requested_fen, proposed_fen, approved_fen, policy_version_id,
    state, applied_on, district_received_on, decided_on, entered_on, warn_on, due_on, facts_secret)
  select n, 'SQ' || n, h.union_id, h.id, p.id, p.name, true, '季度救助', 'Q1', 8104, 60000, 60000,
    case when s.state = 'paid' then 60000 end, 1, s.state, d.day, d.day,
    case when s.state in ('paid', 'refused') then d.day + 7 end, d.day,
    case when s.state in ('paid', 'refused') then null else d.day + 2 end,
    case when s.state in ('paid', 'refused') then null else d.day + 4 end, 'sealed'
  from generate_series(1, ${APPLICATIONS}) n
  cross join lateral (select case
    when n > ${APPLICATIONS} - ${OPEN_CASES.submitted} then 'submitted'
    when n > ${APPLICATIONS} - ${OPEN_CASES.submitted + OPEN_CASES.district_approval} then 'district_approval'
    when n > ${APPLICATIONS} - ${OPEN_CASES.submitted + OPEN_CASES.district_approval + OPEN_CASES.town_review} then 'town_review'
    when n % 20 = 0 then 'refused' else 'paid' end as state) s
  cross join lateral (select date '2024-01-01' + (n * 780.0 / ${APPLICATIONS})::int as day) d
  join households h on h.id = 1 + (n * 7) % ${HOUSEHOLDS}
  join household_people p on p.id = (h.id - 1) * 4 + 1`;

const STEP_ROWS = `insert into application_steps (application_id, union_id, number, action, from_state, to_state, duty,
    opinion, amount_fen, meets_conditions, actor_name, actor_union, happened_on)
  select a.id, a.union_id, s.number, s.action, s.source, s.target, s.duty, '情况属实', 60000, true, '样例甲', '样例工会', a.applied_on
  from applications a cross join (values
    (1, 'submit', 'draft', 'submitted', 'file_on_behalf'),
    (2, 'accept', 'submitted', 'grassroots_review', 'grassroots_opinion'),
    (3, 'pass_grassroots', 'grassroots_review', 'town_review', 'grassroots_opinion'),
    (4, 'pass_town', 'town_review', 'district_review', 'town_review')) s (number, action, source, target, duty)
  where a.state <> 'submitted' or s.number = 1`;

const APPROVAL_ROWS = `insert into aid_approvals (application_id, union_id, household_id, person_index, aid_type, aid_class,
    round_index, amount_fen, year, hard_cap_fen, approved_on)
  select a.id, a.union_id, a.household_id, null, a.aid_type, a.aid_class, a.round_index, a.approved_fen,
    extract(year from a.decided_on)::int, null, a.decided_on
  from applications a where a.state = 'paid'`;

/** One file stands for all papers of the cases that are to be approved. */
const PAPER_ROWS = `with file as (insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
    values (1, repeat('ab', 32), '样例.pdf', 'application/pdf', 10, 'application', '1') returning id)
  insert into application_papers (application_id, paper, file_id, union_id)
    select a.id, p.paper, file.id, a.union_id from applications a, file,
      unnest(array['identity', 'household_register', 'income_proof', 'membership', 'check_authorization']) p (paper)
    where a.state = 'district_approval'`;

/** Somebody with a role at a union, and the headers of an open session. */
export async function enter(
  { query }: Database,
  {
    role,
    unionId,
    name,
  }: { readonly role: string; readonly unionId: number; readonly name: string },
): Promise<{ readonly accountId: number; readonly headers: Readonly<Record<string, string>> }> {
  const now = new Date();
  const { id } = await query
    .insertInto('accounts')
    .values({
      unionId,
      username: name.toLowerCase(),
      displayName: name,
      mustChangePassword: false,
      passwordChangedAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await query
    .insertInto('roleAssignments')
    .values({ accountId: id, role, unionId, validFrom: '2020-01-01', reason: '样例' })
    .execute();
  const [token, csrfToken] = [newToken(), newToken()];
  await query
    .insertInto('sessions')
    .values({
      accountId: id,
      tokenDigest: digestToken(token),
      csrfToken,
      createdAt: now,
      lastSeenAt: now,
    })
    .execute();
  const headers = { cookie: `${SESSION_COOKIE}=${token}`, [CSRF_HEADER]: csrfToken };
  return { accountId: id, headers };
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 100 });

export interface Sender {
  readonly headers: Readonly<Record<string, string>>;
  /** Requests a minute are counted by it, so each client has one of its own. */
  readonly localAddress: string;
}

/** Sends JSON over a kept connection; returns the status, having read the answer to its end. */
export function post(
  url: string,
  { headers, localAddress }: Sender,
  body: unknown,
): Promise<{ readonly status: number; readonly text: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: AGENT,
        localAddress,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(text)),
        },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
