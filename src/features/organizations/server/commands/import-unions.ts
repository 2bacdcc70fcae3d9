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

import { describeImportProblem } from '../../messages.ts';
import { UNION_SHEET } from '../../rules/union-sheet.ts';
import type { PhoneCipher } from '../phone-cipher.ts';
import { assertReadable, planImport } from '../plan-import.ts';
import type { ReadImport } from '../plan-import.ts';
import { writeImport } from '../write-import.ts';

/** What an import of the file would do, and everything that is wrong with it; changes nothing. */
export async function checkUnionImport(
  context: Context,
  cipher: PhoneCipher,
  file: UploadedFile,
): Promise<ImportCheck> {
  const read = await planImport(context, cipher, file.bytes);
  const { plan, problems, rowCount } = read;
  return {
    rowCount,
    ...countChanges(read),
    faultyCount: plan.faultyRows.size,
    ...showProblems(problems, describeImportProblem),
    canSkipFaulty: !read.isUnreadable,
  };
}

/** The file as it came, with the causes of its errors in a column of their own. */
export async function writeImportErrors(
  context: Context,
  cipher: PhoneCipher,
  file: UploadedFile,
): Promise<Buffer> {
  const { sheet, problems } = await planImport(context, cipher, file.bytes);
  const sheets = [{ sheet, forms: listColumns(UNION_SHEET.columns) }];
  return importErrorBytes({ sheets, problems, describe: describeImportProblem });
}

export interface UnionImport {
  readonly file: UploadedFile;
  readonly order: ImportOrder;
  /** Told after each part of the rows. */
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
}

/**
 * Founds, changes and moves unions by a list, in one transaction.
 * @throws AppError `invalid` for an unreadable file, `conflict` `union.import_faulty` (all or nothing) or
 *   `union.code_taken`.
 */
export async function importUnions(
  context: Context,
  cipher: PhoneCipher,
  { file, order, onProgress }: UnionImport,
): Promise<ImportResult> {
  const read = await planImport(context, cipher, file.bytes);
  assertReadable(read);
  const { plan, existing } = read;
  const skippedCount = plan.faultyRows.size;
  if (order.mode === 'all_or_nothing' && skippedCount > 0) {
    throw new AppError('conflict', 'union.import_faulty', { count: skippedCount });
  }
  const { reason } = order;
  await writeImport(context, cipher, { changes: plan.changes, existing, reason, onProgress });
  const result = { ...countChanges(read), skippedCount };
  const after = { fileName: file.name, mode: order.mode, ...result };
  const entry = { action: 'union.imported', subject: 'union', subjectId: null };
  await context.record({ ...entry, reason, after });
  return result;
}

function countChanges({ plan }: ReadImport): {
  createCount: number;
  updateCount: number;
  unchangedCount: number;
} {
  const createCount = plan.changes.filter(({ existing }) => existing === undefined).length;
  return {
    createCount,
    updateCount: plan.changes.length - createCount,
    unchangedCount: plan.unchangedCount,
  };
}
