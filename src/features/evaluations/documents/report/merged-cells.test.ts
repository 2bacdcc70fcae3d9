import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mergedSpans, totalLabelSpan } from './merged-cells.ts';
import { column, tableBlock } from './report-blocks.fixture.ts';

const columns = [
  column('一级', 'center', 1),
  column('二级', 'center', 1),
  column('三级', 'left', 1),
];

test('equal neighbours merge, and a group ends where the group before it ends', () => {
  const rows = [
    ['投入', '管理', '甲'],
    ['投入', '管理', '乙'],
    ['过程', '管理', '丙'],
    ['过程', '落实', '丁'],
  ];
  expect(mergedSpans(tableBlock({ columns, rows, mergedColumns: 2 }))).toEqual([
    [2, 0, 2, 0],
    [2, 0, 1, 1],
  ]);
});

test('the total row never merges with the row above it', () => {
  const rows = [
    ['合计', '', '1'],
    ['合计', '', '2'],
  ];
  const table = tableBlock({ columns, rows, mergedColumns: 1, hasTotalRow: true });
  expect(mergedSpans(table)).toEqual([[1, 1]]);
});

test('the label of the total row takes the empty columns beside it, and only those', () => {
  const total = (...row: string[]): number =>
    totalLabelSpan(tableBlock({ columns, rows: [row], hasTotalRow: true }));
  expect(total('合计', '', '9')).toBe(2);
  expect(total('合计', '9', '')).toBe(1);
  expect(total('合计', '', '')).toBe(1);
  expect(total('', '', '9')).toBe(1);
  expect(totalLabelSpan(tableBlock({ columns, rows: [] }))).toBe(1);
});

test('whatever the rows, the spans of a column cover each row exactly once', () => {
  const cell = fc.constantFrom('甲', '乙');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell)), fc.boolean(), (rows, hasTotalRow) => {
      for (const spans of mergedSpans(
        tableBlock({ columns, rows, mergedColumns: 2, hasTotalRow }),
      )) {
        expect(spans.reduce((sum, span) => sum + span, 0)).toBe(rows.length);
        spans.forEach((span, row) => {
          expect(spans.slice(row + 1, row + span).every((covered) => covered === 0)).toBe(true);
        });
      }
    }),
  );
});
