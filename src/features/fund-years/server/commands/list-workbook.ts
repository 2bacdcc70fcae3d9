import type { Workbook } from 'exceljs';

import type { XlsxLimits } from '#platform/xlsx/limits.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';
import { readWorkbook } from '#platform/xlsx/read-workbook.ts';

import type { RawRow } from '../../rules/heading-row.ts';
import type { RawSheet } from '../../rules/list-sheets.ts';
import { EXPORT_NOTES_SHEET, LOOK_NOTES, NOTES_SHEET } from '../../rules/sheet-notes.ts';
import { listColumns } from '../../rules/sheet-spec.ts';
import type { ColumnForm, SheetSpec } from '../../rules/sheet-spec.ts';
import { addNotes } from './add-notes.ts';
import { addTableSheet, starred } from './add-table-sheet.ts';

/** All sheets of an uploaded list. @throws AppError `invalid` `workbook.…` when it is no readable workbook. */
export async function readRawSheets(bytes: Uint8Array, limits: XlsxLimits): Promise<RawSheet[]> {
  const sheets: RawSheet[] = [];
  await readWorkbook(Buffer.from(bytes), {
    limits,
    openSheet: ({ name }) => {
      const rows: RawRow[] = [];
      sheets.push({ name, rows });
      return (row) => rows.push(row);
    },
  });
  return sheets;
}

/** A sheet with the records it is to hold. */
export interface FilledSheet {
  readonly name: string;
  readonly purpose: string;
  readonly forms: readonly ColumnForm[];
  readonly addTo: (workbook: Workbook) => void;
}

/** @param preparedRows ready to be filled in, with drop-downs. */
export function fillSheet<V extends object, R>(
  spec: SheetSpec<V, R>,
  records: readonly R[],
  preparedRows = records.length,
): FilledSheet {
  return {
    name: spec.name,
    purpose: spec.purpose,
    forms: listColumns(spec.columns),
    addTo: (workbook) => addTableSheet(workbook, spec, records, preparedRows),
  };
}

export interface ListTemplate {
  /** `工会组织导入填写说明`. */
  readonly title: string;
  readonly notes: readonly string[];
  /** Each with its example rows. */
  readonly sheets: readonly FilledSheet[];
}

/** The empty form of an import: notes with every column, then the sheets. */
export async function listTemplateBytes({ title, notes, sheets }: ListTemplate): Promise<Buffer> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  const columns = sheets.flatMap(({ name, purpose, forms }) => [
    [],
    [`${name}：${purpose}`],
    ['列', '格式', '可选内容', '说明'],
    ...forms.map((form) => [
      starred(form.heading, form.isRequired),
      form.options.length > 0 ? '选项' : LOOK_NOTES[form.look],
      form.options.join('、'),
      form.note,
    ]),
  ]);
  const lines = [...notes.map((note, index) => [`${index + 1}. ${note}`]), ...columns];
  addNotes(workbook, { sheet: NOTES_SHEET, title, lines, widths: [20, 20, 44, 50] });
  for (const { addTo } of sheets) addTo(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export interface ListExport {
  /** `工会组织导出说明`. */
  readonly title: string;
  readonly by: string;
  /** `2026-03-02 10:00`, China time. */
  readonly at: string;
  readonly reason: string;
  /** What the reader should know of the content. */
  readonly remark: string;
  readonly count: number;
  readonly sheets: readonly FilledSheet[];
}

/** A list in the form of its import, and who took it, when and for what. */
export async function listExportBytes(list: ListExport): Promise<Buffer> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  for (const { addTo } of list.sheets) addTo(workbook);
  addNotes(workbook, {
    sheet: EXPORT_NOTES_SHEET,
    title: list.title,
    lines: [
      ['导出人', list.by],
      ['导出时间', list.at],
      ['用途', list.reason],
      ['数量', String(list.count)],
      ['说明', list.remark],
    ],
    widths: [14, 60],
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
