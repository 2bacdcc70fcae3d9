import { BLANK, showCell, type CellValue } from '#core/cell-value.ts';

import { headingKey } from './normalise-text.ts';
import type { ProblemList } from './problem-list.ts';
import type { ColumnForm } from './sheet-spec.ts';

/** A row as it comes from the file; blank rows and cells are left out. */
export interface RawRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly { readonly column: number; readonly value: CellValue }[];
}

/** The row of headings and where each known column stands. */
export interface HeadingRow {
  readonly number: number;
  /** 1-based column by heading key. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Titles, units and dates may stand above the headings, but not more rows than this. */
export const MAX_ROWS_ABOVE = 20;

/** The row that names most of the columns, the upper one of equals; undefined when none names any. */
export function findHeadingRow(
  rows: readonly RawRow[],
  forms: readonly ColumnForm[],
): RawRow | undefined {
  const known = new Set(forms.map((form) => headingKey(form.heading)));
  let best: RawRow | undefined;
  let bestCount = 0;
  for (const row of rows) {
    const named = new Set(row.cells.map((cell) => headingKey(showCell(cell.value))));
    const count = [...named].filter((key) => known.has(key)).length;
    if (count > bestCount) [best, bestCount] = [row, count];
  }
  return best;
}

/** Reports columns that are unknown, doubled or missing. */
export function readHeadingRow(
  row: RawRow,
  forms: readonly ColumnForm[],
  { sheet, problems }: { readonly sheet: string; readonly problems: ProblemList },
): HeadingRow {
  const known = new Set(forms.map((form) => headingKey(form.heading)));
  const columns = new Map<string, number>();
  for (const { column, value } of row.cells) {
    const shown = showCell(value).trim();
    const key = headingKey(shown);
    const place = { sheet, row: row.number, column };
    if (shown === '') continue;
    if (!known.has(key)) {
      problems.add(place, { code: 'workbook.unknown_column', value: shown, severity: 'notice' });
    } else if (columns.has(key)) {
      problems.add(place, { code: 'workbook.duplicate_heading', value: shown });
    } else columns.set(key, column);
  }
  for (const { heading, isRequired } of forms) {
    if (!isRequired || columns.has(headingKey(heading))) continue;
    const place = { sheet, row: row.number };
    problems.add(place, { code: 'workbook.missing_column', params: { heading } });
  }
  return { number: row.number, columns };
}

export function cellAt(row: RawRow, column: number | undefined): CellValue {
  if (column === undefined) return BLANK;
  return row.cells.find((cell) => cell.column === column)?.value ?? BLANK;
}
