import { BLANK, type CellValue } from '#core/cell-value.ts';
import type { RowReference } from '#features/indicators/rules/framework.ts';

import { isBlankCell, type CellKind, type CellLook } from './cell-kinds.ts';
import { fault, parsed, type ParseFault, type Parsed } from './parse-cell.ts';

/** What a person sees of a column. */
export interface ColumnForm {
  /** Without star. */
  readonly heading: string;
  readonly isRequired: boolean;
  readonly look: CellLook;
  readonly options: readonly string[];
  /** How to fill it in; empty where the heading says it all. */
  readonly note: string;
}

/** One column, the same for reading and for the template. */
export interface Column<T> extends ColumnForm {
  readonly parse: (cell: CellValue) => Parsed<T>;
  readonly print: (value: T) => CellValue;
}

export type Columns<V> = { readonly [K in keyof V]: Column<V[K]> };

/** A sheet whose rows are records. `V`: the values of one row by column; `R`: the record. */
export interface SheetSpec<V extends object, R> {
  readonly name: string;
  readonly isRequired: boolean;
  /** What the sheet is for, for the notes. */
  readonly purpose: string;
  readonly columns: Columns<V>;
  readonly toRecord: (values: V, row: RowReference) => R;
  readonly toValues: (record: R, index: number) => V;
  /** Rules between the cells of one row; faulty cells are absent. */
  readonly check?: (values: Partial<V>) => readonly RowFault<V>[];
}

export interface RowFault<V> {
  readonly column: keyof V;
  readonly fault: ParseFault;
}

export function required<T>(heading: string, kind: CellKind<T>, note = ''): Column<T> {
  return {
    heading,
    note,
    isRequired: true,
    look: kind.look,
    options: kind.options,
    parse: (cell) => (isBlankCell(cell) ? fault('workbook.required') : kind.parse(cell)),
    print: kind.print,
  };
}

export function optional<T>(heading: string, kind: CellKind<T>, note = ''): Column<T | null> {
  return {
    heading,
    note,
    isRequired: false,
    look: kind.look,
    options: kind.options,
    parse: (cell) => (isBlankCell(cell) ? parsed(null) : kind.parse(cell)),
    print: (value) => (value === null ? BLANK : kind.print(value)),
  };
}

/** The columns in their order, without the types of their values. */
export function listColumns<V extends object>(columns: Columns<V>): readonly ColumnForm[] {
  return Object.values<ColumnForm>(columns);
}

/** The cells of one record, in column order. */
export function printRow<V extends object>(columns: Columns<V>, values: V): readonly CellValue[] {
  const cells: CellValue[] = [];
  for (const key in columns) cells.push(columns[key].print(values[key]));
  return cells;
}

/** All values of a row, or those that could be read together with what is wrong with the rest. */
export type ParsedRow<V> =
  | { readonly ok: true; readonly values: V }
  | { readonly ok: false; readonly values: Partial<V>; readonly faults: readonly RowFault<V>[] };

export function parseRow<V extends object>(
  columns: Columns<V>,
  cellOf: (key: keyof V) => CellValue,
): ParsedRow<V> {
  const values: Partial<V> = {};
  const faults: RowFault<V>[] = [];
  for (const key in columns) {
    const result = columns[key].parse(cellOf(key));
    if (result.ok) values[key] = result.value;
    else faults.push({ column: key, fault: result });
  }
  return isComplete(values, faults) ? { ok: true, values } : { ok: false, values, faults };
}

function isComplete<V>(values: Partial<V>, faults: readonly unknown[]): values is V {
  return faults.length === 0;
}
