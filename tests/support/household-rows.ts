import type { ClientBase } from 'pg';

import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

/** A file in each of two unions, with all that can hang on it; secrets come after, bound to their rows. */
export const FILL_HOUSEHOLDS = `
  insert into households (union_id, file_number, opened_on, hardship_class, member_count, checked_on)
    select n, 'K-KNZG-2026-000' || n, '2026-01-12', 'deep', 1, '2026-01-12' from generate_series(2, 3) n;
  insert into household_people (household_id, union_id, role, relation, name, name_sounds, born_on)
    select id, union_id, 'head', 'head', '样例' || id, '{yang li}', '1990-01-01' from households;
  insert into household_versions (household_id, union_id, number, facts_secret, hardship_class, source, reason, valid_on)
    select id, union_id, 1, '', 'deep', 'application', '申请', '2026-01-12' from households;
  insert into household_events (household_id, union_id, kind, happened_on, reason)
    select id, union_id, 'opened', '2026-01-12', '申请' from households;
  insert into duplicate_pairs
      (first_id, second_id, first_union_id, second_union_id, kind, score, reasons, facts_digest)
    values (1, 2, 2, 3, 'likely', 80, '[{"code": "same_name", "weight": 1.50}]', 'd');
  insert into civil_affairs_entries
      (union_id, list_name, list_on, name, identity_secret, identity_index, kind, household_id)
    values (2, '样例名单', '2026-01-01', '样例', '', 'x', 'low_income', 1);
  insert into file_counters values ('K', 2026, 3)`;

/** Number of values that `fillHouseholdSecrets` encrypts. */
export const HOUSEHOLD_SECRET_COUNT = 9;

export async function fillHouseholdSecrets(client: ClientBase, cipher: FieldCipher): Promise<void> {
  for (const id of [1, 2]) {
    await client.query(
      `update household_people set identity_secret = $2, identity_index = 'i' || id,
         phone_secret = $3, phone_index = 'p' || id, card_secret = $4, card_index = 'c' || id
       where id = $1`,
      [
        id,
        cipher.encrypt(`44011819900101000${id}`, `people.identity:${id}`),
        cipher.encrypt(`1370000000${id}`, `people.phone:${id}`),
        cipher.encrypt(`622200000000000${id}`, `people.card:${id}`),
      ],
    );
    await client.query('update household_versions set facts_secret = $2 where id = $1', [
      id,
      cipher.encrypt(`{"file": ${id}}`, `households.facts:${id}`),
    ]);
  }
  await client.query('update civil_affairs_entries set identity_secret = $1 where id = 1', [
    cipher.encrypt('440118199001010001', 'civil_affairs.identity:1'),
  ]);
}
