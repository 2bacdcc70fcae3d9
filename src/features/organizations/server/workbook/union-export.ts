import { addTableSheet } from '#features/fund-years/server/commands/add-table-sheet.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';

import { UNION_EXPORT_SHEET } from '../../rules/union-sheet.ts';
import type { ExportedUnion } from '../../rules/union-sheet.ts';
import { addNotes } from './add-notes.ts';

export interface ExportNotes {
  readonly by: string;
  /** `2026-03-02 10:00`, China time. */
  readonly at: string;
  readonly reason: string;
}

/** The list of unions, and who took it, when and for what. */
export async function unionExportBytes(
  unions: readonly ExportedUnion[],
  { by, at, reason }: ExportNotes,
): Promise<Buffer> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.Workbook();
  addTableSheet(workbook, UNION_EXPORT_SHEET, unions, unions.length);
  addNotes(workbook, {
    sheet: '导出说明',
    title: '工会组织导出说明',
    lines: [
      ['导出人', by],
      ['导出时间', at],
      ['用途', reason],
      ['数量', String(unions.length)],
      ['说明', '联系电话已脱敏；会员数、职工数为最近一个统计年度的年末人数。'],
    ],
    widths: [14, 60],
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
