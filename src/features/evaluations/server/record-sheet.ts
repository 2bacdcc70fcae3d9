import { maskPersonalText } from '#core/mask-personal.ts';

import type { RecordColumn } from '../contract.ts';

/** One sheet of the workbook as the page shows it: masked text, ready to print. */
export interface RecordSheet {
  readonly name: string;
  readonly columns: readonly RecordColumn[];
  /** The canonical reference of a row named by either of its references; undefined when absent. */
  readonly find: (reference: string) => string | undefined;
  readonly cellsOf: (reference: string) => Record<string, string>;
}

type Cell = string | number | boolean | null;

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly align?: 'right';
  readonly read: (row: Row) => Cell;
}

export interface Sheet<Row> {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly referencesOf: (row: Row) => readonly [string, ...string[]];
  readonly columns: readonly Column<Row>[];
}

export function toRecordSheet<Row>(sheet: Sheet<Row>): RecordSheet {
  const rowOf = new Map<string, Row>();
  const canonical = new Map<string, string>();
  for (const row of sheet.rows) {
    const references = sheet.referencesOf(row);
    rowOf.set(references[0], row);
    for (const reference of references) canonical.set(reference, references[0]);
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map(toColumn),
    find: (reference) => canonical.get(reference),
    cellsOf: (reference) => {
      const row = rowOf.get(reference);
      if (row === undefined) return {};
      return Object.fromEntries(
        sheet.columns.map((column) => [column.key, toText(column.read(row))]),
      );
    },
  };
}

function toText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return maskPersonalText(String(cell));
}

/** Where the row stands, for sheets whose rows have no number of their own. */
export const place: Column<{ readonly row: string }> = {
  key: 'place',
  title: '工作簿位置',
  width: 130,
  read: ({ row }) => row.replace('!', ' 第') + '行',
};

function toColumn<Row>({ key, title, width, align }: Column<Row>): RecordColumn {
  return { key, title, width, align: align ?? 'left' };
}
