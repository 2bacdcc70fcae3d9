import { expect, test } from 'vitest';

import { badgeText, phoneBarItems } from './menu.ts';
import type { MenuEntry } from './menu.ts';

const entry = (path: string, isOnPhoneBar = false): MenuEntry => ({
  path,
  label: path,
  icon: null,
  isOnPhoneBar,
});

test('the phone bar holds the marked entries, four at most', () => {
  const groups = [
    { items: [entry('a', true), entry('b')] },
    { title: 'g', items: ['c', 'd', 'e', 'f'].map((path) => entry(path, true)) },
  ];
  expect(phoneBarItems(groups).map(({ path }) => path)).toEqual(['a', 'c', 'd', 'e']);
});

test('the phone bar holds the first entries when none is marked', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((path) => entry(path));
  expect(phoneBarItems([{ items }]).map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
});

test.each([
  [undefined, ''],
  [0, ''],
  [7, '7'],
  [99, '99'],
  [100, '99+'],
])('a badge of %s reads %j', (count, text) => {
  expect(badgeText(count)).toBe(text);
});
