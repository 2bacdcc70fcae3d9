import { describe, expect, test } from 'vitest';

import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { describeBreach, describeReason } from './messages.ts';
import {
  checkClassRange,
  checkHouseholdCap,
  checkHouseholdHardCap,
  checkPersonCap,
} from './rules/amount-limits.ts';
import { policyInForce } from './rules/built-in-policies.ts';
import { checkNeighbouringQuarter } from './rules/neighbouring-quarters.ts';
import { checkPaidAfterApproval } from './rules/payment-conditions.ts';
import type { RuleBreach } from './rules/rule-breach.ts';

const POLICY = policyInForce(day('2023-06-30'));
const CITY = '《广州市工会送温暖资金使用管理实施细则（试行）》';
const DISTRICT = '《增城区总工会帮扶救助困难职工实施办法》';

function textOf(breach: RuleBreach | undefined): { citation: string; detail: string } {
  if (breach === undefined) throw new RangeError('the rule holds');
  return describeBreach(breach);
}

describe('a breach of a ledger row', () => {
  test('of a class range names class, standard and amount', () => {
    expect(textOf(checkClassRange(yuan(1000), POLICY.classes.E3))).toMatchObject({
      rule: '救助金额应在类别标准之内',
      detail: 'E3类标准为2,000至5,000元，核准1,000元',
    });
    const { detail } = textOf(checkClassRange(yuan(1500.5), POLICY.classes.E1a));
    expect(detail).toBe('E1a类标准为2,000元，核准1,500.50元');
  });

  test('of neighbouring quarters names both and cites the district', () => {
    const [round, earlier] = [
      { year: 2024, quarter: 1 },
      { year: 2023, quarter: 4 },
    ];
    expect(textOf(checkNeighbouringQuarter(round, earlier, POLICY))).toMatchObject({
      citation: `${DISTRICT}关于季度救助全年次数和间隔季度的规定`,
      detail: '本次为2024年第1季度，此前已在2023年第4季度救助，未间隔一个季度',
    });
  });

  test('of a soft limit says that the special reason is missing, of the ceiling how it is made up', () => {
    expect(textOf(checkHouseholdCap(yuan(6200), POLICY))).toMatchObject({
      citation: `${CITY}关于慰问金每户全年原则限额的规定`,
      detail: '该户本年度累计6,200元，超过每户全年原则限额6,000元，未注明特殊原因',
    });
    const { detail } = textOf(checkHouseholdHardCap(yuan(12_500), yuan(1238), POLICY));
    expect(detail).toBe(
      '该户本年度累计12,500元，超过最高限额12,380元（10个月低保标准，每月1,238元）',
    );
  });

  test('of the order of approval and payment gives both dates', () => {
    const [paidOn, decidedOn] = [day('2023-03-09'), day('2023-03-10')];
    expect(textOf(checkPaidAfterApproval(paidOn, decidedOn, POLICY)).detail).toBe(
      '发放日期为2023年3月9日，早于区级审批日期2023年3月10日',
    );
    expect(textOf(checkPaidAfterApproval(paidOn, null, POLICY)).detail).toBe(
      '已经发放，但没有区级审批日期',
    );
  });
});

describe('a reason on the approval form', () => {
  test('says what would lift a soft limit', () => {
    const breach = checkPersonCap(yuan(4000), POLICY);
    if (breach === undefined) throw new RangeError('the rule holds');
    const figures = '本次4,000元，超过每人每次原则限额3,000元';
    const describe = (severity: 'needs_reason' | 'needs_approval'): string =>
      describeReason({ severity, ...breach }).detail;
    expect(describe('needs_reason')).toBe(`${figures}；须注明特殊原因`);
    expect(describe('needs_approval')).toBe(`${figures}；已注明特殊原因，须经区总工会领导审批`);
  });

  test('names the fact that is missing', () => {
    const { rule, detail } = describeReason({
      code: 'fact_missing',
      severity: 'block',
      citation: POLICY.evidence,
      params: { fact: 'minimumLivingFen' },
    });
    expect(rule).toBe('审核所需事实应当齐全');
    expect(detail).toBe('缺少审批日有效的低保标准，补齐后再行审核');
  });
});
