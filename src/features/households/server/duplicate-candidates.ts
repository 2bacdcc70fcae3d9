import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import type { DatabaseTransaction } from '#platform/database/open-database.ts';

/** Two people worth comparing, with what they are compared by. */
export interface CandidatePair {
  readonly firstId: number;
  readonly secondId: number;
  readonly firstUnionId: number;
  readonly secondUnionId: number;
  readonly firstName: string;
  readonly secondName: string;
  readonly firstSounds: readonly string[];
  readonly secondSounds: readonly string[];
  readonly firstSex: string | null;
  readonly secondSex: string | null;
  readonly firstBornOn: string | null;
  readonly secondBornOn: string | null;
  readonly firstIdentityIndex: string | null;
  readonly secondIdentityIndex: string | null;
  readonly firstCardIndex: string | null;
  readonly secondCardIndex: string | null;
  readonly firstPhoneIndex: string | null;
  readonly secondPhoneIndex: string | null;
  readonly firstAddressIndex: string | null;
  readonly secondAddressIndex: string | null;
  readonly sharedMemberCount: number;
  /** Their numbers have the same digits in another order. */
  readonly hasSameDigits: boolean;
}

/**
 * Who counts: people of open files, and those whose file ended with them in it, as a new file beside
 * an ended one is a relapse. Who left for another file is looked for there.
 */
