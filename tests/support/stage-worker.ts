import { aForm } from './household-form.ts';
import type { ServedApi } from './served-api.ts';
import { factsOf } from './stage-application.ts';

export interface StagedWorkerRows {
  /** A draft whose applicant has an account. */
  readonly ownCaseId: number;
  readonly ownFileId: string;
  /** A draft whose family has no file: its form was handed in. */
  readonly familyFormId: number;
  readonly invitationId: number;
  readonly correctionId: number;
}

interface Ground {
  readonly unionId: number;
  readonly accountId: number;
  readonly householdId: number;
  readonly personId: number;
}

/** What a union has of its workers' access; every text of it carries the mark. */
const ROWS_OF_WORKERS = `
  with o as (insert into applications (number, union_id, household_id, person_id, applicant_name, applicant_account_id,
        is_on_behalf, aid_type, aid_class, entered_on, facts_secret)
      values ('SQ' || $5, $1, $3, $4, $6, $2, false, '季度救助', 'Q1', '2026-03-02', '') returning id),
    n as (insert into applications (number, union_id, applicant_name, applicant_account_id, is_on_behalf, aid_type,
        aid_class, entered_on, facts_secret)
      values ('SF' || $5, $1, $6, $2, false, '季度救助', 'Q1', '2026-03-02', '') returning id),
    a as (insert into application_families (application_id, union_id, form_secret, handed_in_at)
      select id, $1, '', '2026-03-02' from n),
    f as (insert into stored_files (union_id, digest, file_name, media_type, byte_length, subject, subject_id)
      select $1, repeat('0', 64), $6, 'text/plain', 1, 'application', id::text from o returning id),
    p as (insert into application_papers (application_id, paper, file_id, union_id)
      select o.id, 'identity', f.id, $1 from o, f),
    i as (insert into worker_invitations (union_id, name, code_index, expires_on, created_by_name)
      values ($1, $6, $5, '2026-03-20', $6) returning id),
    m as (insert into union_members (union_id, member_number, name) values ($1, $5, $6)),
    c as (insert into correction_requests (union_id, account_id, name, topic, wish_secret, asked_at)
      values ($1, $2, $6, 'contact', '', '2026-03-02') returning id)
  select o.id as "ownCaseId", f.id as "ownFileId", n.id as "familyFormId", i.id as "invitationId",
    c.id as "correctionId" from o, f, n, i, c`;

let count = 0;

export async function stageWorkerRows(
  test: ServedApi,
  { unionId, accountId, householdId, personId }: Ground,
  mark: string,
): Promise<StagedWorkerRows> {
  const { pool } = test.owner;
  const number = `2026${String(700_000 + ++count)}`;
  const values = [unionId, accountId, householdId, personId, number, mark];
  const { rows } = await pool.query<StagedWorkerRows>(ROWS_OF_WORKERS, values);
  const [row] = rows;
  if (row === undefined) throw new Error('no rows of workers were staged');
  for (const id of [row.ownCaseId, row.familyFormId]) await sealFacts(test, id, mark);
  await sealTold(test, row, mark);
  return row;
}

async function sealFacts({ owner, cipher }: ServedApi, id: number, mark: string): Promise<void> {
  await owner.pool.query('update applications set facts_secret = $2 where id = $1', [
    id,
    cipher.encrypt(JSON.stringify(factsOf(mark)), `applications.facts:${id}`),
  ]);
}

async function sealTold(
  { owner, cipher }: ServedApi,
  { familyFormId, correctionId }: StagedWorkerRows,
  mark: string,
): Promise<void> {
  const { pool } = owner;
  const told = JSON.stringify({ form: aForm(), event: null });
  const { rows } = await pool.query<{ id: number }>(
    'select id from application_families where application_id = $1',
    [familyFormId],
  );
  const id = rows[0]?.id ?? 0;
  await pool.query('update application_families set form_secret = $2 where id = $1', [
    id,
    cipher.encrypt(told, `application_families.form:${id}`),
  ]);
  await pool.query('update correction_requests set wish_secret = $2 where id = $1', [
    correctionId,
    cipher.encrypt(mark, `correction_requests.wish:${correctionId}`),
  ]);
}

/** One's own application and correction, found by the account alone. */
export async function stageOwnCase(
  { owner, cipher }: ServedApi,
  accountId: number,
  mark: string,
): Promise<void> {
  const { pool } = owner;
  const { rows } = await pool.query<{ id: number }>(
    `with a as (insert into applications (number, union_id, applicant_name, applicant_account_id, is_on_behalf,
        aid_type, entered_on, facts_secret)
      select $2 || id, union_id, $2, id, false, '实物慰问', '2026-03-02', '' from accounts where id = $1)
    insert into correction_requests (union_id, account_id, name, topic, wish_secret, asked_at)
      select union_id, id, $2, 'contact', '', '2026-03-02' from accounts where id = $1 returning id`,
    [accountId, mark],
  );
  const id = rows[0]?.id ?? 0;
  await pool.query('update correction_requests set wish_secret = $2 where id = $1', [
    id,
    cipher.encrypt(mark, `correction_requests.wish:${id}`),
  ]);
}
