import { sql } from 'kysely';
import type { Insertable } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';
import { findViolatedConstraint } from '#platform/database/database-errors.ts';
import { insertRows } from '#platform/database/insert-rows.ts';
import type { HouseholdPeople } from '#platform/database/schema.ts';

import type { HouseholdForm, PersonForm } from '../rules/household-form.ts';
import { nameSounds } from '../rules/name-sounds.ts';
import { drawIds } from './draw-ids.ts';
import { findDuplicates } from './find-duplicates.ts';
import {
  markAddress,
  markCard,
  markIdentity,
  markIdentityDigits,
  markPhone,
} from './household-keys.ts';
import type { HouseholdKeys } from './household-keys.ts';

export type PersonRow = Insertable<HouseholdPeople> & { readonly id: number };

/** Whose people are written, and as what. */
export interface PeopleOf {
  readonly householdId: number;
  readonly unionId: number;
  readonly form: HouseholdForm;
  /** Of each person of the form, the row in the file they came from. */
  readonly cameFrom?: readonly (number | null)[] | undefined;
}

/** The forms with an id for everybody: of their row, drawn for those who have none. */
export async function giveIds(
  { transaction }: Context,
  forms: readonly HouseholdForm[],
): Promise<HouseholdForm[]> {
  const newcomers = forms.flatMap(({ people }) => people).filter(({ id }) => id === null).length;
  const ids = await drawIds(transaction, 'household_people', newcomers);
  let taken = 0;
  const nextId = (): number | null => ids[taken++] ?? null;
  return forms.map((form) => ({
    ...form,
    people: form.people.map((person) => ({ ...person, id: person.id ?? nextId() })),
  }));
}

/**
 * Writes the rows by which people are searched: new ones, and those on file as the form now has them.
 * Duplicates are looked for afterwards, of a long list once; they hold nothing up.
 * @throws AppError `conflict` `household.person_in_other_file` for somebody who is in another open file.
 */
export async function writePeople(
  context: Context,
  keys: HouseholdKeys,
  files: readonly PeopleOf[],
): Promise<void> {
  await writePersonRows(
    context,
    files.flatMap((file) => toPersonRows(keys, file)),
  );
}

/** @throws AppError `conflict` `household.person_in_other_file`, see `writePeople`. */
export async function writePersonRows(context: Context, rows: readonly PersonRow[]): Promise<void> {
  await refusePeopleElsewhere(context, rows);
  await sql`savepoint people`.execute(context.transaction);
  try {
    await upsertPeople(context, rows);
  } catch (error) {
    if (findViolatedConstraint(error) !== 'household_people_one_file') throw error;
    // Somebody else was faster: what the first look did not see is committed now.
    await sql`rollback to savepoint people`.execute(context.transaction);
    await refusePeopleElsewhere(context, rows);
    throw new AppError('conflict', 'household.changed_meanwhile', {}, error);
  }
}

/** Writes people and looks for others who may be the same: those found are kept for a later look. */
export async function writeAndComparePeople(
  context: Context,
  keys: HouseholdKeys,
  files: readonly PeopleOf[],
): Promise<void> {
  await writePeople(context, keys, files);
  const householdIds = files.map(({ householdId }) => householdId);
  await findDuplicates(context, keys, { householdIds });
}

/** People of the file who are not in the form any more stay, with the day they left. */
export async function endPeople(
  { transaction }: Context,
  householdId: number,
  { stay, leftOn }: { readonly stay: readonly number[]; readonly leftOn: PlainDate },
): Promise<void> {
  await transaction
    .updateTable('householdPeople')
    .set({ leftOn })
    .where('householdId', '=', householdId)
    .where('leftOn', 'is', null)
    .where(sql<boolean>`id <> all(${sql.val([...stay])}::bigint[])`)
    .execute();
}

async function upsertPeople({ transaction }: Context, rows: readonly PersonRow[]): Promise<void> {
  await insertRows(transaction, { table: 'householdPeople', rows, otherwise: OR_UPDATE });
}

/** `left_on` goes: they are back in the file after an exit, or after a merge was undone. */
const OR_UPDATE = sql`on conflict (id) do update set role = excluded.role,
  relation = excluded.relation, name = excluded.name, name_sounds = excluded.name_sounds,
  sex = excluded.sex, born_on = excluded.born_on, is_union_member = excluded.is_union_member,
  identity_secret = excluded.identity_secret, identity_index = excluded.identity_index,
  identity_digits_index = excluded.identity_digits_index, phone_secret = excluded.phone_secret,
  phone_index = excluded.phone_index, card_secret = excluded.card_secret,
  card_index = excluded.card_index, address_index = excluded.address_index, left_on = null`;

interface OpenFile {
  readonly unionName: string;
}

async function refusePeopleElsewhere(
  { transaction }: Context,
  rows: readonly PersonRow[],
): Promise<void> {
  const named = rows.filter(({ identityIndex }) => typeof identityIndex === 'string');
  const digests = named.map(({ identityIndex }) => identityIndex);
  const files = named.map(({ householdId }) => householdId);
  const found = await sql<OpenFile>`
    select other.union_name
    from unnest(${sql.val(digests)}::text[], ${sql.val(files)}::bigint[]) as own (digest, household_id)
    join find_open_files(${sql.val(digests)}::text[]) as other on other.digest = own.digest
    where other.household_id <> own.household_id limit 1`.execute(transaction);
  const [elsewhere] = found.rows;
  if (elsewhere === undefined) return;
  const { unionName } = elsewhere;
  throw new AppError('conflict', 'household.person_in_other_file', { unionName });
}

/** The head last: whoever was head before has given the role up by then. */
export function toPersonRows(keys: HouseholdKeys, file: PeopleOf): PersonRow[] {
  return file.form.people
    .map((person, place) => toPersonRow(keys, file, { person, place }))
    .toSorted((a, b) => Number(a.role === 'head') - Number(b.role === 'head'));
}

function toPersonRow(
  keys: HouseholdKeys,
  { householdId, unionId, form, cameFrom }: PeopleOf,
  { person, place }: { readonly person: PersonForm; readonly place: number },
): PersonRow {
  const { id, role, relation, name, sex, bornOn, isUnionMember } = person;
  if (id === null) throw new Error('a person is written before an id was drawn');
  const { address } = form.head;
  return {
    id,
    householdId,
    unionId,
    role,
    relation,
    name,
    nameSounds: nameSounds(name),
    sex,
    bornOn,
    isUnionMember,
    ...toSecrets(keys, id, { ...person, card: role === 'head' ? form.cardNumber : null }),
    addressIndex: address === null ? null : markAddress(keys.blindIndex, address),
    cameFromId: cameFrom?.[place] ?? null,
  };
}

interface Numbers extends Pick<PersonForm, 'identityNumber' | 'phone'> {
  readonly card: string | null;
}

function toSecrets(
  { cipher, blindIndex }: HouseholdKeys,
  id: number,
  { identityNumber: identity, phone, card }: Numbers,
): Partial<PersonRow> {
  return {
    identitySecret: identity === null ? null : cipher.encrypt(identity, `people.identity:${id}`),
    identityIndex: identity === null ? null : markIdentity(blindIndex, identity),
    identityDigitsIndex: identity === null ? null : markIdentityDigits(blindIndex, identity),
    phoneSecret: phone === null ? null : cipher.encrypt(phone, `people.phone:${id}`),
    phoneIndex: phone === null ? null : markPhone(blindIndex, phone),
    cardSecret: card === null ? null : cipher.encrypt(card, `people.card:${id}`),
    cardIndex: card === null ? null : markCard(blindIndex, card),
  };
}
