import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { chooseSource } from './choose-source.ts';
import type { FundNeed, SourceWithRoom } from './choose-source.ts';
import { FundPlan } from './fund-inputs.ts';
import { forecastSpending, judgePace, plannedShare, rateOf } from './pace.ts';

function aSource(overrides: Partial<SourceWithRoom>): SourceWithRoom {
  return {
    id: 1,
    unionId: 1,
    unionName: '样例区总工会',
    kind: 'union',
    name: '工会经费',
    fileTiers: [],
    aidTypes: [],
    availableFen: fen(1000_00),
    servedUnionIds: [7],
    ...overrides,
  };
}

const NEED: FundNeed = {
  unionId: 7,
  fileTier: 'district',
  aidType: '季度救助',
  year: 2026,
  amountFen: fen(600_00),
};
const SMALL = aSource({ id: 2, availableFen: fen(599_99) });
const NATIONAL = aSource({ id: 3, kind: 'fiscal', fileTiers: ['national'] });
const EMERGENCY = aSource({ id: 4, aidTypes: ['紧急救助'] });
const ELSEWHERE = aSource({ id: 5, servedUnionIds: [8] });

describe('the source of a grant', () => {
  test('is the usable one with the most room unless another is wished for', () => {
    const large = aSource({ id: 6, availableFen: fen(2000_00) });
    const sources = [aSource({}), large, NATIONAL];
    expect(chooseSource(sources, NEED, null)).toEqual({ ok: true, source: large });
    expect(chooseSource(sources, NEED, 1)).toMatchObject({ ok: true, source: { id: 1 } });
  });

  test.each([
    ['no source at all', [], null, 'fund.no_source'],
    [
      'sources for other tiers, kinds and unions only',
      [NATIONAL, EMERGENCY, ELSEWHERE],
      null,
      'fund.no_source',
    ],
    ['one fen too little', [SMALL], null, 'fund.no_room'],
    ['a wished-for source for another tier', [aSource({}), NATIONAL], 3, 'fund.unfit_source'],
    ['a wished-for source without room', [aSource({}), SMALL], 2, 'fund.no_room'],
    ['a wished-for source that is not there', [aSource({})], 99, 'fund.no_source'],
  ] as const)('is refused with %s', (_, sources, wished, code) => {
    expect(chooseSource(sources, NEED, wished)).toMatchObject({ ok: false, reasons: [{ code }] });
  });

  test('pays the last fen it has', () => {
    const exact = aSource({ availableFen: fen(600_00) });
    expect(chooseSource([exact], NEED, null)).toMatchObject({ ok: true });
  });

  test('for one archive tier never pays for a household without a file', () => {
    const need = { ...NEED, fileTier: null };
    expect(chooseSource([NATIONAL], need, null)).toMatchObject({ ok: false });
  });
});

describe('the plan line', () => {
  const plan = [0, 0, 5000, 0, 0, 0, 0, 0, 0, 0, 0, 5000];
  test.each([
    ['even, end of June', null, '2026-06-30', 5000],
    ['even, end of the year', null, '2026-12-31', 10_000],
    ['even, a year before', null, '2025-12-31', 0],
    ['even, a year after', null, '2027-02-01', 10_000],
    ['own, before the first month', plan, '2026-02-28', 0],
    ['own, in the middle', plan, '2026-06-15', 5000],
    ['own, at the end', plan, '2026-12-31', 10_000],
  ] as const)('%s', (_, monthlyPlan, on, share) => {
    expect(plannedShare(monthlyPlan, 2026, day(on))).toBe(share);
  });

  test('adds up to the whole year', () => {
    const plain = { version: 1, nextYearFen: null, nextYearNote: null };
    expect(FundPlan.safeParse({ ...plain, monthlyPlan: plan }).success).toBe(true);
    const short = plan.map((share) => Math.max(0, share - 1));
    expect(FundPlan.safeParse({ ...plain, monthlyPlan: short }).success).toBe(false);
  });

  test.each([
    [4001, 5000, 'green'],
    [4000, 5000, 'yellow'],
    [6000, 5000, 'yellow'],
    [3001, 5000, 'yellow'],
    [3000, 5000, 'red'],
    [7000, 5000, 'red'],
    [null, 5000, 'green'],
  ] as const)('at a rate of %s with %s planned shows %s', (rate, planned, light) => {
    expect(judgePace(rate, planned)).toBe(light);
  });
});

describe('rates', () => {
  test('are those of the sample report: 98.44% of the adjusted and 55.38% of the initial budget', () => {
    expect(rateOf(fen(265_800_00), fen(270_000_00))).toBe(9844);
    expect(rateOf(fen(265_800_00), fen(480_000_00))).toBe(5538);
  });

  test('of nothing are unknown', () => {
    expect(rateOf(fen(0), fen(0))).toBeNull();
  });
});

test('a forecast lies between what is promised and the budget, and waits for the first month', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.integer({ min: 833, max: 10_000 }),
      (a, b, c, planned) => {
        const figures = { spentFen: fen(a), promisedFen: fen(b), budgetFen: fen(a + b + c) };
        const forecast = forecastSpending(figures, planned);
        expect(forecast).toBeGreaterThanOrEqual(a + b);
        expect(forecast).toBeLessThanOrEqual(a + b + c);
      },
    ),
  );
  const early = { spentFen: fen(1), promisedFen: fen(0), budgetFen: fen(2) };
  expect(forecastSpending(early, 832)).toBeNull();
});
