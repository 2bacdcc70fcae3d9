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

import { CLOSED_ON_HEADING, UNION_SHEET } from './union-sheet.ts';
import type { UnionSheetRow, UnionValues } from './union-sheet.ts';

/** A row that has errors of its own; the code, where it could be read, tells what it was about. */
export interface FaultyRow {
  readonly rowNumber: number;
  readonly code: string | undefined;
}

export interface ReadUnionSheet extends Omit<
  ReadListSheet<UnionValues, UnionSheetRow>,
  'unreadable'
> {
  readonly unreadable: readonly FaultyRow[];
  readonly listProblems: () => readonly InputProblem[];
}

/** Reads the sheet of unions out of a workbook. */
export function readUnionSheet(sheets: readonly RawSheet[]): ReadUnionSheet {
  const sheet = chooseSheet(sheets, UNION_SHEET.name);
  const problems = createProblemList([sheet?.name ?? UNION_SHEET.name]);
  const read = readListSheet({ spec: UNION_SHEET, sheet, problems, isOwn: isOwnColumn });
  return {
    ...read,
    unreadable: read.unreadable.map(({ rowNumber, values }) => ({ rowNumber, code: values.code })),
    listProblems: () => problems.sorted(),
  };
}

/** Headings of columns that only an export has, or a file with errors. */
function isOwnColumn(value: CellValue): boolean {
  return isCauseHeading(value) || squeeze(showCell(value)) === CLOSED_ON_HEADING;
}
