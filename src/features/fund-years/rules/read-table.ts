import { BLANK, showCell, type CellValue } from '#core/cell-value.ts';

import { isBlankCell } from './cell-kinds.ts';
import { findHeadingRow, MAX_ROWS_ABOVE, readHeadingRow, type RawRow } from './heading-row.ts';
import { headingKey, squeeze } from './normalise-text.ts';
import type { ProblemList } from './problem-list.ts';
import {
  listColumns,
  parseRow,
  type ColumnForm,
  type Columns,
  type SheetSpec,
} from './sheet-spec.ts';

/** What a reader of rows is told; the same for tables of records and for the sheet of facts. */
export interface RowReader {
  readonly row: (row: RawRow) => void;
  /** After the last row. */
  readonly end: () => void;
}

/** Collects the records of one sheet while its rows stream by. */
export interface TableReader<V extends object, R> extends RowReader {
  readonly records: readonly R[];
  /** 1-based column of a value; undefined when the file has no such column. */
  readonly columnOf: (key: keyof V) => number | undefined;
  /** 1-based column of a heading; undefined when the file has no such column. */
  readonly columnOfHeading: (heading: string) => number | undefined;
}

export interface TableOptions<V extends object, R> {
  readonly spec: SheetSpec<V, R>;
  readonly problems: ProblemList;
  /** Told of every row, also of one with faults; the values that could not be read are absent. */
  readonly onValues?: (values: Partial<V>, row: number) => void;
}

const TOTAL_ROW = /^(合计|总计|小计|本页合计)$/;

export function createTableReader<V extends object, R>(
  options: TableOptions<V, R>,
): TableReader<V, R> {
  const { spec, problems } = options;
  const records: R[] = [];
  const columnOfHeading = (heading: string): number | undefined => table.columnOf(heading);
  const { name, isRequired } = spec;
  const form = { name, isRequired, forms: listColumns(spec.columns) };
  let columns: ReadonlyMap<keyof V, number> | undefined;
  const table = new RowSplitter(form, problems, (row) => {
    columns ??= locate(spec.columns, columnOfHeading);
    const record = readRecord(row, columns, options);
    if (record !== undefined) records.push(record);
  });
  return {
    records,
    row: (row) => table.add(row),
    end: () => table.end(),
    columnOf: (key) => columnOfHeading(spec.columns[key].heading),
    columnOfHeading,
  };
}

interface SheetForm {
  readonly name: string;
  readonly isRequired: boolean;
  readonly forms: readonly ColumnForm[];
}

/** Finds the heading row, then passes on the rows below it that hold data. */
class RowSplitter {
  readonly #sheet: SheetForm;
  readonly #problems: ProblemList;
  readonly #onDataRow: (row: RawRow) => void;
  #above: RawRow[] = [];
  #columns: ReadonlyMap<string, number> | undefined;
  #known: ReadonlySet<number> = new Set();
  #hidden = 0;
  #count = 0;

  constructor(sheet: SheetForm, problems: ProblemList, onDataRow: (row: RawRow) => void) {
    this.#sheet = sheet;
    this.#problems = problems;
    this.#onDataRow = onDataRow;
  }

  columnOf(heading: string): number | undefined {
    return this.#columns?.get(headingKey(heading));
  }

  add(row: RawRow): void {
    if (this.#columns !== undefined) return this.#addBelow(row);
    this.#above.push(row);
    if (this.#above.length >= MAX_ROWS_ABOVE) this.#settle();
  }

  end(): void {
    if (this.#columns === undefined) this.#settle();
    const place = { sheet: this.#sheet.name, row: 0 };
    if (this.#hidden > 0) {
      const params = { count: this.#hidden };
      this.#problems.add(place, { code: 'workbook.hidden_rows', params, severity: 'notice' });
    }
    if (this.#sheet.isRequired && this.#known.size > 0 && this.#count === 0) {
      this.#problems.add(place, { code: 'workbook.no_rows', severity: 'notice' });
    }
  }

  #settle(): void {
    const rows = this.#above;
    const { name: sheet, forms, isRequired } = this.#sheet;
    const heading = findHeadingRow(rows, forms);
    this.#above = [];
    this.#columns = new Map();
    if (heading === undefined) {
      if (rows.length === 0 && !isRequired) return;
      this.#problems.add({ sheet, row: 0 }, { code: 'workbook.no_heading_row' });
      return;
    }
    const found = readHeadingRow(heading, forms, { sheet, problems: this.#problems });
    this.#columns = found.columns;
    this.#known = new Set(found.columns.values());
    for (const row of rows.slice(rows.indexOf(heading) + 1)) this.#addBelow(row);
  }

  #addBelow(row: RawRow): void {
    const first = row.cells.find(
      (cell) => this.#known.has(cell.column) && !isBlankCell(cell.value),
    );
    if (first === undefined) return;
    const value = showCell(first.value);
    if (TOTAL_ROW.test(squeeze(value))) {
      const place = { sheet: this.#sheet.name, row: row.number, column: first.column };
      this.#problems.add(place, { code: 'workbook.total_row', value, severity: 'notice' });
      return;
    }
    this.#count += 1;
    if (row.isHidden) this.#hidden += 1;
    this.#onDataRow(row);
  }
}

function locate<V extends object>(
  columns: Columns<V>,
  columnOfHeading: (heading: string) => number | undefined,
): ReadonlyMap<keyof V, number> {
  const located = new Map<keyof V, number>();
  for (const key in columns) {
    const column = columnOfHeading(columns[key].heading);
    if (column !== undefined) located.set(key, column);
  }
  return located;
}

function readRecord<V extends object, R>(
  row: RawRow,
  columns: ReadonlyMap<keyof V, number>,
  { spec, problems, onValues }: TableOptions<V, R>,
): R | undefined {
  const cells: (CellValue | undefined)[] = [];
  for (const cell of row.cells) cells[cell.column] = cell.value;
  const cellOf = (key: keyof V): CellValue => cells[columns.get(key) ?? 0] ?? BLANK;
  const result = parseRow(spec.columns, cellOf);
  const found = result.ok ? [] : [...result.faults];
  found.push(...(spec.check?.(result.values) ?? []));
  for (const { column: key, fault } of found) {
    const column = columns.get(key);
    // A missing column is reported once, at the headings.
    if (column === undefined) continue;
    const { code, params } = fault;
    const value = showCell(cellOf(key));
    problems.add({ sheet: spec.name, row: row.number, column }, { code, params, value });
  }
  onValues?.(result.values, row.number);
  return result.ok ? spec.toRecord(result.values, `${spec.name}!${row.number}`) : undefined;
}
