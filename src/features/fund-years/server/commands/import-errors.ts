import type { Cell, Workbook, Worksheet } from 'exceljs';

import { groupBy } from '#core/group-by.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';

import type { ProblemMessage } from '../../messages.ts';
import { MAX_ROWS_ABOVE, findHeadingRow } from '../../rules/heading-row.ts';
import { CAUSE_HEADING, isCauseHeading, isError, rowOfProblem } from '../../rules/list-sheets.ts';
import type { RawSheet } from '../../rules/list-sheets.ts';
import type { ColumnForm } from '../../rules/sheet-spec.ts';
import { setCell } from './add-table-sheet.ts';

/** A sheet that was read, and the columns by which its headings are known. */
export interface CheckedSheet {
  readonly sheet: RawSheet;
  readonly forms: readonly ColumnForm[];
}

export interface ImportErrors {
  readonly sheets: readonly CheckedSheet[];
  readonly problems: readonly InputProblem[];
  readonly describe: (problem: InputProblem) => ProblemMessage;
}

/** The sheets as they came, each row at its number, with the causes in a column behind the others. */
export async function importErrorBytes(errors: ImportErrors): Promise<Buffer> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  const bySheet = groupBy(errors.problems.filter(isError), (problem) => problem.sheet);
  const toLine = (problem: InputProblem): string => describeInLine(problem, errors);
  for (const checked of errors.sheets) {
    const found = bySheet.get(checked.sheet.name) ?? [];
    addCauses(addRows(workbook, checked.sheet), checked, groupBy(found, rowOfProblem), toLine);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addRows(workbook: Workbook, { name, rows }: RawSheet): Worksheet {
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) {
    for (const { column, value } of row.cells) {
      const cell = sheet.getCell(row.number, column);
      if (value.kind === 'date') cell.numFmt = 'yyyy-mm-dd';
      if (value.kind === 'text') cell.numFmt = '@';
      setCell(cell, value);
    }
  }
  return sheet;
}

function addCauses(
  sheet: Worksheet,
  { sheet: { rows }, forms }: CheckedSheet,
  byRow: ReadonlyMap<number, readonly InputProblem[]>,
  toLine: (problem: InputProblem) => string,
): void {
  const heading = findHeadingRow(rows.slice(0, MAX_ROWS_ABOVE), forms);
  // The column of causes of an earlier round, or a new one behind all others.
  const earlier = heading?.cells.find(({ value }) => isCauseHeading(value));
  const column = earlier?.column ?? sheet.columnCount + 1;
  if (column <= sheet.columnCount) clearColumn(sheet, column);
  for (const [row, found] of byRow) {
    if (row > 0) setCause(sheet.getCell(row, column), found.map(toLine).join('\n'));
  }
  // What is wrong with the sheet as a whole stands beside the headings.
  const whole = (byRow.get(0) ?? []).map(toLine);
  const headingNumber = heading?.number ?? 1;
  setCause(sheet.getCell(headingNumber, column), [CAUSE_HEADING, ...whole].join('\n'));
  sheet.getRow(headingNumber).font = { bold: true };
  sheet.getColumn(column).width = 60;
}

function setCause(cell: Cell, text: string): void {
  cell.value = text;
  cell.alignment = { wrapText: true, vertical: 'top' };
  cell.font = { color: { argb: 'FFC00000' } };
}

function describeInLine(problem: InputProblem, { describe }: ImportErrors): string {
  const { cause, cure } = describe(problem);
  const quoted = problem.value === '' ? '' : `“${problem.value}”`;
  return `${problem.cell}${quoted}：${cause}。${cure}。`;
}

function clearColumn(sheet: Worksheet, column: number): void {
  sheet.eachRow((row) => {
    row.getCell(column).value = null;
  });
}
