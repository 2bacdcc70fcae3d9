import { expect, test } from 'vitest';

import { parseListView } from './list-view.ts';

const INITIAL = { density: 'middle', hiddenColumns: ['remark'] } as const;

test('a kept view is found again', () => {
  const view = { density: 'small', hiddenColumns: [] };
  expect(parseListView(JSON.stringify(view), INITIAL)).toEqual(view);
});

test.each([null, '', 'no json', '7', '{"density":"tiny","hiddenColumns":"all"}'])(
  'a view that cannot be read (%j) is the designed one',
  (text) => {
    expect(parseListView(text, INITIAL)).toEqual(INITIAL);
  },
);
