import { expect, test } from 'vitest';

import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { policyInForce } from './built-in-policies.ts';
import { BUILT_IN_TESTS } from './built-in-tests.ts';
import { PolicyTest, runPolicyTest } from './policy-tests.ts';

const POLICY = policyInForce(day('2023-06-30'));
const [SOUND] = BUILT_IN_TESTS;
if (SOUND === undefined) throw new Error('there are no built-in tests');

test.each(BUILT_IN_TESTS.map((one) => [one.name, one] as const))('holds: %s', (_name, one) => {
  expect(PolicyTest.parse(one)).toEqual(one);
  expect(runPolicyTest(one, POLICY)).toMatchObject({
    isPassed: true,
    missingCodes: [],
    extraCodes: [],
  });
});

test('another outcome than expected fails, even with the expected reasons', () => {
  expect(runPolicyTest({ ...SOUND, expectedOutcome: 'refused' }, POLICY).isPassed).toBe(false);
});

test('reasons that are missing and reasons too many are both named', () => {
  const wrong: PolicyTest = {
    ...SOUND,
    facts: { ...SOUND.facts, amountFen: yuan(601) },
    expectedOutcome: 'refused',
    expectedCodes: ['frequency'],
  };
  expect(runPolicyTest(wrong, POLICY)).toMatchObject({
    isPassed: false,
    missingCodes: ['frequency'],
    extraCodes: ['range'],
  });
});
