import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { addDays, day, dayOfWeek, fromDayNumber, toDayNumber } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { HOLIDAY_TABLE } from './holiday-table.ts';
import {
  addWorkingDays,
  calendarCovers,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

/** Days and runs of days in one text: `2023-01-21..2023-01-27`. */
function daysOf(text: string): PlainDate[] {
  return text.split(' ').flatMap((run) => {
    const [first = '', last = first] = run.split('..');
    const length = toDayNumber(day(last)) - toDayNumber(day(first)) + 1;
    return Array.from({ length }, (_, index) => addDays(day(first), index));
  });
}

const MADE_UP = [
  '2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08',
  '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12',
  '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11',
  '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10',
].flatMap(daysOf);

const OFF_2023 = daysOf(
  '2022-12-31..2023-01-02 2023-01-21..2023-01-27 2023-04-05 2023-04-29..2023-05-03 ' +
    '2023-06-22..2023-06-24 2023-09-29..2023-10-06',
);

describe('the calendar', () => {
  test('weekend days worked to make up for a holiday are working days', () => {
    for (const date of MADE_UP) {
      expect(dayOfWeek(date), date).toBeGreaterThan(5);
      expect(isWorkingDay(date), date).toBe(true);
    }
  });

  test('in 2023 exactly holidays and the weekends not made up are off', () => {
    for (const date of OFF_2023) expect(isWorkingDay(date), date).toBe(false);
    for (const date of daysOf('2023-01-01..2023-12-31')) {
      if (OFF_2023.includes(date) || MADE_UP.includes(date)) continue;
      expect(isWorkingDay(date), date).toBe(dayOfWeek(date) <= 5);
    }
  });

  test('every year of the table has 248 to 252 working days', () => {
    for (const year of Object.keys(HOLIDAY_TABLE).map(Number)) {
      const count = workingDaysBetween(day(`${year - 1}-12-31`), day(`${year}-12-31`));
      expect(count, String(year)).toBeGreaterThanOrEqual(248);
      expect(count, String(year)).toBeLessThanOrEqual(252);
    }
  });

  test('covers 2004 to 2026; beyond, weekends alone are known', () => {
    expect(calendarCovers(day('2004-01-01'))).toBe(true);
    expect(calendarCovers(day('2026-12-31'))).toBe(true);
    expect(calendarCovers(day('2003-12-31'))).toBe(false);
    expect(calendarCovers(day('2027-01-01'))).toBe(false);
    expect(isWorkingDay(day('2003-10-01'))).toBe(true);
    expect(isWorkingDay(day('2027-10-01'))).toBe(true);
    expect(isWorkingDay(day('2027-10-02'))).toBe(false);
  });
});

describe('the clock', () => {
  test.each([
    ['2023-03-06', 5, '2023-03-13', 'a plain week'],
    ['2023-03-11', 5, '2023-03-17', 'receipt on a Saturday'],
    ['2023-01-19', 5, '2023-01-31', 'the Spring Festival with two made-up days'],
    ['2023-04-21', 5, '2023-04-27', 'a made-up Sunday counts'],
    ['2023-04-28', 5, '2023-05-09', 'Labour Day and a made-up Saturday'],
    ['2023-09-28', 5, '2023-10-11', 'Mid-Autumn and National Day'],
    ['2022-12-30', 1, '2023-01-03', 'New Year'],
    ['2023-03-11', 0, '2023-03-11', 'no day at all'],
  ])('%s and %i working days is %s: %s', (start, n, end) => {
    expect(addWorkingDays(day(start), n)).toBe(end);
  });

  test('the day of receipt is not counted and an earlier end counts below zero', () => {
    expect(workingDaysBetween(day('2023-03-06'), day('2023-03-06'))).toBe(0);
    expect(workingDaysBetween(day('2023-03-06'), day('2023-03-07'))).toBe(1);
    expect(workingDaysBetween(day('2023-03-07'), day('2023-03-06'))).toBe(-1);
  });

  test('a number of days that is negative or broken is a bug of the caller', () => {
    expect(() => addWorkingDays(day('2023-03-06'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(day('2023-03-06'), 0.5)).toThrow(RangeError);
  });
});

describe('laws of the clock', () => {
  const dates = fc
    .integer({ min: toDayNumber(day('2000-01-01')), max: toDayNumber(day('2030-12-31')) })
    .map(fromDayNumber);
  const steps = fc.nat(600);

  it('counts back the days it added, and never ends on a day off', () => {
    fc.assert(
      fc.property(dates, steps, (start, n) => {
        const end = addWorkingDays(start, n);
        expect(workingDaysBetween(start, end)).toBe(n);
        if (n > 0) expect(isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (start, n) => {
        let date = start;
        for (let left = n; left > 0; left -= isWorkingDay(date) ? 1 : 0) date = addDays(date, 1);
        expect(addWorkingDays(start, n)).toBe(date);
      }),
    );
  });

  it('adds in two steps as in one, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(dates, steps, steps, fc.nat(20), (start, a, b, later) => {
        expect(addWorkingDays(addWorkingDays(start, a), b)).toBe(addWorkingDays(start, a + b));
        expect(addWorkingDays(addDays(start, later), a) >= addWorkingDays(start, a)).toBe(true);
      }),
    );
  });
});
