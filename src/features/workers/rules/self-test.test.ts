import { expect, test } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { BUILT_IN_POLICIES } from '#features/policies/rules/built-in-policies.ts';

import { TODAY } from '../../../../tests/support/household-form.ts';
import type { SelfTestAnswers } from './self-test-views.ts';
import { listQuestions, judgeSelfTest } from './self-test.ts';
import type { SelfTestGround } from './self-test.ts';

const policy = BUILT_IN_POLICIES.at(-1);
if (policy === undefined) throw new Error('there is no built-in policy');
const ground: SelfTestGround = {
  policy,
  on: TODAY,
  standards: {
    minimumLiving: { fen: yuan(1000) },
    minimumWage: { fen: yuan(2000) },
    isStrict: true,
    relativePercent: 200,
    accidentSharePercent: 80,
    accidentMonths: 12,
    oldBorderlinePercent: 150,
    oldAccidentalPercent: 300,
    workingAgeEnd: { male: 60, female: 55 },
  },
};

const answers: SelfTestAnswers = {
  isMember: true,
  peopleCount: 2,
  yearlyIncomeFen: fen(0),
  yearlySpendingFen: fen(0),
  classes: ['Q1'],
  exclusions: [],
};
const outcomeOf = (more: Partial<SelfTestAnswers>) =>
  judgeSelfTest({ ...answers, ...more }, ground).outcome;

test('compares income less burdens, a head and month, with the standard', () => {
  // Two people, twice 1,000 yuan a month: 48,000 a year is the end of relative hardship.
  expect(outcomeOf({ yearlyIncomeFen: yuan(47_999) })).toBe('likely');
  expect(outcomeOf({ yearlyIncomeFen: yuan(48_000) })).toBe('maybe');
  expect(outcomeOf({ yearlyIncomeFen: yuan(58_000), yearlySpendingFen: yuan(10_001) })).toBe(
    'likely',
  );
});

test('leaves what a disaster struck to the union, even with a ground against it', () => {
  expect(outcomeOf({ classes: ['E1a'], exclusions: ['two_homes'] })).toBe('maybe');
  expect(outcomeOf({ classes: ['Q1'], exclusions: ['two_homes'] })).toBe('unlikely');
});

test('says maybe where the figures of the day are missing', () => {
  const unknown = { ...ground, standards: { ...ground.standards, minimumLiving: undefined } };
  expect(judgeSelfTest(answers, unknown).outcome).toBe('maybe');
});

test('cites a clause for each kind of aid and lists its papers', () => {
  const { aids } = judgeSelfTest({ ...answers, classes: ['Q1', 'E3'] }, ground);
  for (const { citation, papers } of aids) {
    expect(citation).not.toBe('');
    expect(papers.length).toBeGreaterThan(0);
  }
});

test('offers every class and every ground against', () => {
  const { questions } = listQuestions({ ...ground, on: day('2026-03-02') });
  expect(questions.map(({ options }) => options.length)).toEqual([0, 0, 0, 0, 12, 7]);
});
