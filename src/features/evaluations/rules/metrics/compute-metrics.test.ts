import { describe, expect, test } from 'vitest';

import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';
import { aBudgetEntry, anAidRow, anAnswer, aYear } from '#tests/support/year-factories.ts';

import type { Metric } from '../evaluation.ts';
import { computeMetrics } from './compute-metrics.ts';
import { marginPoints, requiredSample, surveyInterval } from './survey-interval.ts';
import { viewYear } from './year-view.ts';

function metricOf(name: MetricName, records: Partial<YearRecords>): Metric {
  return computeMetrics({
    view: viewYear(aYear(records)),
    outOfRange: [],
    violating: [],
    districtReviewWorkingDays: 5,
  })[name];
}

describe('审批及时率', () => {
  const received = day('2023-04-27');
  const decidedOn = (date: string | null, more = {}) =>
    anAidRow({
      receivedOn: received,
      district: { opinion: '同意', date: date === null ? null : day(date) },
      ...more,
    });

  test('the fifth working day is in time: the first of May is off and the sixth is worked', () => {
    // 27 April is a Thursday: 28 April 1, 4 May 2, 5 May 3, Saturday 6 May (made up) 4, 8 May 5.
    expect(metricOf('审批及时率', { aid: [decidedOn('2023-05-08')] })).toMatchObject({
      value: '1.000000',
    });
    expect(metricOf('审批及时率', { aid: [decidedOn('2023-05-09')] })).toMatchObject({
      value: '0.000000',
      missed: ['SQ-0001'],
    });
  });

  test('an open row counts as late only once its limit has passed at the cut-off', () => {
    const fund = (cutoff: string) => ({ ...aYear().fund, cutoff: day(cutoff) });
    const aid = [decidedOn(null)];
    expect(metricOf('审批及时率', { aid, fund: fund('2023-05-08') })).toMatchObject({
      value: null,
      denominator: 0,
    });
    expect(metricOf('审批及时率', { aid, fund: fund('2023-05-09') })).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });

  test('a decision after the cut-off is still open at the cut-off', () => {
    const fund = { ...aYear().fund, cutoff: day('2023-05-04') };
    expect(metricOf('审批及时率', { aid: [decidedOn('2023-05-05')], fund })).toMatchObject({
      denominator: 0,
    });
  });

  test('a row without a receipt date is late, decided or not', () => {
    const aid = [
      anAidRow({ receivedOn: null }),
      decidedOn(null, { application: 'SQ-2', receivedOn: null }),
    ];
    expect(metricOf('审批及时率', { aid })).toMatchObject({ numerator: 0, denominator: 2 });
  });
});

describe('money', () => {
  const budget = [
    aBudgetEntry({ source: '财政预算资金', amountFen: yuan(1000) }),
    aBudgetEntry({ source: '工会经费', amountFen: yuan(1000) }),
    aBudgetEntry({ source: '工会经费', item: '预算调整', amountFen: yuan(-400) }),
    aBudgetEntry({ source: '工会经费', item: '到位', amountFen: yuan(800) }),
  ];

  test('支出率 is paid over the adjusted budget, in fen', () => {
    expect(metricOf('支出率', { budget })).toMatchObject({
      numerator: 60_000,
      denominator: 160_000,
      value: '0.375000',
    });
    expect(metricOf('资金到位率', { budget })).toMatchObject({ value: '0.500000' });
  });

  test('预算控制 looks at each source: money is never netted between sources', () => {
    const aid = [anAidRow(), anAidRow({ application: 'SQ-2', amountFen: yuan(1) })];
    expect(metricOf('预算控制', { budget })).toMatchObject({ value: '1.000000' });
    expect(metricOf('预算控制', { budget, aid })).toMatchObject({ value: '0.000000' });
  });

  test('no budget gives no rate, neither 0 % nor 100 %', () => {
    expect(metricOf('支出率', { budget: [] })).toMatchObject({
      value: null,
      reason: expect.stringContaining('预算为零'),
    });
  });
});

