import { LOOK_NOTES } from '#features/fund-years/rules/sheet-notes.ts';
import { listColumns } from '#features/fund-years/rules/sheet-spec.ts';
import { addTableSheet, starred } from '#features/fund-years/server/commands/add-table-sheet.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';

import { NOTES_SHEET } from '../../rules/read-union-sheet.ts';
import { EXAMPLE_ROW, UNION_NOTES } from '../../rules/union-notes.ts';
import { UNION_SHEET } from '../../rules/union-sheet.ts';
import { addNotes } from './add-notes.ts';

export const MAX_IMPORT_ROWS = 5000;

/** The empty form of an import, with notes and one example row. */
export async function unionTemplateBytes(): Promise<Buffer> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  const columns = listColumns(UNION_SHEET.columns).map((form) => [
    starred(form.heading, form.isRequired),
    form.options.length > 0 ? '选项' : LOOK_NOTES[form.look],
    form.options.join('、'),
    form.note,
  ]);
  addNotes(workbook, {
    sheet: NOTES_SHEET,
    title: '工会组织导入填写说明',
    lines: [
      ...UNION_NOTES.map((note, index) => [`${index + 1}. ${note}`]),
      [],
      ['列', '格式', '可选内容', '说明'],
      ...columns,
    ],
    widths: [20, 20, 44, 50],
  });
  addTableSheet(workbook, UNION_SHEET, [EXAMPLE_ROW], MAX_IMPORT_ROWS);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
