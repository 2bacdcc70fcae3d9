import { AppError } from '#core/app-error.ts';
import { day } from '#core/plain-date.ts';
import {
  fillSheet,
  listExportBytes,
  listTemplateBytes,
} from '#features/fund-years/server/commands/list-workbook.ts';
import { toChinaDay, toChinaTime } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { CivilAffairsFilter } from '../../rules/civil-affairs-routes.ts';
import {
  CIVIL_AFFAIRS_EXPORT_SHEET,
  CIVIL_AFFAIRS_NOTES,
  CIVIL_AFFAIRS_SHEET,
  EXAMPLE_ENTRY,
} from '../../rules/civil-affairs-sheet.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { listAllEntries } from './list-entries.ts';
import { MAX_ENTRIES } from './plan-entries.ts';

/** The empty form of an import, with notes and one example row. */
export function entryTemplateBytes(): Promise<Buffer> {
  return listTemplateBytes({
    title: '低保名册导入填写说明',
    notes: CIVIL_AFFAIRS_NOTES,
    sheets: [fillSheet(CIVIL_AFFAIRS_SHEET, [EXAMPLE_ENTRY], MAX_ENTRIES)],
  });
}

/** @throws AppError `conflict` `household.nothing_to_export` or `household.export_too_large`. */
export async function exportEntries(
  context: Context,
  keys: HouseholdKeys,
  { filter, reason }: { readonly filter: CivilAffairsFilter; readonly reason: string },
): Promise<Buffer> {
  const max = MAX_ENTRIES;
  const entries = await listAllEntries(context, keys, { filter, max: max + 1 });
  if (entries.length === 0) throw new AppError('conflict', 'household.nothing_to_export');
  if (entries.length > max) throw new AppError('conflict', 'household.export_too_large', { max });
  // What was searched for may be somebody's number.
  const { search = '', ...after } = filter;
  await context.record({
    subjectId: null,
    reason,
    after: { ...after, hasSearch: search !== '', count: entries.length },
  });
  return listExportBytes({
    title: '低保名册导出说明',
    by: context.actor.name,
    at: `${toChinaDay(context.now)} ${toChinaTime(context.now)}`,
    reason,
    remark: '身份证号已脱敏。',
    count: entries.length,
    sheets: [
      fillSheet(
        CIVIL_AFFAIRS_EXPORT_SHEET,
        entries.map((entry) => ({ ...entry, listOn: day(entry.listOn) })),
      ),
    ],
  });
}
