import { AppError } from '#core/app-error.ts';
import type { UploadedFile } from '#core/route-contract.ts';
import type { Context } from '#platform/context.ts';

import { describeImportProblem } from '../../messages.ts';
import type { ImportOrder } from '../../rules/union-inputs.ts';
import type { ImportCheck, ImportResult } from '../../rules/union-views.ts';
import type { PhoneCipher } from '../phone-cipher.ts';
import { assertReadable, planImport } from '../plan-import.ts';
import type { ReadImport } from '../plan-import.ts';
import { importErrorBytes } from '../workbook/import-errors.ts';
import { writeImport } from '../write-import.ts';

const MAX_SHOWN_PROBLEMS = 500;

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
    problemCount: problems.length,
    problems: problems.slice(0, MAX_SHOWN_PROBLEMS).map((problem) => ({
      ...describeImportProblem(problem),
      severity: problem.severity,
      code: problem.code,
    })),
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
  return importErrorBytes(sheet, problems);
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
