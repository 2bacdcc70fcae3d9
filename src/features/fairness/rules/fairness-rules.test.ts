import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { day, fromDayNumber } from '#core/plain-date.ts';

import { decideSilence } from './decide-silence.ts';
import { countDays, findPeriod, findQuietQuarters, listPeriods } from './fairness-periods.ts';
import { findFences } from './find-fences.ts';

describe('a period', () => {
  test.each([
    ['12m', '2026-03-02', '2025-03-03', '2026-03-02'],
    ['12m', '2028-02-29', '2027-03-01', '2028-02-29'],
    ['2025', '2026-03-02', '2025-01-01', '2025-12-31'],
    ['2026', '2026-03-02', '2026-01-01', '2026-03-02'],
    ['2025Q4', '2026-03-02', '2025-10-01', '2025-12-31'],
    ['2026Q1', '2026-03-31', '2026-01-01', '2026-03-31'],
  ])('%s seen on %s runs from %s to %s', (code, today, from, to) => {
    expect(findPeriod(code, day(today))).toEqual({ from, to });
  });

  test.each(['2027', '2026Q2', '2026Q5', 'x', '1999', ''])('%s is none yet', (code) => {
    expect(findPeriod(code, day('2026-03-02'))).toBeUndefined();
  });

  test('offered on any day has begun, and twelve months are a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12_000, max: 40_000 }).map(fromDayNumber), (today) => {
        for (const code of listPeriods(today)) {
          const span = findPeriod(code, today);
          expect(span === undefined || span.from > span.to || span.to > today).toBe(false);
        }
        const months = findPeriod('12m', today);
        expect([365, 366]).toContain(months === undefined ? 0 : countDays(months));
        const quiet = findQuietQuarters(today);
        expect(quiet.to < today).toBe(true);
        expect(countDays(quiet)).toBeGreaterThanOrEqual(181);
        expect(countDays(quiet)).toBeLessThanOrEqual(184);
      }),
    );
  });
});

describe('two quarters without an application', () => {
  const quarters = findQuietQuarters(day('2026-03-02'));
  const union = { foundedOn: null, closedOn: null, quietCount: 0 };

  test('are the last two that are over, across New Year too', () => {
    expect(quarters).toMatchObject({ from: '2025-07-01', to: '2025-12-31' });
    expect(quarters.quarters).toEqual([
      { year: 2025, quarter: 3 },
      { year: 2025, quarter: 4 },
    ]);
  });

  test.each([
    ['silent', union, '2024-01-05'],
    ['heard', { ...union, quietCount: 1 }, '2024-01-05'],
    ['silent', { ...union, foundedOn: day('2025-07-01') }, '2024-01-05'],
    ['too_new', { ...union, foundedOn: day('2025-07-02') }, '2024-01-05'],
    ['closed', { ...union, closedOn: day('2025-12-01') }, '2024-01-05'],
    ['records_too_new', union, '2025-09-01'],
    ['records_too_new', union, null],
  ] as const)('make it %s', (silence, facts, since) => {
    expect(decideSilence(facts, quarters, since === null ? null : day(since))).toBe(silence);
  });
});

describe('fences around like cases', () => {
  test.each([
    [
      { count: 8, lowerFen: 800_00, upperFen: 1000_00 },
      { lowFen: 500_00, highFen: 1300_00 },
    ],
    [
      { count: 5, lowerFen: 600_00, upperFen: 600_00 },
      { lowFen: 600_00, highFen: 600_00 },
    ],
    [
      { count: 5, lowerFen: 1, upperFen: 2 },
      { lowFen: -1, highFen: 4 },
    ],
    [{ count: 4, lowerFen: 600_00, upperFen: 600_00 }, undefined],
  ])('of %o are %o', (quartiles, fences) => {
    expect(findFences(quartiles)).toEqual(fences);
  });
});
