import { expect, test } from 'vitest';

import { listResultFacts } from './result-facts.ts';
import { findResultLink } from './result-link.ts';

test('a result leads to a page of the house only', () => {
  expect(findResultLink({ link: '/unions' })).toBe('/unions');
  expect(findResultLink({ link: '//elsewhere.example' })).toBeUndefined();
  expect(findResultLink({ link: 'https://elsewhere.example' })).toBeUndefined();
  expect(findResultLink({ count: 3 })).toBeUndefined();
  expect(findResultLink(null)).toBeUndefined();
});

test('counts of a result are told in words, the rest is left to the page of the feature', () => {
  expect(listResultFacts({ createCount: 1200, skippedCount: 0, fileId: 'x', other: 3 })).toEqual([
    { label: '新建', value: '1,200' },
    { label: '跳过有误', value: '0' },
  ]);
  expect(listResultFacts(null)).toEqual([]);
});
