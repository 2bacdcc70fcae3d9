import { showCell } from '#core/cell-value.ts';
import type { CellValue } from '#core/cell-value.ts';
import type { InputProblem } from '#core/input-problem.ts';

import { cellAt, MAX_ROWS_ABOVE } from './heading-row.ts';
import type { RawRow } from './heading-row.ts';
import { squeeze } from './normalise-text.ts';
import type { ProblemCause, ProblemList } from './problem-list.ts';
import { createTableReader } from './read-table.ts';
import { NOTES_SHEET } from './sheet-notes.ts';
import type { SheetSpec } from './sheet-spec.ts';

/** Added by the program to a file with errors; read over when the file comes back. */
export const CAUSE_HEADING = '错误原因';

/** A sheet of a list that was uploaded, as it came. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
}

export function isError({ severity }: InputProblem): boolean {
  return severity === 'error';
}

/** Number of the row a problem stands in; 0 for the sheet as a whole. */
export function rowOfProblem({ cell }: InputProblem): number {
  return Number(cell.replace(/^[A-Z]+/, ''));
}

export function isCauseHeading(value: CellValue): boolean {
  return value.kind === 'text' && value.text.startsWith(CAUSE_HEADING);
}

/** The sheet of that name; a workbook of one sheet may call it what it likes. */
export function chooseSheet(sheets: readonly RawSheet[], name: string): RawSheet | undefined {
  const filled = sheets.filter((sheet) => squeeze(sheet.name) !== NOTES_SHEET);
  const named = filled.find((sheet) => squeeze(sheet.name) === name);
  const withRows = filled.filter(({ rows }) => rows.length > 0);
  return named ?? (withRows.length === 1 ? withRows[0] : undefined);
}

/** Headings of columns that the program itself added to what it wrote are no columns to read. */
function withoutOwnColumns(
  row: RawRow,
  isOwn: (value: CellValue) => boolean = isCauseHeading,
): RawRow {
  return { ...row, cells: row.cells.filter(({ value }) => !isOwn(value)) };
}

const NO_ROW: RawRow = { number: 0, isHidden: false, cells: [] };

/** What was read of one sheet of a list. */
export interface ReadListSheet<V extends object, R> {
  readonly sheet: RawSheet;
  /** Rows without any error. */
  readonly records: readonly R[];
  /** Rows that could not be read whole, with what could be. */
  readonly unreadable: readonly { readonly rowNumber: number; readonly values: Partial<V> }[];
  /** Something is wrong with the sheet as a whole: a column is missing. */
  readonly isUnreadable: boolean;
  /** Names a fault of a row by its cell, and quotes what stands there. */
  readonly report: (rowNumber: number, key: keyof V, cause: ProblemCause) => void;
}

export interface ListSheetOptions<V extends object, R> {
  readonly spec: SheetSpec<V, R>;
  /** Undefined when the workbook has none. */
  readonly sheet: RawSheet | undefined;
  readonly problems: ProblemList;
  readonly isOwn?: (value: CellValue) => boolean;
}

/** Reads one sheet of a list; its faults go to `problems`, under the name the sheet has in the file. */
export function readListSheet<V extends object, R extends { readonly rowNumber: number }>({
  spec,
  sheet,
  problems,
  isOwn,
}: ListSheetOptions<V, R>): ReadListSheet<V, R> {
  const { name, rows } = sheet ?? { name: spec.name, rows: [] };
  const seen = new Map<number, Partial<V>>();
  let byNumber: ReadonlyMap<number, RawRow> | undefined;
  const reader = createTableReader({
    spec: { ...spec, name },
    problems,
    onValues: (values, rowNumber) => seen.set(rowNumber, values),
  });
  if (sheet === undefined && spec.isRequired) {
    problems.add({ sheet: name, row: 0 }, { code: 'workbook.missing_sheet' });
  } else {
    // Below the headings only known columns are looked at.
    for (const [at, row] of rows.entries()) {
      reader.row(at < MAX_ROWS_ABOVE ? withoutOwnColumns(row, isOwn) : row);
    }
    reader.end();
  }
  const errors = problems.sorted().filter((problem) => isError(problem) && problem.sheet === name);
  const faulty = new Set(errors.map(rowOfProblem));
  return {
    sheet: { name, rows },
    records: reader.records.filter(({ rowNumber }) => !faulty.has(rowNumber)),
    unreadable: [...seen].flatMap(([rowNumber, values]) =>
      faulty.has(rowNumber) ? [{ rowNumber, values }] : [],
    ),
    isUnreadable: [...faulty].some((rowNumber) => !seen.has(rowNumber)),
    report: (row, key, cause) => {
      const column = reader.columnOf(key);
      byNumber ??= new Map(rows.map((one) => [one.number, one]));
      const value = showCell(cellAt(byNumber.get(row) ?? NO_ROW, column));
      problems.add({ sheet: name, row, column }, { value, ...cause });
    },
  };
}
