import type { Cell, Worksheet } from 'exceljs';

import { groupBy } from '#core/group-by.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { MAX_ROWS_ABOVE, findHeadingRow } from '#features/fund-years/rules/heading-row.ts';
import { listColumns } from '#features/fund-years/rules/sheet-spec.ts';
import { setCell } from '#features/fund-years/server/commands/add-table-sheet.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';

import { describeImportProblem } from '../../messages.ts';
import {
  CAUSE_HEADING,
  isCauseHeading,
  isError,
  rowOfProblem,
} from '../../rules/read-union-sheet.ts';
import type { RawSheet } from '../../rules/read-union-sheet.ts';
import { UNION_SHEET } from '../../rules/union-sheet.ts';

/** The sheet as it came, each row at its number, with the causes in a column behind the others. */
export async function importErrorBytes(
  { name, rows }: RawSheet,
  problems: readonly InputProblem[],
): Promise<Buffer> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) {
    for (const { column, value } of row.cells) {
      const cell = sheet.getCell(row.number, column);
      if (value.kind === 'date') cell.numFmt = 'yyyy-mm-dd';
      if (value.kind === 'text') cell.numFmt = '@';
      setCell(cell, value);
    }
  }
  const { headingNumber, causeColumn } = locateCauses(rows, sheet.columnCount);
  if (causeColumn <= sheet.columnCount) clearColumn(sheet, causeColumn);
  for (const [row, found] of groupBy(problems.filter(isError), rowOfProblem)) {
    if (row > 0) setCause(sheet.getCell(row, causeColumn), found.map(toLine).join('\n'));
  }
  // What is wrong with the sheet as a whole stands beside the headings.
  const whole = problems.filter((problem) => isError(problem) && rowOfProblem(problem) === 0);
  const heading = [CAUSE_HEADING, ...whole.map(toLine)].join('\n');
  setCause(sheet.getCell(headingNumber, causeColumn), heading);
  sheet.getRow(headingNumber).font = { bold: true };
  sheet.getColumn(causeColumn).width = 60;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The column of causes of an earlier round, or a new one behind all others. */
function locateCauses(
  rows: RawSheet['rows'],
  columnCount: number,
): { headingNumber: number; causeColumn: number } {
  const forms = listColumns(UNION_SHEET.columns);
  const heading = findHeadingRow(rows.slice(0, MAX_ROWS_ABOVE), forms);
  const earlier = heading?.cells.find(({ value }) => isCauseHeading(value));
  return {
    headingNumber: heading?.number ?? 1,
    causeColumn: earlier?.column ?? columnCount + 1,
  };
}

function setCause(cell: Cell, text: string): void {
  cell.value = text;
  cell.alignment = { wrapText: true, vertical: 'top' };
  cell.font = { color: { argb: 'FFC00000' } };
}

function toLine(problem: InputProblem): string {
  const { cause, cure } = describeImportProblem(problem);
  const quoted = problem.value === '' ? '' : `“${problem.value}”`;
  return `${problem.cell}${quoted}：${cause}。${cure}。`;
}

function clearColumn(sheet: Worksheet, column: number): void {
  sheet.eachRow((row) => {
    row.getCell(column).value = null;
  });
}
