import { describe, expect, test } from 'vitest';

import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import type { AidRow, YearRecords } from '#features/fund-years/rules/year-records.ts';
import { resolveFramework } from '#features/indicators/rules/resolve-framework.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';

import { evaluateYear } from './evaluate-year.ts';
import { Evaluation } from './evaluation.ts';

function evaluate(records: YearRecords): Evaluation {
  const { framework } = resolveFramework(records);
  if (framework === null) throw new Error('the sample framework has a fault');
  const policy = policyInForce(records.fund.cutoff);
  return evaluateYear({ records, policy, framework, workbookSha256: '0'.repeat(64) });
}

const sample = sampleYear();

/** The sample year with its first row of a kind changed. */
function withRow(isWanted: (row: AidRow) => boolean, change: Partial<AidRow>): YearRecords {
  const index = sample.aid.findIndex(isWanted);
  return { ...sample, aid: sample.aid.with(index, { ...sample.aid[index], ...change } as AidRow) };
}

function scoreOf(evaluation: Evaluation, level3: string): string | null | undefined {
  return evaluation.indicators.find((row) => row.level3 === level3)?.score;
}

describe('the sample year', () => {
  const evaluation = evaluate(sample);

  test('scores 14 / 21 / 28 / 27 = 90, which is 优', () => {
    expect(evaluation.totals.level1.map((part) => [part.name, part.score, part.rate])).toEqual([
      ['投入', '14.00', '0.875000'],
      ['过程', '21.00', '0.875000'],
      ['产出', '28.00', '0.933333'],
      ['效益', '27.00', '0.900000'],
    ]);
    expect(evaluation.totals).toMatchObject({ weight: '100.00', score: '90.00', grade: '优' });
  });

  test('has the score of every row that the evaluation of that year implies', () => {
    expect(evaluation.indicators.map((row) => `${row.level3} ${row.score ?? ''}`)).toEqual([
      '论证决策规范性 4.00',
      '绩效目标合理性 4.00',
      '绩效指标明确性 3.00',
      '资金到位情况 2.00',
      '资金分配情况 1.00',
      '资金使用效率性 5.00',
      '资金使用规范性 5.00',
      '管理制度健全性 2.00',
      '制度执行有效性 3.00',
      '组织执行有效性 3.00',
      '监督管理有效性 3.00',
      '预算控制有效性 5.00',
      '成本控制有效性 5.00',
      '开展救助人数 5.00',
      '救助对象界定准确率 5.00',
      '救助资金审核发放及时率 4.00',
      '救助标准 4.00',
      '救助覆盖率 5.00',
      '救助政策知晓率 3.00',
      '有效缓解困难职工生活压力 5.00',
      '救助政策可持续性 4.00',
      '信访及投诉次数 5.00',
      '申领对象满意度 5.00',
    ]);
  });

  test('has the sums of the year, to the fen', () => {
    expect(evaluation.budget).toMatchObject({
      initialFen: yuan(480_000),
      adjustedFen: yuan(270_000),
      receivedFen: yuan(270_000),
      paidFen: yuan(265_800),
      executionRate: '0.984444',
      executionRateOfInitial: '0.553750',
    });
    expect(evaluation.budget.bySource.map((row) => [row.source, row.paidFen])).toEqual([
      ['财政预算资金', yuan(2000)],
      ['工会经费', yuan(263_800)],
    ]);
    expect(evaluation.aid.byType).toMatchObject([
      { type: '季度救助', rows: 233, paidFen: yuan(139_800) },
      { type: '紧急救助', rows: 39, paidFen: yuan(126_000) },
    ]);
  });

  test('has one violation: the E3 payment of 1,000 outside its range', () => {
    expect(evaluation.violations.map((violation) => violation.code)).toEqual(['range']);
    expect(evaluation.metrics).toMatchObject({ 超标准笔数: { value: 1 }, 违规笔数: { value: 0 } });
  });

  test('keeps the public contract of evaluation.json', () => {
    expect(Evaluation.parse(evaluation)).toEqual(evaluation);
  });

  test('explains every lost point by a finding on its row, and every finding has a suggestion', () => {
    const touched = new Set(evaluation.findings.map((finding) => finding.indicator));
    for (const row of evaluation.indicators) {
      if (Number(row.score) < Number(row.weight)) expect(touched).toContain(row.level3);
    }
    for (const finding of evaluation.findings) expect(finding.suggestion).not.toBe('');
  });
});

describe('change one record and the score follows', () => {
  test('the payment outside its range put right gives the lost point back', () => {
    const evaluation = evaluate(
      withRow((row) => row.amountFen === yuan(1000) && row.aidClass === 'E3', {
        amountFen: yuan(2000),
      }),
    );
    expect(scoreOf(evaluation, '救助标准')).toBe('5.00');
    expect(evaluation.totals.score).toBe('91.00');
  });

  test('a payment before its approval costs a point of 资金使用规范性', () => {
    const evaluation = evaluate(
      withRow((row) => row.paidOn !== null, { paidOn: day('2023-01-03') }),
    );
    expect(evaluation.violations.map((violation) => violation.code)).toContain(
      'paid_before_approval',
    );
    expect(scoreOf(evaluation, '资金使用规范性')).toBe('4.00');
  });

  test('a payment over 3,000 without its special reason costs a point', () => {
    const evaluation = evaluate(
      withRow((row) => row.specialReason !== null && row.amountFen > yuan(3000), {
        specialReason: null,
      }),
    );
    expect(evaluation.violations.map((violation) => violation.code)).toContain('person_cap');
    expect(scoreOf(evaluation, '资金使用规范性')).toBe('4.00');
  });

  test('a wrong check digit is a violation and no error', () => {
    const evaluation = evaluate(withRow(() => true, { identityNumber: '440118199001010018' }));
    expect(evaluation.violations.map((violation) => violation.code)).toContain('identity_number');
  });

  test('union money that pays more than its budget is overspent, even when the total is not', () => {
    const evaluation = evaluate(
      withRow((row) => row.source === '工会经费' && row.status === '成功', {
        amountFen: yuan(4900),
      }),
    );
    expect(evaluation.violations.map((violation) => violation.code)).toContain('overspent_source');
    expect(scoreOf(evaluation, '预算控制有效性')).toBe('0.00');
  });

  test('an upheld complaint costs a point', () => {
    const grievances = [
      { row: '投诉!2', date: day('2023-06-01'), type: '服务态度', upheld: '是', closedOn: null },
    ] as const;
    expect(scoreOf(evaluate({ ...sample, grievances }), '信访及投诉次数')).toBe('4.00');
  });

  test('without a survey its rows are left out, and the others scaled to 100', () => {
    const evaluation = evaluate({ ...sample, survey: [] });
    expect(scoreOf(evaluation, '申领对象满意度')).toBeNull();
    expect(evaluation.totals.weight).toBe('100.00');
    expect(evaluation.metrics['满意度']).toMatchObject({
      value: null,
      reason: expect.stringContaining('没有'),
    });
  });
});
