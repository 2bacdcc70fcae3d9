import { expect, test } from 'vitest';

import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { policyInForce } from './built-in-policies.ts';
import { compareVersions } from './compare-versions.ts';
import { valueText } from './difference-texts.ts';
import { placeName } from './place-names.ts';
import type { PolicyVersion } from './policy-version.ts';

const POLICY = policyInForce(day('2023-06-30'));

/** Place, before and after, as a page prints them. */
const linesOf = (after: PolicyVersion): string[] =>
  compareVersions(POLICY, after).map(
    ({ place, before, after: then }) =>
      `${placeName(place)} ${valueText(before)} → ${valueText(then)}`,
  );

test('a version does not differ from itself', () => {
  expect(compareVersions(POLICY, structuredClone(POLICY))).toEqual([]);
});

test('the code is no content: a copy under another one does not differ', () => {
  expect(compareVersions(POLICY, { ...POLICY, id: 'v2' })).toEqual([]);
});

test('amounts, counts, flags and texts are told with both values, in the order of the form', () => {
  const { Q1 } = POLICY.classes;
  const after: PolicyVersion = {
    ...POLICY,
    validTo: day('2027-12-31'),
    classes: { ...POLICY.classes, Q1: { ...Q1, maxFen: yuan(800) } },
    quarterly: { ...POLICY.quarterly, maxPerPersonYear: 1 },
    notice: { ...POLICY.notice, grassrootsDays: 7, isAfterPaymentForEmergency: false },
    fundSource: { ...POLICY.fundSource, clause: '第九条' },
  };
  expect(linesOf(after)).toEqual([
    '失效日期 — → 2027-12-31',
    '类别Q1的最高金额 600元 → 800元',
    '季度救助：全年次数上限 2 → 1',
    '公示：基层工作日 5 → 7',
    '公示：紧急救助先发放后公示 是 → 否',
    '资金来源：依据条款 关于送温暖资金按预算和来源列支的规定 → 第九条',
  ]);
});

test('papers go by name: a new one and one that went are told, whatever their row', () => {
  const [first, ...rest] = POLICY.papers;
  if (first === undefined) throw new Error('the built-in version asks for papers');
  const added = { ...first, code: 'photo', name: '样例照片', isRequired: false };
  const lines = linesOf({ ...POLICY, papers: [added, ...rest] });
  expect(lines.filter((line) => line.includes('是否必交'))).toEqual([
    '申请材料：申请人及家庭成员身份证：是否必交 是 → —',
    '申请材料：样例照片：是否必交 — → 否',
  ]);
});

test('steps go by their percentage', () => {
  const steps = [
    { belowPercent: 100, amountFen: yuan(600) },
    { belowPercent: 150, amountFen: yuan(450) },
  ];
  expect(linesOf({ ...POLICY, quarterly: { ...POLICY.quarterly, steps } })).toEqual([
    '季度救助：建议金额档次：低于低保标准150% 500元 → 450元',
    '季度救助：建议金额档次：低于低保标准200% 400元 → —',
  ]);
});

test('every place has a name without a word of the code', () => {
  const nothing = compareVersions(POLICY, {
    ...POLICY,
    title: '',
    documents: [],
    papers: [],
    clocks: { ...POLICY.clocks, grassrootsDays: 1, townDays: 1, emergencyDays: 1, paymentDays: 1 },
  });
  const named = nothing.map(({ place }) => placeName(place));
  expect(named.filter((name) => /[a-z]{2}/i.test(name))).toEqual([]);
});
