import type { Cell, DataValidation, Workbook, Worksheet } from 'exceljs';

import { showCell, type CellValue } from '#core/cell-value.ts';

import { columnLetters } from '../../rules/cell-address.ts';
import { listColumns, printRow, type ColumnForm, type SheetSpec } from '../../rules/sheet-spec.ts';
import {
  BODY_FONT,
  columnWidth,
  rowHeight,
  NUMBER_FORMATS,
  setUpPrinting,
  styleHeader,
} from '../template/sheet-style.ts';

declare module 'exceljs' {
  interface Worksheet {
    /** Missing in the library's types; takes a whole range as one rule. */
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

/** Rows that are ready to be filled in, with drop-downs. */
const PREPARED_ROWS = 10_000;

/** Adds the sheet of one kind of record: headings, formats and drop-downs, then the records. */
export function addTableSheet<V extends object, R>(
  workbook: Workbook,
  spec: SheetSpec<V, R>,
  records: readonly R[],
  preparedRows = PREPARED_ROWS,
): void {
  const sheet = workbook.addWorksheet(spec.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const forms = listColumns(spec.columns);
  const lastRow = 1 + Math.max(preparedRows, records.length);
  for (const [index, form] of forms.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = columnWidth(form);
    column.numFmt = NUMBER_FORMATS[form.look];
    column.font = BODY_FONT;
    column.alignment = { vertical: 'middle', wrapText: form.look === 'text' };
    addHeader(sheet, index + 1, form.heading, form.isRequired);
    const letters = columnLetters(index + 1);
    addGuidance(sheet, `${letters}2:${letters}${lastRow}`, form);
  }
  const widths = forms.map(columnWidth);
  for (const [index, record] of records.entries()) {
    const cells = printRow(spec.columns, spec.toValues(record, index));
    const row = sheet.getRow(index + 2);
    for (const [position, value] of cells.entries()) {
      if (value.kind !== 'blank') setCell(row.getCell(position + 1), value);
    }
    row.height = rowHeight(cells.map(showCell), widths);
  }
  setUpPrinting(sheet);
}

export function starred(heading: string, isRequired: boolean): string {
  return isRequired ? `${heading}*` : heading;
}

export function addHeader(
  sheet: Worksheet,
  column: number,
  heading: string,
  isRequired: boolean,
): void {
  sheet.getRow(1).height = 30;
  const cell = sheet.getCell(1, column);
  cell.value = starred(heading, isRequired);
  cell.numFmt = 'General';
  styleHeader(cell, isRequired);
}

/** A drop-down where there is a list, and the note beside the cell that is being filled in. */
export function addGuidance(sheet: Worksheet, range: string, form: ColumnForm): void {
  const { options, heading, note, look } = form;
  if (options.length === 0 && note === '') return;
  const prompt = note === '' ? {} : { showInputMessage: true, promptTitle: heading, prompt: note };
  const list: DataValidation =
    options.length === 0
      ? { type: 'custom', formulae: ['TRUE'], allowBlank: true }
      : {
          type: 'list',
          formulae: [`"${options.join(',')}"`],
          allowBlank: true,
          showErrorMessage: true,
          // A quarter may be written in several ways; the other lists are closed.
          errorStyle: look === 'code' ? 'information' : 'stop',
          errorTitle: heading,
          error: `请从下拉列表中选择${heading}。`,
        };
  sheet.dataValidations.add(range, { ...list, ...prompt });
}

export function setCell(cell: Cell, value: CellValue): void {
  if (value.kind === 'number') cell.value = value.number;
  else if (value.kind === 'date' && value.date !== null) cell.value = new Date(value.date);
  else {
    const text = showCell(value);
    // A spreadsheet would read `_x0041_` as an escaped letter.
    cell.value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  }
}
