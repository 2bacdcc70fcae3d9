import { expect, test } from 'vitest';

import { findResultLink } from './result-link.ts';

test('a result leads to a page of the house only', () => {
  expect(findResultLink({ link: '/unions' })).toBe('/unions');
  expect(findResultLink({ link: '//elsewhere.example' })).toBeUndefined();
  expect(findResultLink({ link: 'https://elsewhere.example' })).toBeUndefined();
  expect(findResultLink({ count: 3 })).toBeUndefined();
  expect(findResultLink(null)).toBeUndefined();
});
