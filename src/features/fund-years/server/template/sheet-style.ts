import type { Borders, Cell, Fill, Worksheet } from 'exceljs';

import type { CellLook } from '../../rules/cell-kinds.ts';
import type { ColumnForm } from '../../rules/sheet-spec.ts';

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
  text: 18,
  code: 14,
  date: 12,
  yuan: 13,
  whole: 9,
  decimal: 9,
};
/** An identity number with a little room. */
const IDENTITY_WIDTH = 20;
const LINE_HEIGHT = 15;
/** Points; the format allows no more than 409. */
const MAX_HEIGHT = 400;
/** Number of the paper size in the file format. */
const A4 = 9;

/** Wide enough for the longest choice, and for the heading on two lines. */
export function columnWidth({ heading, look, options }: ColumnForm): number {
  if (heading === '身份证号') return IDENTITY_WIDTH;
  const base = options.length > 0 ? Math.max(...options.map(textWidth)) + 3 : WIDTHS[look];
  return Math.max(base, Math.ceil(textWidth(heading) / 2) + 3);
}

/** Height of a row of wrapped texts; spreadsheet programs do not all work it out themselves. */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) =>
    text
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (widths[index] ?? 1))),
        0,
      ),
  );
  return Math.min(LINE_HEIGHT * Math.max(1, ...lines), MAX_HEIGHT);
}

/** In characters: a Chinese one is twice as wide as a digit. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u00ff' ? 2 : 1;
  return width;
}

export function styleHeader(cell: Cell, isRequired: boolean): void {
  const color = isRequired ? { color: { argb: REQUIRED_COLOR } } : {};
  cell.font = { ...BODY_FONT, bold: true, ...color };
  cell.fill = HEADER_FILL;
  cell.border = BORDER;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** More columns than these are unreadable on one page across. */
const COLUMNS_PER_PAGE = 14;

/** A4 across; the heading row on every page, and the first two columns where the sheet takes two pages. */
export function setUpPrinting(sheet: Worksheet): void {
  const pages = Math.ceil(sheet.columnCount / COLUMNS_PER_PAGE);
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: pages,
    fitToHeight: 0,
    printTitlesRow: '1:1',
    ...(pages > 1 ? { printTitlesColumn: 'A:B' } : {}),
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  sheet.headerFooter.oddHeader = '&C&A';
  sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
}
