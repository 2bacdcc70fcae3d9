import type { PlainDate } from '#core/plain-date.ts';

import { isChange } from './import-change.ts';
import type { ExistingUnion } from './import-change.ts';
import { ImportTree } from './import-tree.ts';
import { judgeImportRow } from './judge-import-row.ts';
import type { ImportFault } from './judge-import-row.ts';
import type { FaultyRow } from './read-union-sheet.ts';
import type { UnionSheetRow } from './union-sheet.ts';

export interface PlannedRow {
  readonly row: UnionSheetRow;
  /** Undefined for a union to be founded. */
  readonly existing: ExistingUnion | undefined;
  readonly parentCode: string | null;
  /** Distance from the top of the tree as it will be: lower ones are written first. */
  readonly depth: number;
}

export interface ImportPlan {
  /** Rows that change something, from the top of the tree down. */
  readonly changes: readonly PlannedRow[];
  readonly unchangedCount: number;
  readonly faults: readonly ImportFault[];
  /** Numbers of the rows that must not be written, unreadable ones included. */
  readonly faultyRows: ReadonlySet<number>;
}

export interface ImportInput {
  readonly rows: readonly UnionSheetRow[];
  readonly unreadable: readonly FaultyRow[];
  readonly existing: ReadonlyMap<string, ExistingUnion>;
  readonly today: PlainDate;
}

/**
 * What an import does. A row that falls out may pull others with it (a union below one that is not
 * founded, a move that is sound only together with another), so the rest is judged again until it holds.
 */
export function planUnionImport({ rows, unreadable, existing, today }: ImportInput): ImportPlan {
  const faults: ImportFault[] = [];
  const faultyRows = new Set(unreadable.map(({ rowNumber }) => rowNumber));
  const lostCodes = new Map<string, number>();
  for (const { code, rowNumber } of unreadable) {
    if (code !== undefined) lostCodes.set(code, rowNumber);
  }
  for (;;) {
    const sound = rows.filter(({ rowNumber }) => !faultyRows.has(rowNumber));
    const tree = new ImportTree(sound, existing);
    const found = sound.flatMap((row) => judgeImportRow(row, { tree, lostCodes, today }));
    if (found.length === 0) return { ...toChanges(sound, tree), faults, faultyRows };
    faults.push(...found);
    for (const { row } of found) {
      faultyRows.add(row.rowNumber);
      lostCodes.set(row.code, row.rowNumber);
    }
  }
}

function toChanges(
  rows: readonly UnionSheetRow[],
  tree: ImportTree,
): Pick<ImportPlan, 'changes' | 'unchangedCount'> {
  const changes = rows
    .filter((row) => isChange(row, tree.findExisting(row.code)))
    .map((row) => ({
      row,
      existing: tree.findExisting(row.code),
      parentCode: tree.findParentCode(row.code),
      depth: tree.depthOf(row.code),
    }))
    .toSorted((a, b) => a.depth - b.depth || a.row.rowNumber - b.row.rowNumber);
  return { changes, unchangedCount: rows.length - changes.length };
}
