import { showCell } from '#core/cell-value.ts';
import type { CellValue } from '#core/cell-value.ts';
import type { InputProblem } from '#core/input-problem.ts';
import {
  chooseSheet,
  isCauseHeading,
  isError,
  rowOfProblem,
  withoutOwnColumns,
} from '#features/fund-years/rules/list-sheets.ts';
import type { RawSheet } from '#features/fund-years/rules/list-sheets.ts';
import { squeeze } from '#features/fund-years/rules/normalise-text.ts';
import { createProblemList } from '#features/fund-years/rules/problem-list.ts';
import type { ProblemCause } from '#features/fund-years/rules/problem-list.ts';
import { createTableReader } from '#features/fund-years/rules/read-table.ts';

import { CLOSED_ON_HEADING, UNION_SHEET } from './union-sheet.ts';
import type { UnionSheetRow, UnionValues } from './union-sheet.ts';

/** A row that has errors of its own; the code, where it could be read, tells what it was about. */
export interface FaultyRow {
  readonly rowNumber: number;
  readonly code: string | undefined;
}

export interface ReadUnionSheet {
  readonly sheet: RawSheet;
  readonly records: readonly UnionSheetRow[];
  /** Rows that could not be read whole. */
  readonly unreadable: readonly FaultyRow[];
  /** Something is wrong with the sheet as a whole: a column is missing. */
  readonly isUnreadable: boolean;
  /** Names a fault of a row by its cell. */
  readonly report: (rowNumber: number, key: keyof UnionValues, cause: ProblemCause) => void;
  readonly listProblems: () => readonly InputProblem[];
}

/** Reads the sheet of unions out of a workbook. */
export function readUnionSheet(sheets: readonly RawSheet[]): ReadUnionSheet {
  const sheet = chooseSheet(sheets, UNION_SHEET.name);
  const name = sheet?.name ?? UNION_SHEET.name;
  const problems = createProblemList([name]);
  const unreadable: FaultyRow[] = [];
  const seen = new Map<number, string | undefined>();
  const reader = createTableReader({
    // Its name is the one that problems name.
    spec: { ...UNION_SHEET, name },
    problems,
    onValues: ({ code }, rowNumber) => seen.set(rowNumber, code),
  });
  if (sheet === undefined) {
    problems.add({ sheet: name, row: 0 }, { code: 'workbook.missing_sheet' });
  } else {
    for (const row of sheet.rows) reader.row(withoutOwnColumns(row, isOwnColumn));
    reader.end();
  }
  const faulty = new Set(problems.sorted().filter(isError).map(rowOfProblem));
  for (const [rowNumber, code] of seen) {
    if (faulty.has(rowNumber)) unreadable.push({ rowNumber, code });
  }
  return {
    sheet: sheet ?? { name, rows: [] },
    records: reader.records.filter(({ rowNumber }) => !faulty.has(rowNumber)),
    unreadable,
    isUnreadable: [...faulty].some((rowNumber) => !seen.has(rowNumber)),
    report: (row, key, cause) =>
      problems.add({ sheet: name, row, column: reader.columnOf(key) }, cause),
    listProblems: () => problems.sorted(),
  };
}

/** Headings of columns that only an export has, or a file with errors. */
function isOwnColumn(value: CellValue): boolean {
  return isCauseHeading(value) || squeeze(showCell(value)) === CLOSED_ON_HEADING;
}
