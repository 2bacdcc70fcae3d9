import { BLANK, showCell, type CellValue } from '#core/cell-value.ts';

import { isBlankCell } from './cell-kinds.ts';
import { findHeadingRow, MAX_ROWS_ABOVE, readHeadingRow, type RawRow } from './heading-row.ts';
import { headingKey, squeeze } from './normalise-text.ts';
import type { ProblemList } from './problem-list.ts';
import { listColumns, parseRow, type SheetSpec } from './sheet-spec.ts';

/** What a reader of rows is told; the same for tables of records and for the sheet of facts. */
export interface RowReader {
  row(row: RawRow): void;
  /** After the last row. */
  end(): void;
}

/** Collects the records of one sheet while its rows stream by. */
export interface TableReader<V extends object, R> extends RowReader {
  readonly records: readonly R[];
  /** 1-based column of a value; undefined when the file has no such column. */
  columnOf(key: keyof V): number | undefined;
  /** 1-based column of a heading; undefined when the file has no such column. */
  columnOfHeading(heading: string): number | undefined;
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
  const table = createRowSplitter(spec, problems, (row, columns) => {
    const record = readRecord(row, columns, options);
    if (record !== undefined) records.push(record);
  });
  return {
    records,
    row: table.row,
    end: table.end,
    columnOf: (key) => table.columnOfHeading(spec.columns[key].heading),
    columnOfHeading: table.columnOfHeading,
  };
}

interface RowSplitter extends RowReader {
  columnOfHeading(heading: string): number | undefined;
}

/** Finds the heading row, then passes on the rows below it that hold data. */
function createRowSplitter<V extends object, R>(
  spec: SheetSpec<V, R>,
  problems: ProblemList,
  onDataRow: (row: RawRow, columnOf: (heading: string) => number | undefined) => void,
): RowSplitter {
  const forms = listColumns(spec.columns);
  let above: RawRow[] = [];
  let columns: ReadonlyMap<string, number> | undefined;
  let known: ReadonlySet<number> = new Set();
  let hidden = 0;
  let count = 0;
  const columnOfHeading = (heading: string): number | undefined =>
    columns?.get(headingKey(heading));

  const data = (row: RawRow): void => {
    const filled = row.cells.filter((cell) => known.has(cell.column) && !isBlankCell(cell.value));
    const first = filled[0];
    if (first === undefined) return;
    if (TOTAL_ROW.test(squeeze(showCell(first.value)))) {
      const place = { sheet: spec.name, row: row.number, column: first.column };
      const value = showCell(first.value);
      problems.add(place, { code: 'workbook.total_row', value, severity: 'notice' });
      return;
    }
    count += 1;
    if (row.isHidden) hidden += 1;
    onDataRow(row, columnOfHeading);
  };
  const settle = (): void => {
    const heading = findHeadingRow(above, forms);
    const rows = above;
    above = [];
    columns = new Map();
    if (heading === undefined) {
      if (rows.length > 0 || spec.isRequired) {
        problems.add({ sheet: spec.name, row: 0 }, { code: 'workbook.no_heading_row' });
      }
      return;
    }
    columns = readHeadingRow(heading, forms, { sheet: spec.name, problems }).columns;
    known = new Set(columns.values());
    for (const row of rows.slice(rows.indexOf(heading) + 1)) data(row);
  };
  return {
    columnOfHeading,
    row: (row) => {
      if (columns !== undefined) return data(row);
      above.push(row);
      if (above.length > MAX_ROWS_ABOVE) settle();
    },
    end: () => {
      if (columns === undefined) settle();
      reportCounts(spec, problems, { count, hidden, hasHeadings: known.size > 0 });
    },
  };
}

function readRecord<V extends object, R>(
  row: RawRow,
  columnOf: (heading: string) => number | undefined,
  { spec, problems, onValues }: TableOptions<V, R>,
): R | undefined {
  const cells = new Map<number, CellValue>();
  for (const cell of row.cells) cells.set(cell.column, cell.value);
  const place = (key: keyof V): number | undefined => columnOf(spec.columns[key].heading);
  const result = parseRow(spec.columns, (key) => cells.get(place(key) ?? 0) ?? BLANK);
  const found = result.ok ? [] : [...result.faults];
  found.push(...(spec.check?.(result.values) ?? []));
  for (const { column: key, fault } of found) {
    const column = place(key);
    // A missing column is reported once, at the headings.
    if (column === undefined) continue;
    const value = showCell(cells.get(column) ?? BLANK);
    const { code, params } = fault;
    problems.add({ sheet: spec.name, row: row.number, column }, { code, params, value });
  }
  onValues?.(result.values, row.number);
  return result.ok ? spec.toRecord(result.values, `${spec.name}!${row.number}`) : undefined;
}

function reportCounts<V extends object, R>(
  { name: sheet, isRequired }: SheetSpec<V, R>,
  problems: ProblemList,
  { count, hidden, hasHeadings }: { count: number; hidden: number; hasHeadings: boolean },
): void {
  const place = { sheet, row: 0 };
  if (hidden > 0) {
    problems.add(place, {
      code: 'workbook.hidden_rows',
      params: { count: hidden },
      severity: 'notice',
    });
  }
  if (isRequired && hasHeadings && count === 0) {
    problems.add(place, { code: 'workbook.no_rows', severity: 'notice' });
  }
}
