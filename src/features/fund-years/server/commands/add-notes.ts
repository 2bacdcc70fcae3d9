import type { Workbook } from 'exceljs';

const TITLE_FONT = { name: '宋体', size: 16, bold: true };
const BODY_FONT = { name: '宋体', size: 11 };

export interface Notes {
  readonly sheet: string;
  readonly title: string;
  /** Rows of one or more cells. */
  readonly lines: readonly (readonly string[])[];
  readonly widths: readonly number[];
}

/** Adds a sheet of plain lines to be read. */
export function addNotes(workbook: Workbook, { sheet: name, title, lines, widths }: Notes): void {
  const sheet = workbook.addWorksheet(name, { views: [{ showGridLines: false }] });
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  sheet.addRow([title]).font = TITLE_FONT;
  for (const cells of lines) {
    const row = sheet.addRow([...cells]);
    row.font = BODY_FONT;
    if (cells.length > 1) row.alignment = { wrapText: true, vertical: 'top' };
  }
}
