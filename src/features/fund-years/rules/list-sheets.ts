import type { CellValue } from '#core/cell-value.ts';
import type { InputProblem } from '#core/input-problem.ts';

import type { RawRow } from './heading-row.ts';
import { squeeze } from './normalise-text.ts';
import { NOTES_SHEET } from './sheet-notes.ts';

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
export function withoutOwnColumns(
  row: RawRow,
  isOwn: (value: CellValue) => boolean = isCauseHeading,
): RawRow {
  return { ...row, cells: row.cells.filter(({ value }) => !isOwn(value)) };
}
