import {
  fillSheet,
  listTemplateBytes,
} from '#features/fund-years/server/commands/list-workbook.ts';

import {
  EXAMPLE_HOUSEHOLDS,
  EXAMPLE_MEMBERS,
  HOUSEHOLD_NOTES,
} from '../../rules/household-notes.ts';
import { HOUSEHOLD_SHEET, MEMBER_SHEET } from '../../rules/household-sheets.ts';

export const MAX_HOUSEHOLDS = 10_000;
export const MAX_MEMBERS = 30_000;

/** The empty form of an import, with notes and one example household. */
export async function householdTemplateBytes(): Promise<Buffer> {
  return listTemplateBytes({
    title: '困难家庭导入填写说明',
    notes: HOUSEHOLD_NOTES,
    sheets: [
      fillSheet(HOUSEHOLD_SHEET, EXAMPLE_HOUSEHOLDS, MAX_HOUSEHOLDS),
      fillSheet(MEMBER_SHEET, EXAMPLE_MEMBERS, MAX_MEMBERS),
    ],
  });
}
