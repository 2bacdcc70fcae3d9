import { rename, rm, writeFile } from 'node:fs/promises';

import { AppError } from '#core/app-error.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';

import { EXPORT_NOTES_SHEET } from '../../rules/sheet-notes.ts';
import type { YearRecords } from '../../rules/year-records.ts';
import { YEAR_SHEETS } from '../../rules/year-sheets.ts';
import { addFundSheet } from '../template/add-fund-sheet.ts';
import { addNotesSheet } from '../template/add-notes-sheet.ts';
import { addNotes } from './add-notes.ts';
import type { Notes } from './add-notes.ts';
import { addTableSheet } from './add-table-sheet.ts';

export interface WriteOptions {
  /** Left out: an empty template. */
  readonly records?: YearRecords;
  /** Fills 指标 and 要素 to be changed there; wins over those of the records. */
  readonly framework?: Pick<Framework, 'rows' | 'elements'>;
  /** How the records came out of the program; read over when the workbook comes back. */
  readonly notes?: Pick<Notes, 'title' | 'lines'>;
}

/**
 * Writes the workbook that `readYearWorkbook` reads.
 * @throws AppError `unavailable` when the file cannot be written; what was there before then stays.
 */
export async function writeYearWorkbook(path: string, options: WriteOptions = {}): Promise<void> {
  const bytes = await yearWorkbookBytes(options);
  const partial = `${path}.${process.pid}.part`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (cause) {
    // Where the path leads through a file, there is nothing to remove either.
    await rm(partial, { force: true }).catch(() => undefined);
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const code = reason === 'ENOSPC' ? 'output.disk_full' : 'output.not_writable';
    throw new AppError('unavailable', code, { path, cause: reason }, cause);
  }
}

/** `writeYearWorkbook` for a download. */
export async function yearWorkbookBytes({
  records,
  framework,
  notes,
}: WriteOptions = {}): Promise<Uint8Array> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  addNotesSheet(workbook);
  addFundSheet(workbook, records?.fund);
  addTableSheet(workbook, YEAR_SHEETS.budget, records?.budget ?? []);
  addTableSheet(workbook, YEAR_SHEETS.aid, records?.aid ?? []);
  addTableSheet(workbook, YEAR_SHEETS.survey, records?.survey ?? []);
  addTableSheet(workbook, YEAR_SHEETS.publicity, records?.publicity ?? []);
  addTableSheet(workbook, YEAR_SHEETS.training, records?.training ?? []);
  addTableSheet(workbook, YEAR_SHEETS.forwarding, records?.forwarding ?? []);
  addTableSheet(workbook, YEAR_SHEETS.inspections, records?.inspections ?? []);
  addTableSheet(workbook, YEAR_SHEETS.visits, records?.visits ?? []);
  addTableSheet(workbook, YEAR_SHEETS.grievances, records?.grievances ?? []);
  addTableSheet(workbook, YEAR_SHEETS.indicators, framework?.rows ?? records?.indicators ?? []);
  addTableSheet(workbook, YEAR_SHEETS.elements, framework?.elements ?? records?.elements ?? []);
  addTableSheet(workbook, YEAR_SHEETS.reviewScores, records?.reviewScores ?? []);
  if (notes !== undefined)
    addNotes(workbook, { ...notes, sheet: EXPORT_NOTES_SHEET, widths: [14, 90] });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
