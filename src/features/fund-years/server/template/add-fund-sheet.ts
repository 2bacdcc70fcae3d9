import type { Workbook } from 'exceljs';

import type { CellValue } from '#core/cell-value.ts';

import { listColumns, printRow, type Columns } from '../../rules/sheet-spec.ts';
import { FUND_FACTS, FUND_SHEET } from '../../rules/sheets/fund-sheet.ts';
import type { FundFacts } from '../../rules/year-records.ts';
import { addGuidance, addHeader, setCell, starred } from '../commands/add-table-sheet.ts';
import { BODY_FONT, NUMBER_FORMATS, setUpPrinting } from './sheet-style.ts';

/** Adds 项目: one fact a row. */
export function addFundSheet(workbook: Workbook, facts: FundFacts | undefined): void {
  const sheet = workbook.addWorksheet(FUND_SHEET.name, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  addHeader(sheet, 1, FUND_SHEET.labelHeading, false);
  addHeader(sheet, 2, FUND_SHEET.valueHeading, false);
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 44;
  const values = facts === undefined ? undefined : printFacts(FUND_FACTS, facts);
  for (const [index, form] of listColumns(FUND_FACTS).entries()) {
    const label = sheet.getCell(index + 2, 1);
    label.value = starred(form.heading, form.isRequired);
    label.font = BODY_FONT;
    const cell = sheet.getCell(index + 2, 2);
    cell.numFmt = NUMBER_FORMATS[form.look];
    cell.font = BODY_FONT;
    cell.alignment = { horizontal: 'left', vertical: 'middle', wrapText: true };
    addGuidance(sheet, `B${index + 2}`, form);
    const value = values?.[index];
    if (value !== undefined && value.kind !== 'blank') setCell(cell, value);
  }
  setUpPrinting(sheet);
}

function printFacts(columns: Columns<FundFacts>, facts: FundFacts): readonly CellValue[] {
  return printRow(columns, facts);
}
