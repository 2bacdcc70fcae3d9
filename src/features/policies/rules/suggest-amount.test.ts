import { describe, expect, test } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { policyInForce } from './built-in-policies.ts';
import { AID_CLASSES } from './policy-version.ts';
import type { PolicyVersion } from './policy-version.ts';
import { moveIntoRange, suggestAmount } from './suggest-amount.ts';
import type { SuggestionFacts } from './suggest-amount.ts';

const POLICY = policyInForce(day('2023-06-30'));
const D = yuan(1238);

const suggest = (facts: Partial<SuggestionFacts>, policy: PolicyVersion = POLICY) =>
  suggestAmount(
    { aidClass: 'Q1', netMonthlyFen: yuan(0), minimumLivingFen: D, selfPaidFen: null, ...facts },
    policy,
  );

/** Each step's upper end belongs to the next one. */
test.each([
  [fen(-1), 600],
  [yuan(0), 600],
  [fen(D - 1), 600],
  [D, 500],
  [fen(D * 1.5 - 1), 500],
  [fen(D * 1.5), 400],
  [fen(D * 2 - 1), 400],
])('a net income of %i fen a head gives %i yuan', (netMonthlyFen, expected) => {
  expect(suggest({ netMonthlyFen })).toMatchObject({ kind: 'step', amountFen: yuan(expected) });
});

test('from twice the standard on nothing is suggested, and the limit is named', () => {
  const netMonthlyFen = fen(D * 2);
  expect(suggest({ netMonthlyFen })).toEqual({
    kind: 'above_steps',
    aidClass: 'Q1',
    minFen: yuan(400),
    maxFen: yuan(600),
    netMonthlyFen,
    minimumLivingFen: D,
    lastPercent: 200,
  });
});

test('the formula names the step between its two ends', () => {
  expect(suggest({ netMonthlyFen: yuan(1300) })).toMatchObject({
    step: {
      netMonthlyFen: yuan(1300),
      minimumLivingFen: D,
      fromPercent: 100,
      belowPercent: 150,
      stepFen: yuan(500),
    },
  });
});

test('a step outside the range of the class is held back by it', () => {
  const { Q1 } = POLICY.classes;
  const narrow = { ...POLICY.classes, Q1: { ...Q1, maxFen: yuan(550) } };
  expect(suggest({}, { ...POLICY, classes: narrow })).toMatchObject({
    amountFen: yuan(550),
    step: { stepFen: yuan(600) },
  });
});

test('unknown facts are named, and nothing is assumed', () => {
  const unknown = { netMonthlyFen: null, minimumLivingFen: null };
  expect(suggest(unknown)).toMatchObject({
    kind: 'facts_missing',
    facts: ['netMonthlyFen', 'minimumLivingFen'],
  });
});

test('a version without steps suggests nothing', () => {
  const quarterly = { ...POLICY.quarterly, steps: [] };
  expect(suggest({ netMonthlyFen: null }, { ...POLICY, quarterly })).toMatchObject({
    kind: 'no_steps',
  });
});

describe('emergency aid', () => {
  test.each(AID_CLASSES.filter((code) => code.startsWith('E')))(
    '%s shows its range and what was paid, without a single figure',
    (aidClass) => {
      const { minFen, maxFen } = POLICY.classes[aidClass];
      const selfPaidFen = yuan(30_000);
      expect(suggest({ aidClass, selfPaidFen })).toEqual({
        kind: 'range',
        aidClass,
        minFen,
        maxFen,
        selfPaidFen,
      });
    },
  );
});

test('an amount is moved to the nearer end of a range, and one within it stays', () => {
  const range = { minFen: yuan(400), maxFen: yuan(600) };
  expect([300, 400, 500, 600, 700].map((amount) => moveIntoRange(yuan(amount), range))).toEqual(
    [400, 400, 500, 600, 600].map(yuan),
  );
});
