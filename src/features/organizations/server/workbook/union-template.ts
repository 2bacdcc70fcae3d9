import {
  fillSheet,
  listTemplateBytes,
} from '#features/fund-years/server/commands/list-workbook.ts';

import { EXAMPLE_ROW, UNION_NOTES } from '../../rules/union-notes.ts';
import { UNION_SHEET } from '../../rules/union-sheet.ts';

export const MAX_IMPORT_ROWS = 5000;

/** The empty form of an import, with notes and one example row. */
export async function unionTemplateBytes(): Promise<Buffer> {
  return listTemplateBytes({
    title: '工会组织导入填写说明',
    notes: UNION_NOTES,
    sheets: [fillSheet(UNION_SHEET, [EXAMPLE_ROW], MAX_IMPORT_ROWS)],
  });
}
