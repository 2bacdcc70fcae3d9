import { fillSheet, listExportBytes } from '#features/fund-years/server/commands/list-workbook.ts';
import { toChinaDay, toChinaTime } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { periodText } from '../../messages.ts';
import type { FairnessExport } from '../../rules/fairness-inputs.ts';
import { compareUnions } from '../compare-unions.ts';
import { LIKE_SHEET, OUTSIDE_SHEET, RATE_SHEET } from '../fairness-sheets.ts';
import { spreadAmounts } from '../spread-amounts.ts';

/** What the page shows, as a workbook. @throws AppError as `compareUnions`. */
export async function exportFairness(
  context: Context,
  { reason, ...query }: FairnessExport,
): Promise<Buffer> {
  const { period, rows } = await compareUnions(context, query);
  const { groups, outside } = await spreadAmounts(context, query);
  await context.record({ subjectId: null, reason, after: { ...query, count: rows.length } });
  const span = `${period.from}至${period.to}`;
  return listExportBytes({
    title: '公平分析导出说明',
    by: context.actor.name,
    at: `${toChinaDay(context.now)} ${toChinaTime(context.now)}`,
    reason,
    remark: `期间：${periodText(period.code)}（${span}）。95%、99.8%上下限由二项分布精确计算：落在限内的差别可能只是偶然。`,
    count: rows.length,
    sheets: [
      fillSheet(RATE_SHEET.spec, rows.map(RATE_SHEET.toValues)),
      fillSheet(LIKE_SHEET.spec, groups.map(LIKE_SHEET.toValues)),
      fillSheet(OUTSIDE_SHEET.spec, outside.map(OUTSIDE_SHEET.toValues)),
    ],
  });
}
