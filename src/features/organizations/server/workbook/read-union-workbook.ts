import { AppError } from '#core/app-error.ts';
import { readRawSheets } from '#features/fund-years/server/commands/list-workbook.ts';
import { XLSX_LIMITS } from '#platform/xlsx/limits.ts';

import { readUnionSheet } from '../../rules/read-union-sheet.ts';
import type { ReadUnionSheet } from '../../rules/read-union-sheet.ts';
import { MAX_IMPORT_ROWS } from './union-template.ts';

/** Titles and notes may stand above and below the rows of unions. */
const LIMITS = {
  ...XLSX_LIMITS,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 96 * 1024 * 1024,
  rowsPerSheet: MAX_IMPORT_ROWS * 2,
  cells: 500_000,
};

/** @throws AppError `invalid` `workbook.…` when it is no readable workbook, `union.too_many_rows`. */
export async function readUnionWorkbook(bytes: Uint8Array): Promise<ReadUnionSheet> {
  const read = readUnionSheet(await readRawSheets(bytes, LIMITS));
  if (read.records.length + read.unreadable.length > MAX_IMPORT_ROWS) {
    throw new AppError('invalid', 'union.too_many_rows', { max: MAX_IMPORT_ROWS });
  }
  return read;
}
