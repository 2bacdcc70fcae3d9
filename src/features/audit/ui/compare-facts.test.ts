import { expect, test } from 'vitest';

import { compareFacts } from './compare-facts.ts';

test('what changed, came and went stands on one line each, nested values by their path', () => {
  const before = { name: '甲工会', level: 'town_or_system', head: { no: 1 } };
  const after = { name: '乙工会', level: 'town_or_system', code: 'A1', head: { no: 2 } };
  expect(compareFacts(before, after)).toEqual([
    { key: 'name', before: '甲工会', after: '乙工会', isChanged: true },
    { key: 'level', before: 'town_or_system', after: 'town_or_system', isChanged: false },
    { key: 'head.no', before: 1, after: 2, isChanged: true },
    { key: 'code', before: undefined, after: 'A1', isChanged: true },
  ]);
});

test('an entry without facts has no lines', () => {
  expect(compareFacts(null, null)).toEqual([]);
});
