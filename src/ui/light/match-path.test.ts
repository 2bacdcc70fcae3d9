import { expect, test } from 'vitest';

import { matchPath } from './match-path.ts';

test.each([
  ['/my', '/my', {}],
  ['/my', '/my/', {}],
  ['/my', '/my/data', undefined],
  ['/my/applications/:id', '/my/applications/12', { id: '12' }],
  ['/my/applications/:id', '/my/applications', undefined],
  ['/my/applications/new', '/my/applications/12', undefined],
])('%s against %s', (pattern, path, expected) => {
  expect(matchPath(pattern, path)).toEqual(expected);
});
