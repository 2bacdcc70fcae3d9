import { sql } from 'kysely';

import { toPersonKey } from '#core/identity-number.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { ExistingHousehold, ImportGround } from '../rules/import-ground.ts';
import { isMasked } from '../rules/masked-values.ts';
import type { ReadHouseholds } from '../rules/read-household-sheets.ts';
import { markIdentity } from './household-keys.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { findHouseholds } from './household-row.ts';
import type { StoredHousehold } from './household-row.ts';

export type ImportedHousehold = StoredHousehold & ExistingHousehold;

/** All that an import is judged by, in a few statements however long the list is. */
export async function readImportGround(
  context: Context,
  keys: HouseholdKeys,
  { heads, members }: ReadHouseholds,
): Promise<ImportGround<ImportedHousehold>> {
  const marks = markPeople(keys, [...heads.records, ...members.records]);
  const unions = await readUnions(context);
  const codes = new Map(unions.map(({ id, code }) => [id, code]));
  const ids = await findFileIds(context, {
    fileNumbers: heads.records.flatMap(({ fileNumber }) => fileNumber ?? []),
    heads: [...markPeople(keys, heads.records).values()],
  });
  const stored = await findHouseholds(context, keys, ids);
  const existing = stored.map((household) => ({
    ...household,
    unionCode: codes.get(household.unionId) ?? '',
  }));
  return {
    today: toChinaDay(context.now),
    unions: new Map(
      unions.map(({ id, code, closedOn }) => [code, { id, isClosed: closedOn !== null }]),
    ),
    byFileNumber: new Map(existing.map((household) => [household.fileNumber, household])),
    byHead: new Map(existing.flatMap(toHeadEntry)),
    filesOfPeople: await findFilesOfPeople(context, marks),
  };
}

interface Numbered {
  readonly identityNumber: string | null;
}

/** Marks of the people whose numbers are given in full, by their keys. */
function markPeople(
  { blindIndex }: HouseholdKeys,
  people: readonly Numbered[],
): ReadonlyMap<string, string> {
  return new Map(
    people.flatMap(({ identityNumber }) => {
      if (identityNumber === null || isMasked(identityNumber)) return [];
      return [[toPersonKey(identityNumber), markIdentity(blindIndex, identityNumber)] as const];
    }),
  );
}

/** A file that was merged into another is no file of its head any more. */
function toHeadEntry(household: ImportedHousehold): [string, ImportedHousehold][] {
  const head = household.form.people.find(({ role }) => role === 'head');
  const number = head?.identityNumber ?? null;
  if (number === null || household.state === 'merged') return [];
  return [[toPersonKey(number), household]];
}

function readUnions({ transaction }: Context) {
  return transaction.selectFrom('unions').select(['id', 'code', 'closedOn']).execute();
}

interface Wanted {
  readonly fileNumbers: readonly string[];
  readonly heads: readonly string[];
}

/** An open file of a head comes last, so that it stands before an earlier one that has ended. */
async function findFileIds(
  { transaction }: Context,
  { fileNumbers, heads }: Wanted,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select h.id from households h
    where h.file_number = any(${sql.val([...fileNumbers])}::text[])
      or h.id in (select p.household_id from household_people p
        where p.role = 'head' and p.identity_index = any(${sql.val([...heads])}::text[]))
    order by h.state = 'open', h.id`.execute(transaction);
  return rows.map(({ id }) => id);
}

interface FileOfPerson {
  readonly mark: string;
  readonly householdId: number;
  readonly unionName: string;
}

async function findFilesOfPeople(
  { transaction }: Context,
  marks: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, { readonly householdId: number; readonly unionName: string }>> {
  const { rows } = await sql<FileOfPerson>`
    select digest as mark, household_id as "householdId", union_name as "unionName"
    from find_open_files(${sql.val([...marks.values()])}::text[])`.execute(transaction);
  const byMark = new Map(rows.map(({ mark, ...file }) => [mark, file]));
  return new Map(
    [...marks].flatMap(([key, mark]) => {
      const file = byMark.get(mark);
      return file === undefined ? [] : [[key, file] as const];
    }),
  );
}
