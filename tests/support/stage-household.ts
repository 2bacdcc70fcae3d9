import type { HouseholdForm } from '#features/households/rules/household-form.ts';

import { aForm, aHead, aPerson } from './household-form.ts';
import type { ServedApi } from './served-api.ts';

export interface StagedHousehold {
  readonly householdId: number;
  readonly personId: number;
  readonly pairId: number;
  /** On a low-income list. */
  readonly entryOnListId: number;
}

interface Ids {
  readonly householdId: number;
  readonly versionId: number;
  readonly people: number[];
}

/** A file of two people who may be one; every text of it carries the mark. */
const ROWS_OF_A_HOUSEHOLD = `
  with h as (insert into households (union_id, file_number, opened_on, hardship_class, member_count, checked_on)
      values ($1, $3, '2026-01-12', 'deep', 2, '2026-01-12') returning id, union_id),
    p as (insert into household_people (household_id, union_id, role, relation, name)
      select id, union_id, role, 'other', $2 from h, unnest(array['head', 'member']) role
      returning id),
    v as (insert into household_versions
        (household_id, union_id, number, facts_secret, hardship_class, source, reason, valid_on)
      select id, union_id, 1, '', 'deep', 'visit', $2, '2026-01-12' from h returning id),
    e as (insert into household_events (household_id, union_id, kind, happened_on, reason, document)
      select id, union_id, 'opened', '2026-01-12', $2, $2 from h)
  select h.id as "householdId", v.id as "versionId", (select array_agg(id order by id) from p) as people
  from h, v`;

const PAIR_OF_A_HOUSEHOLD = `
  insert into duplicate_pairs
    (first_id, second_id, first_union_id, second_union_id, kind, score, reasons, facts_digest)
  values ($1, $2, $3, $3, 'likely', 80, '[]', 'd') returning id`;

let count = 0;

export async function stageHousehold(
  { owner, cipher }: ServedApi,
  unionId: number,
  mark: string,
): Promise<StagedHousehold> {
  const { pool } = owner;
  const number = `STAGED-${++count}`;
  const found = await pool.query<Ids>(ROWS_OF_A_HOUSEHOLD, [unionId, mark, number]);
  const [ids] = found.rows;
  const [personId, secondId] = (ids?.people ?? []).map(Number);
  if (ids === undefined || personId === undefined || secondId === undefined) {
    throw new Error('no household was staged');
  }
  const form = formOf(mark, [personId, secondId]);
  await pool.query('update household_versions set facts_secret = $2 where id = $1', [
    ids.versionId,
    cipher.encrypt(JSON.stringify(form), `households.facts:${ids.versionId}`),
  ]);
  const pair = await pool.query<{ id: number }>(PAIR_OF_A_HOUSEHOLD, [personId, secondId, unionId]);
  const entryOnListId = await stageEntry({ pool, cipher }, { unionId, mark, number });
  return { householdId: ids.householdId, personId, pairId: pair.rows[0]?.id ?? 0, entryOnListId };
}

interface StagedEntry {
  readonly unionId: number;
  readonly mark: string;
  readonly number: string;
}

async function stageEntry(
  { pool, cipher }: Pick<ServedApi['owner'], 'pool'> & Pick<ServedApi, 'cipher'>,
  { unionId, mark, number }: StagedEntry,
): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into civil_affairs_entries
       (union_id, list_name, list_on, name, identity_secret, identity_index, kind, is_member, answer)
     values ($1, $2, '2026-01-12', $2, '', $3, 'low_income', true, 'waiting') returning id`,
    [unionId, mark, number],
  );
  const id = rows[0]?.id ?? 0;
  await pool.query('update civil_affairs_entries set identity_secret = $2 where id = $1', [
    id,
    cipher.encrypt('440118199001010019', `civil_affairs.identity:${id}`),
  ]);
  return id;
}

function formOf(mark: string, [headId, otherId]: readonly [number, number]): HouseholdForm {
  const people = [aHead({ id: headId, name: mark }), aPerson({ id: otherId, name: mark })];
  return aForm({ people, income: [], causeText: mark });
}
