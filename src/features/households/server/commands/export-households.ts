import { AppError } from '#core/app-error.ts';
import { fen } from '#core/money.ts';
import { fillSheet, listExportBytes } from '#features/fund-years/server/commands/list-workbook.ts';
import { toChinaDay, toChinaTime } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { toHouseholdValues, toMemberValues } from '../../rules/form-to-rows.ts';
import type { HouseholdFilter } from '../../rules/household-inputs.ts';
import { HOUSEHOLD_EXPORT_SHEET, MEMBER_EXPORT_SHEET } from '../../rules/household-sheets.ts';
import type { ExportedHousehold, MemberValues } from '../../rules/household-sheets.ts';
import { maskForm } from '../../rules/mask-form.ts';
import type { HouseholdKeys } from '../household-keys.ts';
import { findHouseholds } from '../household-row.ts';
import { listHouseholdIds } from '../list-households.ts';
import { MAX_HOUSEHOLDS } from '../workbook/household-template.ts';

/**
 * The files of a filter as a workbook in the form of the import, masked.
 * @throws AppError `conflict` `household.nothing_to_export` or `household.export_too_large`.
 */
export async function exportHouseholds(
  context: Context,
  keys: HouseholdKeys,
  { filter, reason }: { readonly filter: HouseholdFilter; readonly reason: string },
): Promise<Buffer> {
  const max = MAX_HOUSEHOLDS;
  const ids = await listHouseholdIds(context, keys, { filter, max: max + 1 });
  if (ids.length === 0) throw new AppError('conflict', 'household.nothing_to_export');
  if (ids.length > max) throw new AppError('conflict', 'household.export_too_large', { max });
  const { households, members } = await readListed(context, keys, ids);
  // What was searched for may be somebody's number.
  const { search, ...after } = filter;
  const hasSearch = search !== undefined && search !== '';
  await context.record({
    subjectId: null,
    reason,
    after: { ...after, hasSearch, count: ids.length },
  });
  return listExportBytes({
    title: '困难家庭导出说明',
    by: context.actor.name,
    at: `${toChinaDay(context.now)} ${toChinaTime(context.now)}`,
    reason,
    remark:
      '证件号、手机、银行卡号、病种、住址已脱敏；本表可按原格式导入，脱敏的内容不会更改系统中的原值。',
    count: ids.length,
    sheets: [
      fillSheet(HOUSEHOLD_EXPORT_SHEET, households),
      fillSheet(MEMBER_EXPORT_SHEET, members),
    ],
  });
}

interface Listed {
  readonly households: readonly ExportedHousehold[];
  readonly members: readonly MemberValues[];
}

async function readListed(
  context: Context,
  keys: HouseholdKeys,
  ids: readonly number[],
): Promise<Listed> {
  const unions = await context.transaction
    .selectFrom('unions')
    .select(['id', 'code', 'name'])
    .execute();
  const unionById = new Map(unions.map((union) => [union.id, union]));
  const households: ExportedHousehold[] = [];
  const members: MemberValues[] = [];
  for (const household of await findHouseholds(context, keys, ids)) {
    const { state, hardshipClass, netMonthlyFen } = household;
    const union = unionById.get(household.unionId);
    const unionCode = union?.code ?? '';
    const file = { ...household, unionCode, form: maskForm(household.form) };
    households.push({
      ...toHouseholdValues(file),
      unionName: union?.name ?? '',
      state,
      hardshipClass,
      netMonthlyFen: netMonthlyFen === null ? null : fen(netMonthlyFen),
    });
    members.push(...toMemberValues(file));
  }
  return { households, members };
}
