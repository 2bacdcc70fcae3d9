import fc from 'fast-check';
import { expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import type { ExistingUnion } from './import-change.ts';
import { planUnionImport } from './plan-union-import.ts';
import type { UnionSheetRow } from './union-sheet.ts';

const TODAY = day('2026-03-02');
const NOTHING = {
  regionCode: null,
  creditCode: null,
  foundedOn: null,
  contactName: null,
  contactPhone: null,
};

function existing(code: string, parentCode: string | null): ExistingUnion {
  const level = parentCode === null ? 'city' : 'grassroots';
  const usual = { ...NOTHING, level, id: 1, version: 1, closedOn: null } as const;
  return { ...usual, code, name: `样例${code}`, parentCode, counts: new Map() };
}

function aRow(rowNumber: number, code: string, parentCode: string | null): UnionSheetRow {
  const counts = { memberCount: null, workerCount: null, year: null };
  const usual = { ...NOTHING, ...counts, level: 'grassroots' } as const;
  return { ...usual, rowNumber, code, name: `样例${code}`, parentCode };
}

const CODES = ['A', 'B', 'C', 'D', 'E', 'F'];

test('whatever a list says, what is planned can be written row after row without a ring', () => {
  const parents = fc.constantFrom('R', ...CODES, 'NOWHERE');
  const rows = fc.array(fc.tuple(fc.constantFrom(...CODES), parents), { maxLength: 8 });
  const places = fc.tuple(fc.constantFrom('R', 'A'), fc.constantFrom('R', 'A', 'B'));
  fc.assert(
    fc.property(rows, places, (pairs, [parentOfB, parentOfC]) => {
      const known = [
        existing('R', null),
        existing('A', 'R'),
        existing('B', parentOfB),
        existing('C', parentOfC),
      ];
      const list = pairs.map(([code, parent], at) => aRow(at + 2, code, parent));
      const tree = new Map(known.map((union) => [union.code, union.parentCode]));
      const plan = planUnionImport({
        rows: list,
        unreadable: [],
        existing: new Map(known.map((union) => [union.code, union])),
        today: TODAY,
      });
      for (const { row } of plan.changes) {
        const parent = row.parentCode ?? '';
        expect(tree.has(parent)).toBe(true);
        tree.set(row.code, parent);
        expect(stepsToTop(row.code, tree)).toBeLessThan(10);
      }
      const written = plan.changes.length + plan.unchangedCount + plan.faultyRows.size;
      expect(written).toBe(list.length);
    }),
  );
});

test('a row that falls out takes along what hangs on it, named as the cause', () => {
  const plan = planUnionImport({
    rows: [aRow(3, 'B', 'A'), aRow(4, 'C', 'B')],
    unreadable: [{ rowNumber: 2, code: 'A' }],
    existing: new Map([['R', existing('R', null)]]),
    today: TODAY,
  });
  expect(plan.faults).toMatchObject([
    { code: 'union.parent_row_faulty', params: { other: 2 }, row: { rowNumber: 3 } },
    { code: 'union.parent_row_faulty', params: { other: 3 }, row: { rowNumber: 4 } },
  ]);
  expect(plan.changes).toEqual([]);
});

function stepsToTop(code: string, tree: ReadonlyMap<string, string | null>): number {
  let steps = 0;
  for (let at = tree.get(code) ?? null; at !== null && steps < 10; at = tree.get(at) ?? null) {
    steps += 1;
  }
  return steps;
}
