import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';

import type { Database } from '#platform/database/open-database.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import type { Scope } from '#platform/database/transaction.ts';
import { loadExcelJs } from '#platform/xlsx/load-exceljs.ts';

import type { AuditFilter, AuditRow } from '../../contract.ts';
import { OUTCOME_LABELS, toChinaTime } from '../../messages.ts';
import type { AuditWords } from '../audit-row.ts';
import { readPage } from '../list-entries.ts';

export interface ExportSheetOptions {
  readonly filter: AuditFilter;
  readonly scope: Scope;
  readonly words: AuditWords;
}

const PAGE = 1000;
/** What one sheet of Excel holds, less its heading. */
const MAX_ROWS = 1_048_575;

const COLUMNS: readonly { readonly header: string; readonly width: number }[] = [
  { header: '编号', width: 10 },
  { header: '时间', width: 20 },
  { header: '操作人', width: 14 },
  { header: '工会', width: 28 },
  { header: '动作', width: 18 },
  { header: '对象', width: 16 },
  { header: '对象编号', width: 16 },
  { header: '结果', width: 8 },
  { header: '原因', width: 40 },
];

/**
 * The filtered entries, the newest first, as a workbook made while it is read: one page of rows at a
 * time, each in a short transaction under the asker's scope. What was before and after is left to the
 * page of the entry, where its own permission is asked for.
 */
export function exportSheet(database: Database, options: ExportSheetOptions): Readable {
  const output = new PassThrough();
  writeRows(database, options, output).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error('the sheet was not written'));
  });
  return output;
}

async function writeRows(
  database: Database,
  { filter, scope, words }: ExportSheetOptions,
  output: PassThrough,
): Promise<void> {
  const ExcelJS = await loadExcelJs();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const sheet = workbook.addWorksheet('审计日志', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map((column) => ({ ...column }));
  let beforeId: number | undefined;
  let count = 0;
  while (count < MAX_ROWS && !output.destroyed) {
    const limit = Math.min(PAGE, MAX_ROWS - count);
    const page = { beforeId, limit, words };
    const rows = await inTransaction(database, scope, (transaction) =>
      readPage({ transaction }, filter, page),
    );
    for (const row of rows) sheet.addRow(toCells(row)).commit();
    count += rows.length;
    beforeId = rows.at(-1)?.id;
    if (rows.length < limit) break;
    while (output.writableNeedDrain && !output.destroyed)
      await Promise.race([once(output, 'drain'), once(output, 'close')]);
  }
  sheet.commit();
  await workbook.commit();
}

function toCells(row: AuditRow): (string | number)[] {
  return [
    row.id,
    toChinaTime(Date.parse(row.at)),
    row.accountName,
    row.unionName ?? '',
    row.actionLabel,
    row.subject ?? '',
    row.subjectId ?? '',
    OUTCOME_LABELS[row.outcome],
    row.reason ?? '',
  ];
}