describe('people and rows', () => {
  const twice = [
    anAidRow(),
    anAidRow({ application: 'SQ-2', quarter: 3 }),
    anAidRow({ application: 'SQ-3', identityNumber: '440118900101001' }),
    anAidRow({ application: 'SQ-4', status: '失败' }),
    anAidRow({ application: 'SQ-5', paidOn: day('2024-01-03') }),
  ];

  test('persons are distinct numbers among rows paid by the cut-off; 15 and 18 places are one person', () => {
    expect(metricOf('救助人次', { aid: twice }).value).toBe(3);
    expect(metricOf('救助人数', { aid: twice }).value).toBe(1);
  });

  test('coverage without the number of eligible persons is 不适用', () => {
    expect(metricOf('救助覆盖率', { aid: twice }).value).toBeNull();
    const fund = { ...aYear().fund, eligiblePersons: 4 };
    expect(metricOf('救助覆盖率', { aid: twice, fund }).value).toBe('0.250000');
  });

  test('a visit counts once a row, and only to a paid row', () => {
    const visit = (application: string) =>
      ({
        row: '回访!2',
        date: day('2023-06-01'),
        application,
        mode: '电话',
        need: null,
        result: null,
      }) as const;
    const visits = [visit('SQ-0001'), visit('SQ-0001'), visit('SQ-4')];
    expect(metricOf('回访率', { aid: twice, visits })).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  test('审核栏完整率 wants an opinion and a date at all three tiers', () => {
    const gap = { opinion: '同意', date: null };
    const aid = [
      anAidRow(),
      anAidRow({ application: 'SQ-2', town: gap }),
      anAidRow({ application: 'SQ-3', district: gap }),
    ];
    // The third row has no district date: it is not decided, and so not in the base.
    expect(metricOf('审核栏完整率', { aid })).toMatchObject({
      numerator: 1,
      denominator: 2,
      missed: ['SQ-2'],
    });
  });
});

describe('surveys', () => {
  test('awareness is asked of members at large when there are any', () => {
    const survey = [anAnswer(), anAnswer({ respondent: '一般会员', awareness: '不知晓' })];
    expect(metricOf('知晓率', { survey })).toMatchObject({ value: '0.000000', denominator: 1 });
  });

  test('else of all respondents, and the metric says so', () => {
    expect(metricOf('知晓率', { survey: [anAnswer()] })).toMatchObject({
      value: '1.000000',
      reason: expect.stringContaining('未覆盖一般会员'),
    });
  });

  test('members who were asked and left it blank are not said to have been left out', () => {
    const survey = [anAnswer(), anAnswer({ respondent: '一般会员', awareness: null })];
    expect(metricOf('知晓率', { survey })).toMatchObject({
      value: '1.000000',
      reason: expect.stringContaining('一般会员均未回答'),
    });
  });

  test('an unanswered question is no answer', () => {
    const survey = [anAnswer({ satisfaction: null }), anAnswer({ satisfaction: '一般' })];
    expect(metricOf('满意度', { survey })).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('30 of 30: the Wilson bound, and the margin of 16.9 points among 272 persons', () => {
    expect(surveyInterval(30, 30, 272)).toMatchObject({
      low: '0.886487',
      high: '1.000000',
      marginPoints: '16.9',
      requiredSample: 72,
    });
  });

  test.each([
    [5, 160],
    [8, 97],
    [10, 72],
  ])('±%i points among 272 persons need %i answers', (points, needed) => {
    expect(requiredSample(272, points)).toBe(needed);
    expect(marginPoints(needed, 272)).toBeLessThanOrEqual(points + 0.05);
  });

  test('asking everybody leaves no margin', () => {
    expect(marginPoints(272, 272)).toBe(0);
    expect(surveyInterval(0, 1, 1).marginPoints).toBe('98.0');
  });
});

describe('work', () => {
  test('only planned work has a completion rate; unplanned work does not fill it', () => {
    const check = {
      row: '监督检查!2',
      plannedOn: null,
      completedOn: day('2023-05-01'),
      townUnion: '荔城街总工会',
      sampled: 82,
      conforming: 82,
      problem: null,
      rectifiedOn: null,
    };
    expect(metricOf('检查完成率', { inspections: [check] }).value).toBeNull();
    expect(metricOf('抽查准确率', { inspections: [check] })).toMatchObject({
      numerator: 82,
      denominator: 82,
    });
    const late = { ...check, plannedOn: day('2023-05-01'), completedOn: day('2024-01-05') };
    expect(metricOf('检查完成率', { inspections: [late] })).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });

  test('政策转发率 counts only unions that should forward', () => {
    const union = (due: boolean, forwardedOn: string | null) => ({
      row: '政策转发!2',
      document: '实施办法',
      union: '荔城街总工会',
      due,
      forwardedOn: forwardedOn === null ? null : day(forwardedOn),
      evidence: null,
    });
    const forwarding = [union(true, '2023-03-01'), union(true, null), union(false, '2023-03-01')];
    expect(metricOf('政策转发率', { forwarding })).toMatchObject({ numerator: 1, denominator: 2 });
  });
});
