import { showCell } from '#core/cell-value.ts';
import type { CellValue } from '#core/cell-value.ts';
import type { InputProblem } from '#core/input-problem.ts';
import {
  chooseSheet,
  isCauseHeading,
  readListSheet,
} from '#features/fund-years/rules/list-sheets.ts';
import type { RawSheet, ReadListSheet } from '#features/fund-years/rules/list-sheets.ts';
import { squeeze } from '#features/fund-years/rules/normalise-text.ts';
import { createProblemList } from '#features/fund-years/rules/problem-list.ts';

import { HOUSEHOLD_SHEET, LISTED_HEADINGS, MEMBER_SHEET } from './household-sheets.ts';
import type {
  HouseholdSheetRow,
  HouseholdValues,
  MemberSheetRow,
  MemberValues,
} from './household-sheets.ts';

export interface ReadHouseholds {
  readonly heads: ReadListSheet<HouseholdValues, HouseholdSheetRow>;
  readonly members: ReadListSheet<MemberValues, MemberSheetRow>;
  /** A sheet as a whole cannot be read: a column is missing. */
  readonly isUnreadable: boolean;
  readonly listProblems: () => readonly InputProblem[];
}

/** Reads files and their people out of a workbook. */
export function readHouseholdSheets(sheets: readonly RawSheet[]): ReadHouseholds {
  const memberSheet = sheets.find(({ name }) => squeeze(name) === MEMBER_SHEET.name);
  const others = sheets.filter((sheet) => sheet !== memberSheet);
  const headSheet = chooseSheet(others, HOUSEHOLD_SHEET.name);
  const problems = createProblemList([
    headSheet?.name ?? HOUSEHOLD_SHEET.name,
    memberSheet?.name ?? MEMBER_SHEET.name,
  ]);
  const heads = readListSheet({
    spec: HOUSEHOLD_SHEET,
    sheet: headSheet,
    problems,
    isOwn: isOwnColumn,
  });
  const members = readListSheet({ spec: MEMBER_SHEET, sheet: memberSheet, problems });
  return {
    heads,
    members,
    isUnreadable: heads.isUnreadable || members.isUnreadable,
    listProblems: () => problems.sorted(),
  };
}

/** Headings of columns that only an export has, or a file with errors. */
function isOwnColumn(value: CellValue): boolean {
  return isCauseHeading(value) || LISTED_HEADINGS.includes(squeeze(showCell(value)));
}
