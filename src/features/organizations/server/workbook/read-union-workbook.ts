import { AppError } from '#core/app-error.ts';
import type { RawRow } from '#features/fund-years/rules/heading-row.ts';
import { XLSX_LIMITS } from '#platform/xlsx/limits.ts';
import { readWorkbook } from '#platform/xlsx/read-workbook.ts';

import { readUnionSheet } from '../../rules/read-union-sheet.ts';
import type { RawSheet, ReadUnionSheet } from '../../rules/read-union-sheet.ts';
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
  const sheets: RawSheet[] = [];
  await readWorkbook(Buffer.from(bytes), {
    limits: LIMITS,
    openSheet: ({ name }) => {
      const rows: RawRow[] = [];
      sheets.push({ name, rows });
      return (row) => rows.push(row);
    },
  });
  const read = readUnionSheet(sheets);
  if (read.records.length + read.unreadable.length > MAX_IMPORT_ROWS) {
    throw new AppError('invalid', 'union.too_many_rows', { max: MAX_IMPORT_ROWS });
  }
  return read;
}
