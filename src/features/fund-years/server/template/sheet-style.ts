import type { Borders, Cell, Fill, Worksheet } from 'exceljs';

import type { CellLook } from '../../rules/cell-kinds.ts';

const HEADER_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EEF8' } };
const REQUIRED_COLOR = 'FFC00000';
const THIN = { style: 'thin', color: { argb: 'FFB8C4D6' } } as const;
const BORDER: Partial<Borders> = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const FONT_NAME = '宋体';

export const BODY_FONT = { name: FONT_NAME, size: 11 } as const;
export const TITLE_FONT = { name: FONT_NAME, size: 16, bold: true } as const;

/** Spreadsheet formats; `@` keeps long numbers as they were typed. */
export const NUMBER_FORMATS: Readonly<Record<CellLook, string>> = {
  text: 'General',
  code: '@',
  date: 'yyyy-mm-dd',
  yuan: '#,##0.00',
  whole: '0',
  decimal: 'General',
};

const WIDTHS: Readonly<Record<CellLook, number>> = {
  text: 16,
  code: 20,
  date: 13,
  yuan: 14,
  whole: 10,
  decimal: 10,
};

/** Number of the paper size in the file format. */
const A4 = 9;

/** Characters: a Chinese one is twice as wide as a digit. */
export function columnWidth(heading: string, look: CellLook): number {
  return Math.max(WIDTHS[look], heading.length * 2 + 4);
}

export function styleHeader(cell: Cell, isRequired: boolean): void {
  const color = isRequired ? { color: { argb: REQUIRED_COLOR } } : {};
  cell.font = { ...BODY_FONT, bold: true, ...color };
  cell.fill = HEADER_FILL;
  cell.border = BORDER;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** A4 across, all columns on the page, the heading row on every page. */
export function setUpPrinting(sheet: Worksheet): void {
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    horizontalCentered: true,
  });
  sheet.headerFooter.oddHeader = '&C&A';
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
}