const PEOPLE_OF = (
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`select p.id, p.household_id, p.union_id, p.name, left(p.name, 1) as first_character,
    right(p.name, 1) as last_character, p.name_sounds, p.sex, p.born_on, p.identity_index,
    p.identity_digits_index, p.card_index, p.phone_index, p.address_index, p.left_on is null as is_open
  from household_people p join households h on h.id = p.household_id
  where (p.left_on is null or (h.state = 'exited' and p.left_on = h.exited_on)) and ${condition}`;
const PEOPLE = PEOPLE_OF(sql`true`);

/** Alike names always have their first or last character, or a sound, in common. */
const IS_NAME_NEAR = sql`(a.first_character = b.first_character or a.last_character = b.last_character
  or a.name_sounds && b.name_sounds)`;
const NOT_OF_ONE_FILE = sql`a.household_id <> b.household_id and (a.is_open or b.is_open)`;

/**
 * Rows that meet in one of these are compared. People who both have numbers, and other ones, are not
 * held for one by name and birth alone.
 */
const BLOCKS: readonly RawBuilder<unknown>[] = [
  sql`b.identity_index = a.identity_index`,
  sql`b.identity_digits_index = a.identity_digits_index and ${IS_NAME_NEAR}`,
];
/** What many may share: a card written down for all, the phone of an office, the address of a dormitory. */
const SHARED_VALUES: readonly SharedValue[] = [
  { column: sql`card_index`, condition: sql`true` },
  { column: sql`phone_index`, condition: IS_NAME_NEAR },
  { column: sql`address_index`, condition: IS_NAME_NEAR },
];
/**
 * Pairs grow with the square of those who share a value. Of more than so many, each is compared with
 * the first alone: everybody still has a finding, and there are as many findings as people.
 */
export const MAX_SHARING = 30;
const BIRTH_BLOCK = sql`b.born_on = a.born_on and ${IS_NAME_NEAR}`;
const FETCH_ROWS = 5000;

interface SharedValue {
  readonly column: RawBuilder<unknown>;
  readonly condition: RawBuilder<unknown>;
}

/** Candidates of the given households against all that is in sight, or of all in sight among each other. */
export async function* readCandidates(
  transaction: DatabaseTransaction,
  householdIds: readonly number[] | 'all',
): AsyncGenerator<readonly CandidatePair[]> {
  const isWhole = householdIds === 'all' || (await isMostOfAll(transaction, householdIds.length));
  await planFor(transaction, isWhole);
  const cursor = sql`no scroll cursor for ${candidates(householdIds, isWhole)}`;
  await sql`declare duplicate_candidates ${cursor}`.execute(transaction);
  for (;;) {
    const { rows } = await sql<CandidatePair>`fetch forward ${sql.lit(FETCH_ROWS)}
      from duplicate_candidates`.execute(transaction);
    if (rows.length > 0) yield rows;
    if (rows.length < FETCH_ROWS) break;
  }
  await sql`close duplicate_candidates`.execute(transaction);
  if (householdIds !== 'all') await planAsUsual(transaction);
}

/**
 * A long list that fills an empty registry: reading everything once is quicker than a look-up for each.
 * Statistics say nothing yet of rows that were written a moment ago; the size of the table does.
 */
async function isMostOfAll(transaction: DatabaseTransaction, count: number): Promise<boolean> {
  if (count < LEAST_LIST) return false;
  const { rows } = await sql<{ bytes: number }>`
    select pg_relation_size('household_people')::float8 as bytes`.execute(transaction);
  return (rows[0]?.bytes ?? 0) < count * BYTES_OF_FEW_HOUSEHOLDS;
}

/** Fewer are looked up in no time. */
const LEAST_LIST = 500;
/** Of some eight households of two to three people. */
const BYTES_OF_FEW_HOUSEHOLDS = 10_000;

async function planAsUsual(transaction: DatabaseTransaction): Promise<void> {
  await sql`select set_config(name, reset_val, true) from pg_settings where name in
    ('enable_seqscan', 'enable_nestloop', 'work_mem', 'jit', 'cursor_tuple_fraction')`.execute(
    transaction,
  );
}

/**
 * All rows are read with the memory for hashes of a million people, and no walk from row to row. Of
 * some households each person is looked up by an index, whatever the statistics say: those of a table
 * that an import is filling are wrong, and a plan by them may take an hour.
 */
async function planFor(transaction: DatabaseTransaction, isWhole: boolean): Promise<void> {
  await sql`set local cursor_tuple_fraction = 1`.execute(transaction);
  if (!isWhole) {
    await sql`set local enable_seqscan = off`.execute(transaction);
    return;
  }
  await sql`set local work_mem = '256MB'`.execute(transaction);
  await sql`set local enable_nestloop = off`.execute(transaction);
  await sql`set local jit = off`.execute(transaction);
}

/** @param isWhole all rows are read once, else each person of the households is looked up. */
function candidates(
  householdIds: readonly number[] | 'all',
  isWhole: boolean,
): RawBuilder<unknown> {
  const isAll = householdIds === 'all';
  const mine = isAll
    ? sql`select * from people`
    : PEOPLE_OF(sql`p.household_id = any(${sql.val([...householdIds])}::bigint[])`);
  const meet = (
    block: RawBuilder<unknown>,
    order = sql`true`,
    from: RawBuilder<unknown> = sql`mine`,
  ): RawBuilder<unknown> =>
    sql`${PAIR} from ${from} a ${beside(block, isWhole)} where ${NOT_OF_ONE_FILE} and ${order}`;
  const eachOnce = isAll ? sql`a.id < b.id` : sql`true`;
  const found = [
    ...BLOCKS.map((block) => meet(block, eachOnce)),
    ...SHARED_VALUES.flatMap(({ column, condition }) => [
      meet(sql`b.${column} = a.${column} and ${condition}`, eachOnce, uncrowded(column)),
      sql`${PAIR} from mine a join crowded c on c.value = a.${column}
        join people b on b.id = c.first_id where ${condition} and ${NOT_OF_ONE_FILE}`,
    ]),
    meet(BIRTH_BLOCK, sql`a.identity_index is null`),
    ...(isAll ? [] : [meet(BIRTH_BLOCK, sql`b.identity_index is null`)]),
    sql`${PAIR} from mine a join shared s on s.household_id = a.household_id
      join people b on b.household_id = s.other_id where ${IS_NAME_NEAR} and ${NOT_OF_ONE_FILE}`,
  ];
  // Read once for all blocks; a few rows are rather looked up one by one.
  const once = isWhole ? sql`materialized` : sql`not materialized`;
  return sql`with people as ${once} (${PEOPLE}), mine as materialized (${mine}),
    crowded as materialized (${sql.join(
      SHARED_VALUES.map(({ column }) => findCrowded(column, isWhole)),
      sql` union all `,
    )}),
    shared as (select a.household_id, b.household_id as other_id, count(*) as member_count
      from mine a ${beside(sql`b.identity_index = a.identity_index`, isWhole)}
      where ${NOT_OF_ONE_FILE} group by a.household_id, b.household_id),
    found as (${sql.join(found, sql` union `)})
    ${COMPARED}`;
}

const PAIR = sql`select least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id`;

/** The people that meet somebody of `mine` in a block. */
function beside(block: RawBuilder<unknown>, isWhole: boolean): RawBuilder<unknown> {
  return isWhole
    ? sql`join people b on ${block}`
    : sql`cross join lateral (select * from people b where ${block} offset 0) b`;
}

/** Left out before they meet anybody, not after. */
function uncrowded(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select * from mine m
    where not exists (select from crowded c where c.value = m.${column}) offset 0)`;
}

/** Values that more than `MAX_SHARING` rows share, with the first of these. */
function findCrowded(column: RawBuilder<unknown>, isWhole: boolean): RawBuilder<unknown> {
  const max = sql.lit(MAX_SHARING);
  if (isWhole) {
    return sql`select ${column} as value, min(id) as first_id from people
      where ${column} is not null group by ${column} having count(*) > ${max}`;
  }
  return sql`select v.value, f.first_id
    from (select distinct ${column} as value from mine where ${column} is not null) v
    cross join lateral (select min(p.id) as first_id, count(*) as sharing
      from people p where p.${column} = v.value) f where f.sharing > ${max}`;
}

/** The indexes of the pair's own numbers say nothing about the others of the two households. */
const COMPARED = sql`select a.id as first_id, b.id as second_id,
    a.union_id as first_union_id, b.union_id as second_union_id,
    a.name as first_name, b.name as second_name,
    a.name_sounds as first_sounds, b.name_sounds as second_sounds,
    a.sex as first_sex, b.sex as second_sex,
    a.born_on as first_born_on, b.born_on as second_born_on,
    a.identity_index as first_identity_index, b.identity_index as second_identity_index,
    a.card_index as first_card_index, b.card_index as second_card_index,
    a.phone_index as first_phone_index, b.phone_index as second_phone_index,
    a.address_index as first_address_index, b.address_index as second_address_index,
    coalesce(a.identity_digits_index = b.identity_digits_index, false) as has_same_digits,
    greatest(coalesce(s.member_count, t.member_count, 0)
      - (coalesce(a.identity_index = b.identity_index, false))::int, 0) as shared_member_count
  from found f join people a on a.id = f.first_id join people b on b.id = f.second_id
  left join shared s on s.household_id = a.household_id and s.other_id = b.household_id
  left join shared t on t.household_id = b.household_id and t.other_id = a.household_id`;
