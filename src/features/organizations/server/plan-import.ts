import { AppError } from '#core/app-error.ts';
import type { InputProblem } from '#core/input-problem.ts';
import type { RawSheet } from '#features/fund-years/rules/list-sheets.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { isSoundCreditCode } from '../rules/credit-code.ts';
import type { ExistingUnion } from '../rules/import-change.ts';
import { planUnionImport } from '../rules/plan-union-import.ts';
import type { ImportPlan } from '../rules/plan-union-import.ts';
import type { UnionSheetRow } from '../rules/union-sheet.ts';
import { readExistingUnions } from './existing-unions.ts';
import type { PhoneCipher } from './phone-cipher.ts';
import { lockTree } from './union-row.ts';
import { readUnionWorkbook } from './workbook/read-union-workbook.ts';

export interface ReadImport {
  readonly plan: ImportPlan;
  readonly sheet: RawSheet;
  readonly problems: readonly InputProblem[];
  readonly rowCount: number;
  readonly existing: ReadonlyMap<string, ExistingUnion>;
  readonly isUnreadable: boolean;
}

/** Reads an uploaded list and says what it would change in the tree as it stands. */
export async function planImport(
  context: Context,
  cipher: PhoneCipher,
  bytes: Uint8Array,
): Promise<ReadImport> {
  const read = await readUnionWorkbook(bytes);
  await lockTree(context.transaction);
  const existing = await readExistingUnions(context, cipher, read.records);
  const { records: rows, unreadable } = read;
  const plan = planUnionImport({ rows, unreadable, existing, today: toChinaDay(context.now) });
  for (const { row, column, code, params } of plan.faults) {
    read.report(row.rowNumber, column, { code, params });
  }
  for (const { row } of plan.changes) reportCreditCode(row, read.report);
  return {
    plan,
    sheet: read.sheet,
    problems: read.listProblems(),
    rowCount: rows.length + unreadable.length,
    existing,
    isUnreadable: read.isUnreadable,
  };
}

/** @throws AppError `invalid` `union.import_unreadable`. */
export function assertReadable({ isUnreadable }: ReadImport): void {
  if (isUnreadable) throw new AppError('invalid', 'union.import_unreadable');
}

function reportCreditCode(
  { rowNumber, creditCode }: UnionSheetRow,
  report: Awaited<ReturnType<typeof readUnionWorkbook>>['report'],
): void {
  if (creditCode === null || isSoundCreditCode(creditCode)) return;
  const params = { creditCode };
  report(rowNumber, 'creditCode', {
    code: 'union.credit_code_check',
    params,
    severity: 'notice',
  });
}
