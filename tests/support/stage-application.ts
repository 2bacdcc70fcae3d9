import type { ApplicationFacts } from '#features/applications/rules/application-inputs.ts';

import type { ServedApi } from './served-api.ts';

export interface StagedApplication {
  readonly applicationId: number;
}

/** The rows of the family and the rules that an application hangs on. */
interface Ground {
  readonly unionId: number;
  readonly householdId: number;
  readonly personId: number;
  readonly policyId: number;
  readonly accountId: number;
}

/** One that lies at its town, with everything that can hang on it; every text of it carries the mark. */
const ROWS_OF_AN_APPLICATION = `
  with e as (insert into aid_events (household_id, union_id, number, kind, happened_on, description)
      values ($2, $1, 'SJ' || $6, 'disaster', '2026-02-20', $7 || '的救助事件') returning id),
    a as (insert into applications (number, union_id, household_id, person_id, applicant_name, is_on_behalf,
        aid_type, aid_class, event_id, requested_fen, policy_version_id, state, applied_on, entered_on, facts_secret)
      select 'SQ' || $6, $1, $2, $3, $7, true, '紧急救助', 'E1b', id, 150000, $4, 'town_review', '2026-03-02',
        '2026-03-02', '' from e returning id, union_id),
    s as (insert into application_steps (application_id, union_id, number, action, from_state, to_state, opinion,
        actor_name, actor_union, happened_on)
      select id, union_id, 1, 'submit', 'draft', 'submitted', $7, $7, $7, '2026-03-02' from a),
    r as (insert into application_recusals (application_id, account_id, union_id, reason)
      select id, $5, union_id, $7 from a),
    c as (insert into application_consents (application_id, union_id, kind, text_version, given_by)
      select id, union_id, 'publication', '1', $7 from a)
  select id from a`;

let count = 0;

export async function stageApplication(
  { owner, cipher }: ServedApi,
  { unionId, householdId, personId, policyId, accountId }: Ground,
  mark: string,
): Promise<StagedApplication> {
  const { pool } = owner;
  const number = `2026${String(900_000 + ++count)}`;
  const values = [unionId, householdId, personId, policyId, accountId, number, mark];
  const { rows } = await pool.query<{ id: number }>(ROWS_OF_AN_APPLICATION, values);
  const [row] = rows;
  if (row === undefined) throw new Error('no application was staged');
  const facts = factsOf(mark);
  await pool.query('update applications set facts_secret = $2 where id = $1', [
    row.id,
    cipher.encrypt(JSON.stringify(facts), `applications.facts:${row.id}`),
  ]);
  return { applicationId: row.id };
}

/** What an applicant tells. */
export function factsOf(mark: string): ApplicationFacts {
  return {
    story: mark,
    illness: mark,
    selfPaidFen: null,
    aidElsewhere: mark,
    relativesInUnion: mark,
  };
}
