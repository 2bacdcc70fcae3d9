import { describe, expect, it } from 'vitest';

import { checkIdentityNumber } from '#core/identity-number.ts';
import { day } from '#core/plain-date.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { judgePayments } from '#features/policies/rules/judge-payments.ts';

import { largeYear } from '../scripts/bench/large-year.ts';

describe('the large year', () => {
  it.each([100, 1_000, 10_000])('has exactly %d ledger rows, each numbered once', (rows) => {
    const { aid } = largeYear(rows);
    expect(aid).toHaveLength(rows);
    expect(new Set(aid.map((row) => row.application)).size).toBe(rows);
  });

  it.each([500, 10_000])('breaks every kind of rule within %d rows', (rows) => {
    const { aid, budget, fund } = largeYear(rows);
    const paid = aid.filter((row) => row.status === '成功');
    const judged = judgePayments(
      paid.map((row) => ({ ...row, decidedOn: row.district.date })),
      policyInForce(day('2023-06-30')),
      { year: fund.year, minimumLivingFen: fund.minimumLivingFen },
    );
    expect([...new Set(judged.breaches.map((breach) => breach.code))].toSorted()).toEqual([
      'adjacent_quarter',
      'class_unknown',
      'frequency',
      'goods_cap',
      'household_cap',
      'household_hard_cap',
      'paid_before_approval',
      'person_cap',
      'range',
      'same_event',
    ]);
    expect(aid.some((row) => !checkIdentityNumber(row.identityNumber).valid)).toBe(true);
    const held = budget.find((row) => row.source === '上级补助' && row.item === '年初预算');
    const granted = paid.filter((row) => row.source === '上级补助');
    expect(granted.reduce((sum, row) => sum + row.amountFen, 0)).toBeGreaterThan(
      held?.amountFen ?? Infinity,
    );
  });

  it('still keeps the rules in most rows', () => {
    const { aid, fund } = largeYear(10_000);
    const paid = aid.filter((row) => row.status === '成功');
    const judged = judgePayments(
      paid.map((row) => ({ ...row, decidedOn: row.district.date })),
      policyInForce(day('2023-06-30')),
      { year: fund.year, minimumLivingFen: fund.minimumLivingFen },
    );
    const breaking = new Set(judged.breaches.map((breach) => breach.application));
    expect(breaking.size / paid.length).toBeLessThan(0.2);
    expect(breaking.size / paid.length).toBeGreaterThan(0.02);
  });
});
