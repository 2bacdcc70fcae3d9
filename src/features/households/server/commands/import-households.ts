import { AppError } from '#core/app-error.ts';
import type { UploadedFile } from '#core/route-contract.ts';
import { showProblems } from '#features/fund-years/rules/import-views.ts';
import type {
  ImportCheck,
  ImportOrder,
  ImportResult,
} from '#features/fund-years/rules/import-views.ts';
import { importErrorBytes } from '#features/fund-years/server/commands/import-errors.ts';
import type { Context } from '#platform/context.ts';

import { describeHouseholdProblem } from '../../messages.ts';
import { rememberMarks } from '../household-keys.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { assertReadable, planImport } from '../plan-import.ts';
import type { ReadImport } from '../plan-import.ts';
import { writeImport } from '../write-import.ts';

/** What an import of the file would do, and everything that is wrong with it; changes nothing. */
export async function checkHouseholdImport(
  context: Context,
  keys: HouseholdKeys,
  file: UploadedFile,
): Promise<ImportCheck> {
  const read = await planImport(context, keys, file.bytes);
  const { rowCount, faultyCount } = read.plan;
  return {
    rowCount,
    ...countChanges(read),
    faultyCount,
    ...showProblems(read.problems, describeHouseholdProblem),
    canSkipFaulty: !read.isUnreadable,
  };
}

/** The file as it came, with the causes of its errors in a column of their own on each sheet. */
export async function writeImportErrors(
  context: Context,
  keys: HouseholdKeys,
  file: UploadedFile,
): Promise<Buffer> {
  const { sheets, problems } = await planImport(context, keys, file.bytes);
  return importErrorBytes({ sheets, problems, describe: describeHouseholdProblem });
}

export interface HouseholdImport {
  readonly file: UploadedFile;
  readonly order: ImportOrder;
  /** Told after each part of the households. */
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
}

/**
 * Opens and changes files by a list, in one transaction.
 * @throws AppError `invalid` for an unreadable file, `conflict` `household.import_faulty` (all or
 *   nothing), `household.changed_meanwhile` or `household.person_in_other_file`.
 */
export async function importHouseholds(
  context: Context,
  givenKeys: HouseholdKeys,
  { file, order, onProgress }: HouseholdImport,
): Promise<ImportResult> {
  const keys = rememberMarks(givenKeys);
  const { changes, result } = await judgeImport(context, keys, { file, order });
  const { reason } = order;
  await writeImport(context, keys, { changes, reason, onProgress });
  const after = { fileName: file.name, mode: order.mode, ...result };
  const entry = { action: 'household.imported', subject: 'household', subjectId: null };
  await context.record({ ...entry, reason, after });
  return result;
}

interface JudgedImport {
  readonly changes: ReadImport['plan']['changes'];
  readonly result: ImportResult;
}

/** Nothing else of what was read is kept while a long list is written: its cells fill the memory. */
async function judgeImport(
  context: Context,
  keys: HouseholdKeys,
  { file, order }: HouseholdImport,
): Promise<JudgedImport> {
  const read = await planImport(context, keys, file.bytes);
  assertReadable(read);
  const skippedCount = read.plan.faultyCount;
  if (order.mode === 'all_or_nothing' && skippedCount > 0) {
    throw new AppError('conflict', 'household.import_faulty', { count: skippedCount });
  }
  return { changes: read.plan.changes, result: { ...countChanges(read), skippedCount } };
}

function countChanges({
  plan: { changes, unchangedCount },
}: ReadImport): Pick<ImportResult, 'createCount' | 'updateCount' | 'unchangedCount'> {
  const createCount = changes.filter(({ existing }) => existing === undefined).length;
  return { createCount, updateCount: changes.length - createCount, unchangedCount };
}
