import type { ClientBase } from 'pg';

import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

/** A granted application of the first family with all that can hang on it, and its public notice. */
export const FILL_APPLICATIONS = `
  insert into aid_events (household_id, union_id, number, kind, happened_on, description)
    values (1, 2, 'SJ2026000001', 'disaster', '2026-01-10', '样例灾情');
  insert into applications (number, union_id, household_id, person_id, applicant_name, is_on_behalf, aid_type, aid_class,
      event_id, requested_fen, proposed_fen, approved_fen, policy_version_id, state, applied_on, decided_on, entered_on,
      facts_secret, decided_facts)
    values ('SQ2026000001', 2, 1, 1, '样例1', true, '紧急救助', 'E1b', 1, 150000, 150000, 150000, 1,
      'awaiting_payment', '2026-01-12', '2026-01-20', '2026-01-20', '', '{"amountFen": 150000}');
  insert into application_steps (application_id, union_id, number, action, from_state, to_state, duty, opinion, amount_fen,
      meets_conditions, decision, detail, actor_id, actor_name, actor_union, happened_on)
    values (1, 2, 1, 'approve', 'district_approval', 'awaiting_payment', 'district_approval', '同意', 150000, true,
      '{"outcome": "allowed", "reasons": []}', '{"note": "样例"}', 1, '样例', '样例工会', '2026-01-20');
  insert into application_recusals (application_id, account_id, union_id, reason) values (1, 1, 2, '样例理由');
  insert into application_consents (application_id, union_id, kind, text_version, given_by)
    values (1, 2, 'publication', '2026-01', '样例1');
  insert into aid_approvals (application_id, union_id, household_id, person_index, aid_type, aid_class, event_id,
      amount_fen, year, hard_cap_fen, approved_on)
    values (1, 2, 1, 'i1', '紧急救助', 'E1b', 1, 150000, 2026, 1238000, '2026-01-20');
  insert into public_notices (union_id, tier, title, place, starts_on, ends_on, working_days, contact, complaint_phone,
      token, put_up_by_name)
    values (2, 'grassroots', '样例公示', '样例公告栏', '2026-01-13', '2026-01-20', 5, '样例', '020-12345678',
      repeat('a', 32), '样例');
  insert into public_notice_entries (notice_id, position, application_id, union_id, masked_name, work_unit, aid_type, amount_fen)
    values (1, 1, 1, 2, '样*', '样例单位', '紧急救助', 150000);
  insert into public_notice_objections (notice_id, application_id, union_id, received_on, objector_secret, text,
      recorded_by_name)
    values (1, 1, 2, '2026-01-15', '', '样例异议内容', '样例');
  insert into fund_years (union_id, year) values (2, 2026);
  insert into fund_sources (fund_year_id, union_id, year, kind, name) values (1, 2, 2026, 'union', '工会经费');
  insert into fund_adjustments (fund_year_id, union_id, happened_on, document, reason, proposed_by_name)
    values (1, 2, '2026-01-12', '样例文号', '样例理由', '样例');
  insert into fund_adjustment_lines (adjustment_id, source_id, union_id, amount_fen) values (1, 1, 2, 100);
  insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, recorded_by_name)
    values (1, 2, 'initial', 1000000, '2026-01-05', '样例');
  insert into fund_entries (source_id, union_id, kind, amount_fen, happened_on, application_id, recorded_by_name)
    values (1, 2, 'reserved', 150000, '2026-01-20', 1, '样例')`;

/** After the files of the store have their rows. */
export const FILL_PAPERS = `insert into application_papers (application_id, paper, file_id, union_id)
  select 1, 'identity', id, 2 from stored_files order by digest limit 1`;

/** Number of values that `fillApplicationSecrets` encrypts. */
export const APPLICATION_SECRET_COUNT = 2;

export async function fillApplicationSecrets(
  client: ClientBase,
  cipher: FieldCipher,
): Promise<void> {
  await client.query('update applications set facts_secret = $1 where id = 1', [
    cipher.encrypt('{"story": "样例"}', 'applications.facts:1'),
  ]);
  await client.query('update public_notice_objections set objector_secret = $1 where id = 1', [
    cipher.encrypt('样例异议人', 'public_notice_objections.objector:1'),
  ]);
}
