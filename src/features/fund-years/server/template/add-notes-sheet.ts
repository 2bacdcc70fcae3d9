import type { Workbook, Worksheet } from 'exceljs';

import { toShort } from '#core/fraction.ts';
import { DEFAULT_FRAMEWORK } from '#features/indicators/rules/built-in-frameworks.ts';

import { GENERAL_NOTES, LOOK_NOTES, NOTES_SHEET } from '../../rules/sheet-notes.ts';
import { listColumns, type ColumnForm } from '../../rules/sheet-spec.ts';
import { FUND_FACTS } from '../../rules/sheets/fund-sheet.ts';
import { YEAR_SHEETS } from '../../rules/year-sheets.ts';
import { BODY_FONT, rowHeight, setUpPrinting, styleHeader, TITLE_FONT } from './sheet-style.ts';

const WIDTHS = [14, 18, 8, 34, 46, 46];

/** Adds 填写说明: what each sheet and column is for, generated from the same table the reader uses. */
export function addNotesSheet(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(NOTES_SHEET, { views: [{ showGridLines: false }] });
  for (const [index, width] of WIDTHS.entries()) sheet.getColumn(index + 1).width = width;
  sheet.addRow(['年度工作簿填写说明']).font = TITLE_FONT;
  for (const [index, note] of GENERAL_NOTES.entries()) addLine(sheet, `${index + 1}. ${note}`);
  sheet.addRow([]);
  addHeading(sheet, ['工作表', '列', '必填', '格式', '可选内容', '说明']);
  for (const spec of Object.values(YEAR_SHEETS)) {
    addCells(sheet, [spec.name, '', spec.isRequired ? '是' : '', '', '', spec.purpose]);
    const columns =
      'columns' in spec ? Object.values<ColumnForm>(spec.columns) : listColumns(FUND_FACTS);
    for (const form of columns) addCells(sheet, ['', ...describeColumn(form)]);
  }
  sheet.addRow([]);
  addLine(sheet, '内置23项指标体系中由人工判断的要素（在“要素”表的“是否满足”填是、部分或否）：');
  addHeading(sheet, ['三级指标', '要素', '占比']);
  for (const element of DEFAULT_FRAMEWORK.elements) {
    if (element.metric !== null) continue;
    addCells(sheet, [element.level3, element.element, toShort(element.share, 2)]);
  }
  setUpPrinting(sheet);
}

function describeColumn(form: ColumnForm): string[] {
  const format = form.options.length > 0 ? '选项' : LOOK_NOTES[form.look];
  return [form.heading, form.isRequired ? '是' : '', format, form.options.join('、'), form.note];
}

function addLine(sheet: Worksheet, text: string): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
  row.font = BODY_FONT;
  row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
}

function addHeading(sheet: Worksheet, headings: readonly string[]): void {
  const row = sheet.addRow([...headings]);
  for (const index of headings.keys()) styleHeader(row.getCell(index + 1), false);
}

function addCells(sheet: Worksheet, texts: readonly string[]): void {
  const row = sheet.addRow(texts.map((text) => (text === '' ? null : text)));
  row.font = texts[0] === '' ? BODY_FONT : { ...BODY_FONT, bold: true };
  row.alignment = { wrapText: true, vertical: 'top' };
  row.height = rowHeight(texts, WIDTHS);
}
