import { AppError } from '#core/app-error.ts';
import { readRawSheets } from '#features/fund-years/server/commands/list-workbook.ts';
import { XLSX_LIMITS } from '#platform/xlsx/limits.ts';

import { readHouseholdSheets } from '../../rules/read-household-sheets.ts';
import type { ReadHouseholds } from '../../rules/read-household-sheets.ts';
import { MAX_HOUSEHOLDS, MAX_MEMBERS } from './household-template.ts';

/** Titles and notes may stand above and below the rows. */
const LIMITS = { ...XLSX_LIMITS, rowsPerSheet: MAX_MEMBERS * 2, cells: 3_000_000 };

/** @throws AppError `invalid` `workbook.…` when it is no readable workbook, `household.too_many_rows`. */
export async function readHouseholdWorkbook(bytes: Uint8Array): Promise<ReadHouseholds> {
  const read = readHouseholdSheets(await readRawSheets(bytes, LIMITS));
  assertRows(read.heads, MAX_HOUSEHOLDS);
  assertRows(read.members, MAX_MEMBERS);
  return read;
}

interface Rows {
  readonly records: readonly unknown[];
  readonly unreadable: readonly unknown[];
}

function assertRows({ records, unreadable }: Rows, max: number): void {
  if (records.length + unreadable.length <= max) return;
  throw new AppError('invalid', 'household.too_many_rows', { max });
}
