import type { TestApi, TestUnionCode } from './api.ts';
import type { ServedApi } from './served-api.ts';
import { stageApplication } from './stage-application.ts';
import type { StagedApplication } from './stage-application.ts';
import { stageFund } from './stage-fund.ts';
import type { StagedFund } from './stage-fund.ts';
import { stageHousehold } from './stage-household.ts';
import type { StagedHousehold } from './stage-household.ts';
import { stagePolicy } from './stage-policy.ts';
import type { StagedPolicy } from './stage-policy.ts';
import { stagePublicNotice } from './stage-public-notice.ts';
import type { StagedPublicNotice } from './stage-public-notice.ts';
import { stageOwnCase, stageWorkerRows } from './stage-worker.ts';
import type { StagedWorkerRows } from './stage-worker.ts';

/** What is named in an address: one row of everything a union and its person can have. */
export interface StagedRows
  extends
    StagedHousehold,
    StagedPolicy,
    StagedApplication,
    StagedPublicNotice,
    StagedWorkerRows,
    StagedFund {
  readonly unionId: number;
  readonly accountId: number;
  readonly roleId: number;
  readonly sessionId: number;
  readonly entryId: number;
  readonly jobId: string;
  readonly fileId: string;
  readonly noticeId: number;
  readonly messageId: string;
}

/** Every text of the rows carries the mark, so that any reply that lets one out is found by it. */
const ROWS_OF_A_UNION = `
  with a as (insert into accounts (union_id, username, display_name, password_hash)
      values ($1, $3, $2, 'x') returning id, union_id),
    m as (insert into union_memberships (union_id, year, member_count, source) values ($1, 2020, 1, $2)
      on conflict do nothing),
    p as (insert into union_placements (union_id, name, valid_from, valid_to, reason, document)
      values ($1, $2, '2019-01-01', '2019-12-31', $2, $2)),
    r as (insert into role_assignments (account_id, role, union_id, valid_from, reason)
      select id, 'town_officer', union_id, '2026-01-01', $2 from a returning id),
    o as (insert into oidc_identities (issuer, subject, account_id) select $2, $3, id from a),
    s as (insert into sessions
        (account_id, token_digest, csrf_token, created_at, last_seen_at, ip, user_agent)
      select id, convert_to($3, 'UTF8'), $2, $4::timestamptz, $4::timestamptz, $2, $2 from a returning id),
    l as (insert into audit_entries (body, mac)
      select jsonb_build_object('atMs', 1772000000000, 'accountId', id, 'accountName', $2::text,
        'unionId', union_id, 'action', 'union.updated', 'subject', 'union', 'subjectId', $2::text,
        'outcome', 'done', 'requestId', $2::text, 'ip', $2::text, 'reason', $2::text,
        'before', null, 'after', null)::text, '' from a returning id),
    j as (insert into job_runs (kind, account_id, union_id, permission, input, state, step, error)
      select $2, id, union_id, 'p', '{}', 'failed', $2,
        jsonb_build_object('code', 'jobs.lost', 'params', '{}'::jsonb) from a returning id),
    f as (insert into stored_files
        (union_id, digest, file_name, media_type, byte_length, subject, subject_id, uploaded_by)
      select union_id, repeat('0', 64), $2, 'text/plain', 1, 'union', union_id::text, id from a
      returning id),
    n as (insert into notices (account_id, code, link) select id, $2, '/' || $2 from a returning id),
    b as (insert into outbox_messages (union_id, channel, recipient, subject, text, state, receipt)
      select union_id, 'mail', $2, $2, $2, 'refused', $2 from a returning id)
  select $1::int as "unionId", a.id as "accountId", r.id as "roleId", s.id as "sessionId",
    l.id as "entryId", j.id as "jobId", f.id as "fileId", n.id as "noticeId", b.id as "messageId"
  from a, r, s, l, j, f, n, b`;

let count = 0;

export async function stageRows(
  test: ServedApi,
  union: TestUnionCode,
  mark: string,
): Promise<StagedRows> {
  const username = `staged.${++count}`;
  const values = [test.unions[union], mark, username, test.now()];
  const { rows } = await test.owner.pool.query<
    Omit<
      StagedRows,
      keyof (StagedHousehold &
        StagedPolicy &
        StagedApplication &
        StagedPublicNotice &
        StagedWorkerRows &
        StagedFund)
    >
  >(ROWS_OF_A_UNION, values);
  if (rows[0] === undefined) throw new Error('no rows were staged');
  const unionId = test.unions[union];
  const household = await stageHousehold(test, unionId, mark);
  const policy = await stagePolicy(test, unionId, mark);
  const ground = { ...rows[0], ...household, ...policy };
  const filed = { ...ground, ...(await stageApplication(test, ground, mark)) };
  const hung = { ...filed, ...(await stagePublicNotice(test, filed, mark)) };
  const funded = { ...hung, ...(await stageFund(test, unionId, mark)) };
  return { ...funded, ...(await stageWorkerRows(test, funded, mark)) };
}

/** Gives a person a second factor, and something of everything that is listed as one's own. */
export async function stageOwnRows(
  test: ServedApi,
  accountId: number,
  mark: string,
): Promise<void> {
  const secret = test.cipher.encrypt('JBSWY3DPEHPK3PXP', `accounts.totp:${accountId}`);
  await test.owner.pool.query(
    `with n as (insert into notices (account_id, code) values ($1, $2)),
      o as (insert into oidc_identities (issuer, subject, account_id) values ($2, $1::text, $1)),
      s as (update sessions set user_agent = $2 where account_id = $1),
      t as (update accounts set totp_secret = $3 where id = $1)
     insert into job_runs (kind, account_id, union_id, permission, input)
     select $2, id, union_id, 'p', '{}' from accounts where id = $1`,
    [accountId, mark, secret],
  );
  await stageOwnCase(test, accountId, mark);
}

/** A town and the unions below it carry the mark in their names. */
export async function markUnions(
  test: TestApi,
  codes: TestUnionCode[],
  mark: string,
): Promise<void> {
  await test.owner.pool.query(
    `update unions set name = $1 || code || '工会', contact_name = $1 where code = any($2)`,
    [mark, codes],
  );
}
