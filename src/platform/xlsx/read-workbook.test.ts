import { Buffer } from 'node:buffer';

import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

import { showCell, type CellValue } from '#core/cell-value.ts';

import {
  handMadeWorkbook,
  packParts,
  partsOf,
  textRows,
  type HandMadeWorkbook,
} from '../../../tests/support/hand-made-workbook.ts';
import type { SheetRow } from './read-sheet.ts';
import { readWorkbook, type SheetInfo } from './read-workbook.ts';

interface ReadSheet extends SheetInfo {
  readonly rows: readonly SheetRow[];
}

async function readAll(bytes: Buffer): Promise<readonly ReadSheet[]> {
  const sheets: (SheetInfo & { rows: SheetRow[] })[] = [];
  await readWorkbook(bytes, {
    openSheet: (sheet) => {
      const rows: SheetRow[] = [];
      sheets.push({ ...sheet, rows });
      return (row) => rows.push(row);
    },
  });
  return sheets;
}

/** Cells of the first sheet by address, e.g. `B3`. */
async function cellsOf(
  workbook: Omit<HandMadeWorkbook, 'sheets'> & { readonly data: string },
): Promise<Readonly<Record<string, CellValue>>> {
  const { data, ...rest } = workbook;
  const [sheet] = await readAll(await handMadeWorkbook({ ...rest, sheets: { 甲: data } }));
  const cells: Record<string, CellValue> = {};
  for (const row of sheet?.rows ?? []) {
    for (const { column, value } of row.cells) {
      cells[`${String.fromCharCode(64 + column)}${row.number}`] = value;
    }
  }
  return cells;
}

const text = (value: string): CellValue => ({ kind: 'text', text: value });
const number = (value: number): CellValue => ({ kind: 'number', number: value, isPercent: false });

describe('cell values', () => {
  it('joins the runs of a rich text and leaves out its phonetic guide', async () => {
    const cells = await cellsOf({
      sharedStrings:
        '<si><r><t>增</t></r><r><t xml:space="preserve">城 </t></r><rPh sb="0" eb="1"><t>zeng</t></rPh></si>' +
        '<si><t>行_x000A_尾</t></si>',
      data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
    });
    expect(cells).toEqual({ A1: text('增城 '), B1: text('行\n尾') });
  });

  it('reads inline texts, also rich ones, without a shared string table', async () => {
    const cells = await cellsOf({
      data: '<row r="1"><c r="A1" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c></row>',
    });
    expect(cells).toEqual({ A1: text('张三') });
  });

  it('takes the stored result of a formula, and tells a formula without one from a blank cell', async () => {
    const cells = await cellsOf({
      data:
        '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>甲x</v></c><c r="B1"><f>1+1</f><v>2</v></c>' +
        '<c r="C1"><f>SUM(A:A)</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1" s="0"/></row>',
    });
    expect(cells).toEqual({
      A1: text('甲x'),
      B1: number(2),
      C1: { kind: 'uncomputed', formula: 'SUM(A:A)' },
    });
  });

  it('reads booleans, error values and ISO dates', async () => {
    const cells = await cellsOf({
      data:
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c>' +
        '<c r="C1" t="d"><v>2023-04-13T00:00:00</v></c><c r="D1" t="d"><v>2023-02-30</v></c></row>',
    });
    expect(cells).toEqual({
      A1: { kind: 'boolean', isTrue: true },
      B1: { kind: 'error', code: '#N/A' },
      C1: { kind: 'date', date: '2023-04-13', shown: '2023-04-13T00:00:00' },
      D1: { kind: 'date', date: null, shown: '2023-02-30' },
    });
  });

  it('shows a float with the 15 digits a spreadsheet keeps', async () => {
    const cells = await cellsOf({
      data: '<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>4.40183199001011E+17</v></c></row>',
    });
    expect(Object.values(cells).map(showCell)).toEqual(['0.3', '440183199001011000']);
  });

  it('counts on for rows and cells without a reference', async () => {
    const cells = await cellsOf({
      data: '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"/><row><c r="D6"><v>4</v></c><c><v>5</v></c></row>',
    });
    expect(cells).toEqual({ A1: number(1), C1: number(3), D6: number(4), E6: number(5) });
  });
});

