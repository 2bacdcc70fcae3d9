import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  addDays,
  day,
  dayOfWeek,
  fromDayNumber,
  parsePlainDate,
  quarterOf,
  toChineseDate,
  toDayNumber,
} from './plain-date.ts';

test.each([
  '2023-02-29',
  '2023-13-01',
  '2023-00-10',
  '2023-04-31',
  '1900-02-29',
  '2023-4-1',
  '2023/04/01',
  '',
])('“%s” is no day', (text) => {
  expect(parsePlainDate(text)).toBeUndefined();
});

test('leap days exist where the calendar has them', () => {
  expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
  expect(parsePlainDate('2000-02-29')).toBe('2000-02-29');
});

test('a day number leads back to its day, and weekdays run in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (dayNumber) => {
      const date = fromDayNumber(dayNumber);
      expect(toDayNumber(date)).toBe(dayNumber);
      expect(dayOfWeek(addDays(date, 1))).toBe((dayOfWeek(date) % 7) + 1);
    }),
  );
});

test('quarters, weekdays and the form of documents', () => {
  expect([
    quarterOf(day('2023-03-31')),
    quarterOf(day('2023-04-01')),
    quarterOf(day('2023-12-31')),
  ]).toEqual([1, 2, 4]);
  expect(dayOfWeek(day('2023-04-13'))).toBe(4);
  expect(toChineseDate(day('2023-04-03'))).toBe('2023年4月3日');
});
