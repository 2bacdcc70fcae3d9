import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import { toPersonKey } from '#core/identity-number.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { oneOf } from '#core/one-of.ts';
import { day } from '#core/plain-date.ts';
import { chooseSheet, readListSheet } from '#features/fund-years/rules/list-sheets.ts';
import type { ReadListSheet } from '#features/fund-years/rules/list-sheets.ts';
import { createProblemList } from '#features/fund-years/rules/problem-list.ts';
import { readRawSheets } from '#features/fund-years/server/commands/list-workbook.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';
import { XLSX_LIMITS } from '#platform/xlsx/limits.ts';

import { CIVIL_AFFAIRS_SHEET } from '../../rules/civil-affairs-sheet.ts';
import type { CivilAffairsSheetRow, CivilAffairsValues } from '../../rules/civil-affairs-sheet.ts';
import { CIVIL_AFFAIRS_KINDS } from '../../rules/civil-affairs-words.ts';
import { entryKey, planCivilAffairs } from '../../rules/plan-civil-affairs.ts';
import type {
  CivilAffairsGround,
  CivilAffairsPlan,
  ExistingEntry,
} from '../../rules/plan-civil-affairs.ts';
import { markIdentity } from '../household-keys.ts';
import type { HouseholdKeys } from '../household-keys.ts';

export const MAX_ENTRIES = 20_000;
const LIMITS = { ...XLSX_LIMITS, rowsPerSheet: MAX_ENTRIES * 2, cells: 1_000_000 };

export interface ReadEntries {
  readonly read: ReadListSheet<CivilAffairsValues, CivilAffairsSheetRow>;
  readonly plan: CivilAffairsPlan;
  readonly rowCount: number;
  readonly faultyCount: number;
  readonly problems: readonly InputProblem[];
}

/**
 * Reads an uploaded low-income list and says what it would write.
 * @throws AppError `invalid` `workbook.…` when it is no readable workbook, `household.too_many_rows`.
 */
export async function planEntries(
  context: Context,
  keys: HouseholdKeys,
  bytes: Uint8Array,
): Promise<ReadEntries> {
  const sheet = chooseSheet(await readRawSheets(bytes, LIMITS), CIVIL_AFFAIRS_SHEET.name);
  const problems = createProblemList([sheet?.name ?? CIVIL_AFFAIRS_SHEET.name]);
  const read = readListSheet({ spec: CIVIL_AFFAIRS_SHEET, sheet, problems });
  const rowCount = read.records.length + read.unreadable.length;
  if (rowCount > MAX_ENTRIES) {
    throw new AppError('invalid', 'household.too_many_rows', { max: MAX_ENTRIES });
  }
  const plan = planCivilAffairs(read.records, await readGround(context, keys, read.records));
  for (const { rowNumber, column, code, params } of plan.faults) {
    read.report(rowNumber, column, { code, params });
  }
  const faultyCount = plan.faultyCount + read.unreadable.length;
  return { read, plan, rowCount, faultyCount, problems: problems.sorted() };
}

async function readGround(
  context: Context,
  keys: HouseholdKeys,
  rows: readonly CivilAffairsSheetRow[],
): Promise<CivilAffairsGround> {
  const { actor, now } = context;
  if (actor.unionId === null) throw new Error('a list is brought in by a person of a union');
  const marks = new Map(
    rows.map(({ identityNumber }) => [
      markIdentity(keys.blindIndex, identityNumber),
      toPersonKey(identityNumber),
    ]),
  );
  return {
    today: toChinaDay(now),
    homeUnionId: actor.unionId,
    unions: await readUnions(context),
    files: await readFiles(context, marks),
    entries: await readEntries(context, marks),
  };
}

async function readUnions({ transaction }: Context): Promise<CivilAffairsGround['unions']> {
  const rows = await transaction
    .selectFrom('unions')
    .select(['id', 'name'])
    .where('closedOn', 'is', null)
    .execute();
  const byName = new Map<string, number | null>();
  for (const { id, name } of rows) byName.set(name, byName.has(name) ? null : id);
  return byName;
}

type Marks = ReadonlyMap<string, string>;

async function readFiles(
  { transaction }: Context,
  marks: Marks,
): Promise<CivilAffairsGround['files']> {
  const rows = await transaction
    .selectFrom('householdPeople')
    .select(['identityIndex', 'householdId', 'unionId'])
    .where('leftOn', 'is', null)
    .where(sql<boolean>`identity_index = any(${sql.val([...marks.keys()])}::text[])`)
    .execute();
  return new Map(
    rows.map(({ identityIndex, ...file }) => [marks.get(identityIndex ?? '') ?? '', file]),
  );
}

async function readEntries(
  { transaction }: Context,
  marks: Marks,
): Promise<ReadonlyMap<string, ExistingEntry>> {
  const rows = await transaction
    .selectFrom('civilAffairsEntries')
    .select(['id', 'listName', 'listOn', 'name', 'kind', 'unionId', 'identityIndex'])
    .where(sql<boolean>`identity_index = any(${sql.val([...marks.keys()])}::text[])`)
    .execute();
  return new Map(
    rows.map(({ listName, identityIndex, kind, listOn, ...entry }) => [
      entryKey(listName, marks.get(identityIndex) ?? ''),
      { ...entry, listOn: day(listOn), kind: oneOf(CIVIL_AFFAIRS_KINDS, kind) },
    ]),
  );
}
