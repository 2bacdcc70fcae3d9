import { sql } from 'kysely';

import { AppError } from '#core/app-error.ts';
import type { UploadedFile } from '#core/route-contract.ts';
import { showProblems } from '#features/fund-years/rules/import-views.ts';
import type {
  ImportCheck,
  ImportOrder,
  ImportResult,
} from '#features/fund-years/rules/import-views.ts';
import { listColumns } from '#features/fund-years/rules/sheet-spec.ts';
import { importErrorBytes } from '#features/fund-years/server/commands/import-errors.ts';
import type { Context } from '#platform/context.ts';
import { insertRows } from '#platform/database/insert-rows.ts';

import { describeHouseholdProblem } from '../../messages.ts';
import { CIVIL_AFFAIRS_SHEET } from '../../rules/civil-affairs-sheet.ts';
import type { PlannedEntry } from '../../rules/plan-civil-affairs.ts';
import { drawIds } from '../draw-ids.ts';
import { markIdentity } from '../household-keys.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { planEntries } from './plan-entries.ts';
import type { ReadEntries } from './plan-entries.ts';

/** What an import of the file would do, and everything that is wrong with it; changes nothing. */
export async function checkEntryImport(
  context: Context,
  keys: HouseholdKeys,
  file: UploadedFile,
): Promise<ImportCheck> {
  const found = await planEntries(context, keys, file.bytes);
  return {
    rowCount: found.rowCount,
    ...countChanges(found),
    faultyCount: found.faultyCount,
    ...showProblems(found.problems, describeHouseholdProblem),
    canSkipFaulty: !found.read.isUnreadable,
  };
}

/** The file as it came, with the causes of its errors in a column of their own. */
export async function writeEntryErrors(
  context: Context,
  keys: HouseholdKeys,
  file: UploadedFile,
): Promise<Buffer> {
  const { read, problems } = await planEntries(context, keys, file.bytes);
  const sheets = [{ sheet: read.sheet, forms: listColumns(CIVIL_AFFAIRS_SHEET.columns) }];
  return importErrorBytes({ sheets, problems, describe: describeHouseholdProblem });
}

export interface EntryImport {
  readonly file: UploadedFile;
  readonly order: ImportOrder;
}

/**
 * Writes a low-income list, marks the families on it as known eligible, and leaves the members of
 * unions without a file as people to approach; in one transaction.
 * @throws AppError `invalid` for an unreadable file, `conflict` `household.import_faulty`.
 */
export async function importEntries(
  context: Context,
  keys: HouseholdKeys,
  { file, order: { mode, reason } }: EntryImport,
): Promise<ImportResult> {
  const found = await planEntries(context, keys, file.bytes);
  const { faultyCount: skippedCount, plan } = found;
  if (found.read.isUnreadable) throw new AppError('invalid', 'household.import_unreadable');
  if (mode === 'all_or_nothing' && skippedCount > 0) {
    throw new AppError('conflict', 'household.import_faulty', { count: skippedCount });
  }
  await insertEntries(context, keys, plan.changes.filter(isNew));
  await updateEntries(context, plan.changes);
  await markHouseholds(context, plan.householdIds);
  const result = { ...countChanges(found), skippedCount };
  const lists = [...new Set(plan.changes.map(({ row }) => row.listName))];
  await context.record({
    action: 'civil_affairs.imported',
    subject: 'civil_affairs_entry',
    subjectId: null,
    reason,
    after: {
      fileName: file.name,
      mode,
      lists: lists.slice(0, 20),
      householdCount: plan.householdIds.length,
      ...result,
    },
  });
  return result;
}

function isNew({ existing }: PlannedEntry): boolean {
  return existing === undefined;
}

function countChanges({
  plan: { changes, unchangedCount },
}: ReadEntries): Pick<ImportResult, 'createCount' | 'updateCount' | 'unchangedCount'> {
  const createCount = changes.filter(isNew).length;
  return { createCount, updateCount: changes.length - createCount, unchangedCount };
}

async function insertEntries(
  { transaction, actor, now }: Context,
  { cipher, blindIndex }: HouseholdKeys,
  entries: readonly PlannedEntry[],
): Promise<void> {
  const ids = await drawIds(transaction, 'civil_affairs_entries', entries.length);
  const rows = entries.flatMap(({ row, personKey, unionId, householdId, isMember }, place) => {
    const id = ids[place];
    if (id === undefined) return [];
    const { listName, listOn, name, kind } = row;
    return [
      {
        id,
        unionId,
        listName,
        listOn,
        name,
        kind,
        identitySecret: cipher.encrypt(personKey, `civil_affairs.identity:${id}`),
        identityIndex: markIdentity(blindIndex, personKey),
        householdId,
        isMember,
        answer: isMember === true ? 'waiting' : null,
        recordedAt: now,
        recordedBy: actor.accountId,
      },
    ];
  });
  // The same list of another district may hold the person: it is not seen from here.
  const otherwise = sql`on conflict (list_name, identity_index) do nothing`;
  await insertRows(transaction, { table: 'civilAffairsEntries', rows, otherwise });
}

/** Answers stay; who is named with a union for the first time is to be asked. */
async function updateEntries(
  { transaction }: Context,
  entries: readonly PlannedEntry[],
): Promise<void> {
  const rows = entries.flatMap(({ row, existing, unionId, householdId, isMember }) =>
    existing === undefined
      ? []
      : [
          {
            id: existing.id,
            union_id: unionId,
            list_on: row.listOn,
            name: row.name,
            kind: row.kind,
            household_id: householdId,
            is_member: isMember,
          },
        ],
  );
  if (rows.length === 0) return;
  await sql`update civil_affairs_entries e
    set union_id = n.union_id, list_on = n.list_on, name = n.name, kind = n.kind,
      household_id = n.household_id, is_member = n.is_member,
      answer = coalesce(e.answer, case when n.is_member then 'waiting' end)
    from json_to_recordset(${JSON.stringify(rows)}::json) as n (id bigint, union_id int,
      list_on date, name text, kind text, household_id bigint, is_member boolean)
    where e.id = n.id`.execute(transaction);
}

async function markHouseholds(
  { transaction }: Context,
  householdIds: readonly number[],
): Promise<void> {
  await transaction
    .updateTable('households')
    .set({ isKnownEligible: true })
    .where(sql<boolean>`id = any(${sql.val([...householdIds])}::bigint[])`)
    .where('isKnownEligible', '=', false)
    .execute();
}
