import { AppError } from '#core/app-error.ts';
import { day } from '#core/plain-date.ts';
import { fillSheet, listExportBytes } from '#features/fund-years/server/commands/list-workbook.ts';
import { toChinaDay, toChinaTime } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { UnionFilter } from '../../rules/union-inputs.ts';
import { UNION_EXPORT_SHEET } from '../../rules/union-sheet.ts';
import type { ExportedUnion } from '../../rules/union-sheet.ts';
import type { UnionRow } from '../../rules/union-views.ts';
import { listUnionIds } from '../list-unions.ts';
import type { PhoneCipher } from '../phone-cipher.ts';
import { readUnionRows } from '../read-union-rows.ts';

const MAX_EXPORTED = 20_000;

/**
 * The unions of a filter as a workbook in the form of the import, phones masked.
 * @throws AppError `conflict` `union.nothing_to_export` or `union.export_too_large`.
 */
export async function exportUnions(
  context: Context,
  cipher: PhoneCipher,
  { filter, reason }: { readonly filter: UnionFilter; readonly reason: string },
): Promise<Buffer> {
  const ids = await listUnionIds(context, filter);
  if (ids.length === 0) throw new AppError('conflict', 'union.nothing_to_export');
  if (ids.length > MAX_EXPORTED) {
    throw new AppError('conflict', 'union.export_too_large', { max: MAX_EXPORTED });
  }
  const rows = await readUnionRows(context, cipher, ids);
  const parents = await readParentCodes(context, rows);
  const unions = rows.map((row) => toExported(row, parents.get(row.parentId ?? 0) ?? null));
  await context.record({ subjectId: null, reason, after: { ...filter, count: ids.length } });
  return listExportBytes({
    title: '工会组织导出说明',
    by: context.actor.name,
    at: `${toChinaDay(context.now)} ${toChinaTime(context.now)}`,
    reason,
    remark: '联系电话已脱敏；会员数、职工数为最近一个统计年度的年末人数。',
    count: unions.length,
    sheets: [fillSheet(UNION_EXPORT_SHEET, unions)],
  });
}

async function readParentCodes(
  { transaction }: Context,
  rows: readonly UnionRow[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(rows.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])))];
  if (ids.length === 0) return new Map();
  const parents = await transaction
    .selectFrom('unions')
    .select(['id', 'code'])
    .where('id', 'in', ids)
    .execute();
  return new Map(parents.map(({ id, code }) => [id, code]));
}

function toExported(row: UnionRow, parentCode: string | null): ExportedUnion {
  const { code, name, level, regionCode, creditCode, contactName, contactPhone } = row;
  return {
    code,
    name,
    level,
    parentCode,
    regionCode,
    creditCode,
    contactName,
    contactPhone,
    foundedOn: row.foundedOn === null ? null : day(row.foundedOn),
    memberCount: row.memberCount,
    workerCount: row.workerCount,
    year: row.membershipYear,
    closedOn: row.closedOn === null ? null : day(row.closedOn),
  };
}
