import { describe, expect, test } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { policyInForce } from './built-in-policies.ts';
import { BUILT_IN_TESTS } from './built-in-tests.ts';
import type { PolicyVersion } from './policy-version.ts';
import { replayCases } from './replay-cases.ts';
import type { DecidedCase } from './replay-cases.ts';

const POLICY = policyInForce(day('2023-06-30'));
const [SOUND] = BUILT_IN_TESTS;
if (SOUND === undefined) throw new Error('there are no built-in tests');

/** A quarterly case of class Q1 over 500 yuan without a fault. */
const aCase = (reference: string, facts: Partial<DecidedCase['facts']> = {}): DecidedCase => ({
  reference,
  facts: { ...SOUND.facts, ...facts },
  minimumLivingFen: yuan(1238),
  netMonthlyFen: yuan(1000),
});

const withQ1 = (minYuan: number, maxYuan: number): PolicyVersion => {
  const { Q1 } = POLICY.classes;
  const rule = { ...Q1, minFen: yuan(minYuan), maxFen: yuan(maxYuan) };
  return { ...POLICY, classes: { ...POLICY.classes, Q1: rule } };
};

test('two equal versions differ in no case, and the money is the same', () => {
  const replay = replayCases([aCase('A-1'), aCase('A-2', { isMember: false })], POLICY, POLICY);
  expect(replay.differences).toEqual([]);
  expect(replay.total).toMatchObject({ caseCount: 2, beforeFen: 50_000, afterFen: 50_000 });
});

test('a higher floor moves an amount up: the family gains, and the budget grows by it', () => {
  const replay = replayCases([aCase('A-1')], POLICY, withQ1(600, 800));
  expect(replay.differences).toMatchObject([
    {
      reference: 'A-1',
      effect: 'gains',
      before: { amountFen: 50_000, isMoved: false },
      after: { amountFen: 60_000, isMoved: true },
    },
  ]);
  expect(replay.total).toMatchObject({ gainCount: 1, lossCount: 0, movedCount: 1 });
});

test('a lower ceiling takes from the family', () => {
  const replay = replayCases([aCase('A-1')], POLICY, withQ1(100, 300));
  expect(replay.differences).toMatchObject([{ effect: 'loses', after: { amountFen: 30_000 } }]);
});

test('a stricter frequency refuses what was allowed, with the reason', () => {
  const stricter = { ...POLICY, quarterly: { ...POLICY.quarterly, maxPerPersonYear: 1 } };
  const replay = replayCases([aCase('A-1')], POLICY, stricter);
  expect(replay.differences).toMatchObject([
    { effect: 'loses', after: { outcome: 'refused', amountFen: 0, codes: ['frequency'] } },
  ]);
  expect(replay.total).toMatchObject({ newlyRefusedCount: 1, newlyAllowedCount: 0, afterFen: 0 });
  const back = replayCases([aCase('A-1')], stricter, POLICY);
  expect(back.total).toMatchObject({ newlyRefusedCount: 0, newlyAllowedCount: 1 });
});

test('another step changes the suggestion alone', () => {
  const steps = POLICY.quarterly.steps.map((step) => ({ ...step, amountFen: yuan(450) }));
  const after = { ...POLICY, quarterly: { ...POLICY.quarterly, steps } };
  const replay = replayCases([aCase('A-1')], POLICY, after);
  expect(replay.differences).toMatchObject([
    {
      effect: 'same',
      before: { suggestedFen: 60_000 },
      after: { suggestedFen: 45_000, amountFen: 50_000 },
    },
  ]);
  expect(replay.total).toMatchObject({ suggestionCount: 1, gainCount: 0, lossCount: 0 });
});

test('another reason of the same refusal is a difference too', () => {
  const stricter = { ...POLICY, personPerTime: { ...POLICY.personPerTime, limitFen: yuan(300) } };
  const refused = aCase('A-1', { isMember: false });
  expect(replayCases([refused], POLICY, stricter).differences).toMatchObject([
    { before: { codes: ['not_a_member'] }, after: { codes: ['not_a_member', 'person_cap'] } },
  ]);
});

describe('sums', () => {
  const cases = [
    aCase('A-1', { source: '财政拨款' }),
    aCase('A-2', { source: '本级经费' }),
    aCase('A-3', { source: '本级经费', aidClass: 'Q2' }),
    aCase('A-4', { source: null, amountFen: null }),
  ];

  test('go by source and by class, and add up to the whole', () => {
    const { total, bySource, byClass } = replayCases(cases, POLICY, withQ1(600, 600));
    expect(bySource).toMatchObject([
      { source: '财政拨款', caseCount: 1, beforeFen: 50_000, afterFen: 60_000 },
      { source: '本级经费', caseCount: 2, beforeFen: 100_000, afterFen: 110_000 },
      { source: null, caseCount: 1, beforeFen: 0, afterFen: 0 },
    ]);
    expect(byClass.map(({ aidClass, caseCount }) => [aidClass, caseCount])).toEqual([
      ['Q1', 3],
      ['Q2', 1],
    ]);
    for (const sums of [bySource, byClass]) {
      expect(sums.reduce((sum, { afterFen }) => sum + afterFen, 0)).toBe(total.afterFen);
      expect(sums.reduce((sum, { gainCount }) => sum + gainCount, 0)).toBe(total.gainCount);
    }
  });

  test('of no case are nothing', () => {
    expect(replayCases([], POLICY, POLICY).total).toMatchObject({ caseCount: 0, afterFen: fen(0) });
  });
});
