import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { add, compare, decimal, fraction, sum, toFixed } from '#core/fraction.ts';
import { day } from '#core/plain-date.ts';
import type { IndicatorRow } from '#features/indicators/rules/framework.ts';
import {
  aFramework,
  anElement,
  anIndicator,
  aRate,
  someMetrics,
} from '#tests/support/year-factories.ts';

import { countMetric } from '../metrics/metric.ts';
import { gradeOf } from './grade.ts';
import { scoreFramework } from './score-framework.ts';

const TODAY = day('2023-12-31');

function scoreOne(
  row: Partial<IndicatorRow>,
  metrics: Parameters<typeof someMetrics>[0],
): string | null {
  const scoring = scoreFramework(
    aFramework({
      rows: [
        anIndicator(row),
        anIndicator({ level3: '其余', kind: '要素', weight: decimal('95') }),
      ],
      elements: [anElement({ level3: '其余' })],
    }),
    someMetrics(metrics),
    TODAY,
  );
  return scoring.indicators[0]?.score ?? null;
}

describe('比率', () => {
  const five = { weight: fraction(5), target: decimal('90') };
  test.each([
    ['at the target the weight is earned in full', 90, 100, '5.00'],
    ['above the target nothing more is earned', 100, 100, '5.00'],
    ['below the target points follow the proportion v/t', 45, 100, '2.50'],
    ['the unrounded rate is used, and the score rounded half up', 1, 3, '1.85'],
    ['zero earns zero', 0, 100, '0.00'],
  ])('%s', (_, numerator, denominator, expected) => {
    expect(scoreOne(five, { 审批及时率: aRate(numerator, denominator) })).toBe(expected);
  });

  test('smaller is better: a value above the target earns w·t/v', () => {
    const row = {
      ...five,
      direction: '越小越好',
      metric: '属实投诉数',
      target: decimal('2'),
    } as const;
    expect(scoreOne(row, { 属实投诉数: countMetric(2, []) })).toBe('5.00');
    expect(scoreOne(row, { 属实投诉数: countMetric(8, []) })).toBe('1.25');
  });

  test('smaller is better with a target of zero: any event earns nothing', () => {
    const row = {
      ...five,
      direction: '越小越好',
      metric: '属实投诉数',
      target: fraction(0),
    } as const;
    expect(scoreOne(row, { 属实投诉数: countMetric(0, []) })).toBe('5.00');
    expect(scoreOne(row, { 属实投诉数: countMetric(1, []) })).toBe('0.00');
  });
});

describe('分档', () => {
  const banded = {
    kind: '分档',
    weight: fraction(5),
    target: null,
    parameter: '95:5;80:4;60:3;0:0',
  } as const;
  test.each([
    ['a bound is reached when the value equals it', 95, 100, '5.00'],
    ['just below a bound the next band counts', 9499, 10_000, '4.00'],
    ['the middle band', 80, 100, '4.00'],
    ['the low band', 60, 100, '3.00'],
    ['below every paying band', 59, 100, '0.00'],
  ])('%s', (_, numerator, denominator, expected) => {
    expect(scoreOne(banded, { 审批及时率: aRate(numerator, denominator) })).toBe(expected);
  });
});

describe('扣分', () => {
  const deducting = {
    kind: '扣分',
    weight: fraction(5),
    metric: '违规笔数',
    target: null,
    parameter: '1.5',
  } as const;
  test.each([
    [0, '5.00'],
    [1, '3.50'],
    [3, '0.50'],
    [4, '0.00'],
    [400, '0.00'],
  ])('%i events leave %s points', (events, expected) => {
    expect(scoreOne(deducting, { 违规笔数: countMetric(events, []) })).toBe(expected);
  });
});

describe('要素', () => {
  test('satisfied shares add up, 部分 counts half, a metric decides by its bound', () => {
    const elements = [
      anElement({ element: '甲', share: decimal('33.34') }),
      anElement({ element: '乙', share: decimal('33.33'), answer: '部分' }),
      anElement({
        element: '丙',
        share: decimal('33.33'),
        answer: null,
        metric: '知晓率',
        bound: decimal('90'),
      }),
    ];
    const framework = aFramework({
      rows: [anIndicator({ kind: '要素', weight: fraction(100) })],
      elements,
    });
    const at = (good: number): string | null | undefined =>
      scoreFramework(framework, someMetrics({ 知晓率: aRate(good, 100) }), TODAY).indicators[0]
        ?.score;
    expect(at(90)).toBe('83.34');
    expect(at(89)).toBe('50.01');
  });

  test('an element whose metric is 不适用 is not satisfied', () => {
    const elements = [anElement({ answer: null, metric: '检查完成率', bound: decimal('100') })];
    const framework = aFramework({ rows: [anIndicator({ kind: '要素' })], elements });
    const scoring = scoreFramework(framework, someMetrics({ 检查完成率: aRate(0, 0) }), TODAY);
    expect(scoring.indicators[0]?.score).toBe('0.00');
    expect(scoring.indicators[0]?.elements?.[0]?.satisfied).toBe('否');
  });
});

