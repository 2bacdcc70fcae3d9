import { yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { isChange } from './import-change.ts';
import type { ExistingUnion } from './import-change.ts';
import type { ImportTree } from './import-tree.ts';
import { canStandUnder } from './level-order.ts';
import type { UnionSheetRow, UnionValues } from './union-sheet.ts';

export interface ImportFault {
  readonly row: UnionSheetRow;
  readonly column: keyof UnionValues;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ImportSetting {
  readonly tree: ImportTree;
  /** Codes of rows that fell out, with the number of the row. */
  readonly lostCodes: ReadonlyMap<string, number>;
  readonly today: PlainDate;
}

/** What stands against writing one row together with all the others. */
export function judgeImportRow(row: UnionSheetRow, setting: ImportSetting): ImportFault[] {
  const { tree, today } = setting;
  const faults: ImportFault[] = [];
  const add = (column: keyof UnionValues, code: string, params: ImportFault['params'] = {}) =>
    faults.push({ row, column, code, params });
  const other = tree.listRows(row.code).find((same) => same.rowNumber !== row.rowNumber);
  if (other !== undefined) add('code', 'union.code_twice', { other: other.rowNumber });
  const existing = tree.findExisting(row.code);
  if (existing !== undefined) judgeExisting(row, existing, add);
  judgeParent(row, setting, add);
  if (row.foundedOn !== null && row.foundedOn > today) {
    add('foundedOn', 'union.day_in_future', { day: row.foundedOn, today });
  }
  if (row.year !== null && row.year > yearOf(today)) {
    add('year', 'union.year_in_future', { year: row.year });
  }
  return faults;
}

type Add = (column: keyof UnionValues, code: string, params?: ImportFault['params']) => unknown;

function judgeExisting(row: UnionSheetRow, existing: ExistingUnion, add: Add): void {
  if (existing.closedOn !== null && isChange(row, existing)) {
    add('code', 'union.closed', { closedOn: existing.closedOn });
  }
  if (row.level !== existing.level) add('level', 'union.level_fixed', { level: existing.level });
  if (existing.parentCode === null && row.parentCode !== null) {
    add('parentCode', 'union.root_stays');
  }
}

function judgeParent(row: UnionSheetRow, { tree, lostCodes }: ImportSetting, add: Add): void {
  const { parentCode } = row;
  const existing = tree.findExisting(row.code);
  if (parentCode === null) {
    if (existing === undefined) add('parentCode', 'union.parent_required');
    return;
  }
  if (!tree.has(parentCode)) {
    const lost = lostCodes.get(parentCode);
    if (lost === undefined) add('parentCode', 'union.unknown_parent', { parentCode });
    else add('parentCode', 'union.parent_row_faulty', { other: lost });
    return;
  }
  if (tree.isInRing(row.code)) {
    add('parentCode', 'union.ring', { parentCode });
    return;
  }
  const closedOn = tree.findExisting(parentCode)?.closedOn ?? null;
  const isMove = existing === undefined || existing.parentCode !== parentCode;
  if (closedOn !== null && isMove) {
    add('parentCode', 'union.parent_closed', { parent: parentCode, closedOn });
  }
  const parentLevel = tree.findLevel(parentCode);
  if (parentLevel !== undefined && !canStandUnder(row.level, parentLevel)) {
    add('parentCode', 'union.level_order', { level: row.level, parentLevel });
  }
}