describe('dates by number format', () => {
  const formats = [
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy/m/d;@',
    'e"年"m"月"d"日";@',
    'yyyy\\-mm\\-dd hh:mm',
    'dd-mmm-yy',
    'h:mm',
    '0.00E+00',
    'G/通用格式',
    '#,##0.00_);[Red]\\(#,##0.00\\)',
    '"day "0',
    '0.00%',
  ];

  it.each(formats.map((code, index) => [code, index + 1, index < 5] as const))(
    'takes %s for what it is',
    async (code, style, isDate) => {
      const cells = await cellsOf({ formats, data: `<row><c s="${style}"><v>45029</v></c></row>` });
      expect(cells['A1']).toEqual(
        isDate
          ? { kind: 'date', date: '2023-04-13', shown: '45029' }
          : { kind: 'number', number: 45_029, isPercent: code.includes('%') },
      );
    },
  );

  it.each([
    [14, 'date'],
    [22, 'date'],
    [31, 'date'],
    [57, 'date'],
    [0, 'number'],
    [4, 'number'],
    [20, 'number'],
    [49, 'number'],
  ])('knows the built-in format %i', async (id, kind) => {
    const cells = await cellsOf({
      builtInFormats: [id],
      data: '<row><c s="1"><v>45029</v></c></row>',
    });
    expect(cells['A1']?.kind).toBe(kind);
  });

  it.each([
    ['45029.75', false, '2023-04-13'],
    ['45028.9999999999', false, '2023-04-13'],
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['60', false, null],
    ['61', false, '1900-03-01'],
    ['0.5', false, null],
    ['-3', false, null],
    ['2958466', false, null],
    ['43567', true, '2023-04-13'],
    ['0', true, '1904-01-01'],
  ])('reads serial %s in the right date system (1904: %s)', async (serial, uses1904, date) => {
    const cells = await cellsOf({
      uses1904,
      builtInFormats: [14],
      data: `<row><c s="1"><v>${serial}</v></c></row>`,
    });
    expect(cells['A1']).toEqual({ kind: 'date', date, shown: serial });
  });
});

describe('files of many programs', () => {
  const sheets = { 甲: textRows([['一']]), 乙: textRows([['二']]) };
  const texts = (found: readonly ReadSheet[]): unknown =>
    found.map((sheet) => [
      sheet.name,
      ...sheet.rows.flatMap((row) => row.cells.map((cell) => showCell(cell.value))),
    ]);

  it.each<Omit<HandMadeWorkbook, 'sheets'>>([
    { isReversed: true },
    { namespaces: 'strict' },
    { targets: 'absolute' },
    { prefix: 'x' },
  ])('reads them alike: %o', async (form) => {
    const bytes = await handMadeWorkbook({ ...form, sheets });
    expect(texts(await readAll(bytes))).toEqual([
      ['甲', '一'],
      ['乙', '二'],
    ]);
  });

  it('ignores the case of part names and finds the workbook without package relationships', async () => {
    const parts = new Map(
      [...partsOf({ sheets })].map(([path, part]) => [path.replace('sheets/s', 'sheets/S'), part]),
    );
    parts.delete('_rels/.rels');
    expect(texts(await readAll(await packParts(parts)))).toEqual([
      ['甲', '一'],
      ['乙', '二'],
    ]);
  });

  it('reads UTF-16 parts', async () => {
    const parts = new Map<string, string | Buffer>(partsOf({ sheets: { 甲: textRows([['一']]) } }));
    const sheet = String(parts.get('xl/worksheets/sheet1.xml'));
    parts.set('xl/worksheets/sheet1.xml', Buffer.from(`\uFEFF${sheet}`, 'utf16le'));
    expect(texts(await readAll(await packParts(parts)))).toEqual([['甲', '一']]);
  });

  it('tells hidden sheets and hidden rows, and skips chart sheets', async () => {
    const bytes = await handMadeWorkbook({
      sheets: {
        甲: '<row r="2" hidden="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>',
        乙: '',
      },
      states: { 甲: 'hidden', 乙: 'veryHidden' },
    });
    const [first, second] = await readAll(bytes);
    expect([first?.isHidden, second?.isHidden]).toEqual([true, true]);
    expect(first?.rows.map((row) => [row.number, row.isHidden])).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('reads what exceljs writes: dates, rich text, formulas, percentages', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('甲');
    sheet.addRow([
      new Date('2023-04-13'),
      { richText: [{ text: '增' }, { font: { bold: true }, text: '城' }] },
      { formula: 'A1+1', result: 7 },
      0.2,
    ]);
    sheet.getCell('D1').numFmt = '0%';
    const [read] = await readAll(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(read?.rows[0]?.cells.map((cell) => showCell(cell.value))).toEqual([
      '2023-04-13',
      '增城',
      '7',
      '20%',
    ]);
  });
});
