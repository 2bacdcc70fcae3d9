import type { Style, Workbook, Worksheet } from 'exceljs';

export type CellValue = string | number | FormattedNumber | null;

/** A number whose format is not that of its column. */
export interface FormattedNumber {
  readonly value: number;
  readonly format: string;
}

export interface SheetColumn {
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  /** e.g. `0.00%`; the cells then hold real numbers. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
}

export interface TableSheet {
  readonly name: string;
  /** Merged over the head of the sheet. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** So many leading columns merge downwards where neighbours are equal. */
  readonly mergedColumns?: number;
  /** The last row is a sum. */
  readonly hasTotalRow?: boolean;
}

/** Number of the paper size in the file format. */
const A4 = 9;
const TITLE_ROWS = 1;
const HEAD_ROW = 2;
const FONT = '宋体';
const HEAD_FILL = 'FFE8EEF7';
const EDGE = { style: 'thin', color: { argb: 'FFB0B0B0' } } as const;
const BORDER = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };

/** A sheet that reads and prints well: title, frozen head, wrapped cells, A4 one page wide. */
export function addTableSheet(workbook: Workbook, sheet: TableSheet): Worksheet {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: 0 }],
    pageSetup: {
      orientation: totalWidth(sheet) > 90 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${TITLE_ROWS}:${HEAD_ROW}`,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
  });
  Object.assign(worksheet.pageSetup, { paperSize: A4 });
  addHead(worksheet, sheet);
  const styleOf = styleBook(sheet);
  for (const [index, values] of sheet.rows.entries()) {
    const row = worksheet.addRow(values.map(plainValue));
    row.height = rowHeight(sheet, values);
    const isTotal = sheet.hasTotalRow === true && index === sheet.rows.length - 1;
    for (const [column, value] of values.entries()) {
      row.getCell(column + 1).style = styleOf({ column, isTotal, value });
    }
  }
  mergeEqualNeighbours(worksheet, sheet);
  return worksheet;
}

function totalWidth(sheet: TableSheet): number {
  return sheet.columns.reduce((sum, column) => sum + column.width, 0);
}

function addHead(worksheet: Worksheet, sheet: TableSheet): void {
  const title = worksheet.addRow([sheet.title]);
  title.height = 28;
  worksheet.mergeCells(1, 1, 1, sheet.columns.length);
  title.getCell(1).font = { name: FONT, size: 14, bold: true };
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  const head = worksheet.addRow(sheet.columns.map((column) => column.header));
  head.height = 36;
  head.eachCell((cell) => {
    cell.font = { name: FONT, size: 11, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } };
    cell.border = BORDER;
  });
  for (const [index, column] of sheet.columns.entries()) {
    worksheet.getColumn(index + 1).width = column.width;
  }
}

const LINE_HEIGHT = 15;

/** Programs do not fit wrapped rows on opening; a full-width character takes two columns of width. */
function rowHeight(sheet: TableSheet, values: readonly CellValue[]): number {
  const lines = values.map((value, index) => {
    const width = (sheet.columns[index]?.width ?? 10) - 1;
    const merged = index < (sheet.mergedColumns ?? 0);
    if (merged || typeof value !== 'string') return 1;
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
  });
  return Math.max(...lines) * LINE_HEIGHT + 5;
}

function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1.1), 0);
}

function plainValue(value: CellValue): string | number | null {
  return typeof value === 'object' && value !== null ? value.value : value;
}

/** One style object for all cells that look alike: the writer then looks each up once, not per cell. */
function styleBook(sheet: TableSheet): (place: CellPlace) => Partial<Style> {
  const styles = new Map<string, Partial<Style>>();
  return ({ column, isTotal, value }) => {
    const isNumber = value !== null && typeof value !== 'string';
    const own = typeof value === 'object' && value !== null ? value.format : undefined;
    const key = `${column} ${isTotal} ${isNumber} ${own ?? ''}`;
    const known = styles.get(key);
    if (known !== undefined) return known;
    const { align, format } = sheet.columns[column] ?? {};
    const numFmt = own ?? format;
    const style: Partial<Style> = {
      font: { name: FONT, size: 11, bold: isTotal },
      border: BORDER,
      alignment: {
        horizontal: align ?? (isNumber ? 'right' : 'left'),
        vertical: 'middle',
        wrapText: true,
      },
      ...(isNumber && numFmt !== undefined ? { numFmt } : {}),
    };
    styles.set(key, style);
    return style;
  };
}

interface CellPlace {
  readonly column: number;
  readonly isTotal: boolean;
  readonly value: CellValue;
}

/** A cell merges with the one below while it and all cells to its left are equal. */
function mergeEqualNeighbours(worksheet: Worksheet, sheet: TableSheet): void {
  const bodyRows = sheet.hasTotalRow === true ? sheet.rows.length - 1 : sheet.rows.length;
  const keyOf = (row: number, column: number): string =>
    JSON.stringify(sheet.rows[row]?.slice(0, column + 1));
  for (let column = 0; column < (sheet.mergedColumns ?? 0); column += 1) {
    let start = 0;
    for (let row = 1; row <= bodyRows; row += 1) {
      if (row < bodyRows && keyOf(row, column) === keyOf(start, column)) continue;
      if (row - start > 1) {
        worksheet.mergeCells(HEAD_ROW + 1 + start, column + 1, HEAD_ROW + row, column + 1);
      }
      start = row;
    }
  }
}
