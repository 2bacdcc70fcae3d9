import { expect, test } from 'vitest';

import { isAppError } from '#core/app-error.ts';
import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { BUILT_IN_POLICIES, policyInForce } from './built-in-policies.ts';
import { minimumLivingInForce, minimumWageInForce } from './parameters.ts';
import { AID_CLASSES } from './policy-version.ts';

test('the district rule is in force for any year from 2010 on', () => {
  for (const date of ['2010-01-01', '2023-12-31', '2031-06-30']) {
    expect(policyInForce(day(date)).id).toBe('zengcheng-2023');
  }
});

test('before the first version no rule is in force, and that is the input’s fault', () => {
  try {
    policyInForce(day('2009-12-31'));
    expect.unreachable();
  } catch (error) {
    expect(isAppError(error) && [error.kind, error.code]).toEqual([
      'invalid',
      'policy.none_in_force',
    ]);
  }
});

test.each(BUILT_IN_POLICIES)('$id gives every class its range, type and clause', (policy) => {
  for (const code of AID_CLASSES) {
    const rule = policy.classes[code];
    expect(rule.code).toBe(code);
    expect(rule.aidType).toBe(code.startsWith('Q') ? '季度救助' : '紧急救助');
    expect(rule.minFen).toBeLessThanOrEqual(rule.maxFen);
    expect(policy.documents).toContain(rule.citation.document);
    expect(rule.citation.clause).toContain(code);
  }
});

test('the ranges are those of the district: 400–600, 2000, 1000–2000 and 2000–5000 yuan', () => {
  const ranges = Object.values(policyInForce(day('2023-06-30')).classes).map(
    ({ code, minFen, maxFen }) => [code, minFen / 100, maxFen / 100],
  );
  expect(ranges).toEqual([
    ...['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7'].map((code) => [code, 400, 600]),
    ['E1a', 2000, 2000],
    ['E1b', 1000, 2000],
    ...['E1c', 'E2', 'E3'].map((code) => [code, 2000, 5000]),
  ]);
});

test('the minimum living standard is known for 2020 to 2023, marked as unchecked, and never guessed', () => {
  const known = [2020, 2021, 2022, 2023].map((year) => minimumLivingInForce(day(`${year}-07-01`)));
  expect(known.map((entry) => entry?.fen)).toEqual([1080, 1120, 1196, 1238].map(yuan));
  expect(known.every((entry) => entry?.confidence === 'low')).toBe(true);
  expect(minimumLivingInForce(day('2023-12-31'))?.fen).toBe(yuan(1238));
  expect(minimumLivingInForce(day('2019-12-31'))).toBeUndefined();
  expect(minimumLivingInForce(day('2024-01-01'))).toBeUndefined();
});

test('the minimum wage follows its own days and ends with the last year known', () => {
  const at = (date: string) => minimumWageInForce(day(date))?.fen;
  expect(at('2018-06-30')).toBeUndefined();
  expect([at('2018-07-01'), at('2021-11-30')]).toEqual([yuan(2100), yuan(2100)]);
  expect([at('2021-12-01'), at('2025-02-28')]).toEqual([yuan(2300), yuan(2300)]);
  expect([at('2025-03-01'), at('2025-12-31')]).toEqual([yuan(2500), yuan(2500)]);
  expect(at('2026-01-01')).toBeUndefined();
});