describe('评审', () => {
  test('the score is the mean of the reviewers, rounded half up', () => {
    const review = (reviewer: string, score: string) => ({
      level3: '审批及时',
      reviewer,
      score: decimal(score),
      reason: '材料不足',
      row: '评分!2',
    });
    const framework = aFramework({
      rows: [anIndicator({ kind: '评审' })],
      reviewScores: [review('评审甲', '4'), review('评审乙', '4.33'), review('评审丙', '4')],
    });
    expect(scoreFramework(framework, someMetrics(), TODAY).totals.score).toBe('4.11');
  });
});

describe('不适用', () => {
  test('a row over a zero base is left out and the others are scaled to 100', () => {
    const rows = [
      anIndicator({ level3: '甲', weight: fraction(20), metric: '检查完成率' }),
      anIndicator({ level3: '乙', weight: fraction(60), metric: '审批及时率' }),
      anIndicator({ level3: '丙', weight: fraction(20), metric: '知晓率' }),
    ];
    const metrics = someMetrics({
      检查完成率: aRate(0, 0),
      审批及时率: aRate(1, 1),
      知晓率: aRate(1, 2),
    });
    const { indicators, totals } = scoreFramework(aFramework({ rows }), metrics, TODAY);
    expect(indicators.map((row) => [row.weight, row.score])).toEqual([
      ['0.00', null],
      ['75.00', '75.00'],
      ['25.00', '12.50'],
    ]);
    expect(totals).toMatchObject({ weight: '100.00', score: '87.50', grade: '良' });
    expect(indicators[1]?.reasons.at(-1)).toContain('由60.00分折算为75.00分，折算后得75.00分');
  });
});

describe('laws', () => {
  const rateArbitrary = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
    .map(([a, b]) => [Math.min(a, b), b] as const);

  test('a score never leaves [0, w], whatever the metrics, and the total is the sum of its rows', () => {
    fc.assert(
      fc.property(
        rateArbitrary,
        rateArbitrary,
        fc.nat(20),
        fc.boolean(),
        (timely, aware, events, isEmpty) => {
          const rows = [
            anIndicator({ level3: '甲', level2: 'a', weight: decimal('40') }),
            anIndicator({
              level3: '乙',
              level2: 'a',
              weight: decimal('30'),
              kind: '扣分',
              metric: '违规笔数',
              parameter: '2.5',
            }),
            anIndicator({
              level3: '丙',
              level2: 'b',
              weight: decimal('30'),
              kind: '分档',
              metric: '知晓率',
              parameter: '90:30;50:11.11;0:0',
            }),
          ];
          const metrics = someMetrics({
            审批及时率: isEmpty ? aRate(0, 0) : aRate(...timely),
            知晓率: aRate(...aware),
            违规笔数: countMetric(events, []),
          });
          const { indicators, totals } = scoreFramework(aFramework({ rows }), metrics, TODAY);
          for (const row of indicators) {
            if (row.score === null) continue;
            expect(compare(decimal(row.score), fraction(0))).toBeGreaterThanOrEqual(0);
            expect(compare(decimal(row.score), decimal(row.weight))).toBeLessThanOrEqual(0);
          }
          const scores = indicators.map((row) => decimal(row.score ?? '0'));
          expect(totals.score).toBe(toFixed(sum(scores), 2));
          expect(totals.score).toBe(
            toFixed(sum(totals.level1.map((part) => decimal(part.score))), 2),
          );
          expect(totals.score).toBe(
            toFixed(sum(totals.level2.map((part) => decimal(part.score))), 2),
          );
          expect(totals.grade).toBe(gradeOf(decimal(totals.score), TODAY));
        },
      ),
    );
  });

  test('a score never falls when a bigger-is-better metric rises', () => {
    const kinds = [
      { kind: '比率', target: decimal('90') },
      { kind: '分档', parameter: '95:5;90:4;80:3;60:1;0:0' },
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(999), fc.nat(999), (kind, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const at = (value: number): string =>
          scoreOne({ weight: fraction(5), ...kind }, { 审批及时率: aRate(value, 999) }) ?? '';
        expect(compare(decimal(at(high)), decimal(at(low)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('grade', () => {
  test.each([
    ['90', '优'],
    ['89.99', '良'],
    ['80', '良'],
    ['79.99', '中'],
    ['60', '中'],
    ['59.99', '差'],
    ['0', '差'],
    ['100', '优'],
  ] as const)('%s is %s: lower bounds are inclusive', (total, grade) => {
    expect(gradeOf(decimal(total), TODAY)).toBe(grade);
  });

  test('every total from 0 to 100 has exactly one grade, and grades never rise as totals fall', () => {
    const order = ['差', '中', '良', '优'];
    let last = 0;
    for (let cents = 0; cents <= 10_000; cents += 1) {
      const rank = order.indexOf(gradeOf(add(fraction(cents, 100), fraction(0)), TODAY));
      expect(rank).toBeGreaterThanOrEqual(last);
      last = rank;
    }
  });
});
