import { AppError } from '#core/app-error.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { listColumns } from '#features/fund-years/rules/sheet-spec.ts';
import type { CheckedSheet } from '#features/fund-years/server/commands/import-errors.ts';
import type { Context } from '#platform/context.ts';

import { HOUSEHOLD_SHEET, MEMBER_SHEET } from '../rules/household-sheets.ts';
import { planHouseholdImport } from '../rules/plan-household-import.ts';
import type { HouseholdImportPlan } from '../rules/plan-household-import.ts';
import type { ReadHouseholds } from '../rules/read-household-sheets.ts';
import type { SheetFault } from '../rules/sheet-fault.ts';
import type { HouseholdKeys } from './household-keys.ts';
import { readImportGround } from './read-import-ground.ts';
import type { ImportedHousehold } from './read-import-ground.ts';
import { readHouseholdWorkbook } from './workbook/read-household-workbook.ts';

export interface ReadImport {
  readonly plan: HouseholdImportPlan<ImportedHousehold>;
  readonly sheets: readonly CheckedSheet[];
  readonly problems: readonly InputProblem[];
  readonly isUnreadable: boolean;
}

/** Reads an uploaded list and says what it would change of the files as they are. */
export async function planImport(
  context: Context,
  keys: HouseholdKeys,
  bytes: Uint8Array,
): Promise<ReadImport> {
  const read = await readHouseholdWorkbook(bytes);
  const plan = planHouseholdImport(read, await readImportGround(context, keys, read));
  for (const fault of plan.faults) report(read, fault);
  return {
    plan,
    sheets: [
      { sheet: read.heads.sheet, forms: listColumns(HOUSEHOLD_SHEET.columns) },
      { sheet: read.members.sheet, forms: listColumns(MEMBER_SHEET.columns) },
    ],
    problems: read.listProblems(),
    isUnreadable: read.isUnreadable,
  };
}

/** @throws AppError `invalid` `household.import_unreadable`. */
export function assertReadable({ isUnreadable }: ReadImport): void {
  if (isUnreadable) throw new AppError('invalid', 'household.import_unreadable');
}

function report({ heads, members }: ReadHouseholds, fault: SheetFault): void {
  const { rowNumber, code, params, severity } = fault;
  const cause = { code, params, severity };
  if (fault.sheet === 'heads') heads.report(rowNumber, fault.column, cause);
  else members.report(rowNumber, fault.column, cause);
}
