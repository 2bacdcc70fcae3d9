import { describe, expect, test } from 'vitest';

import { decimal, fraction, sum, toShort } from '#core/fraction.ts';
import { anElement, anIndicator } from '#tests/support/year-factories.ts';

import { BUILT_IN_FRAMEWORKS, DEFAULT_FRAMEWORK } from './built-in-frameworks.ts';
import type { ElementRow, IndicatorRow, ReviewScore } from './framework.ts';
import { parseBands } from './parameters.ts';
import { resolveFramework } from './resolve-framework.ts';

function codesOf(
  rows: readonly IndicatorRow[],
  elements: readonly ElementRow[] = [],
  reviewScores: readonly ReviewScore[] = [],
): string[] {
  return resolveFramework({ indicators: rows, elements, reviewScores }).problems.map(
    (problem) => problem.code,
  );
}

function answered(elements: readonly ElementRow[]): ElementRow[] {
  return elements.map((element) =>
    element.metric === null ? { ...element, answer: '是', row: '要素!2' } : element,
  );
}

describe('the built-in frameworks', () => {
  test.each(Object.values(BUILT_IN_FRAMEWORKS))(
    '$id: weights add to 100, shares of every row to 100',
    ({ rows, elements }) => {
      expect(toShort(sum(rows.map((row) => row.weight)), 4)).toBe('100');
      for (const row of rows.filter(({ kind }) => kind === '要素')) {
        const shares = elements
          .filter(({ level3 }) => level3 === row.level3)
          .map(({ share }) => share);
        expect([row.level3, toShort(sum(shares), 4)]).toEqual([row.level3, '100']);
      }
    },
  );

  test.each(Object.values(BUILT_IN_FRAMEWORKS))(
    '$id: copied into a workbook and answered, it has no fault and keeps its version',
    ({ rows, elements, version }) => {
      const result = resolveFramework(
        { indicators: rows, elements: answered(elements), reviewScores: [] },
        BUILT_IN_FRAMEWORKS[version.includes('17') ? '2020' : '23'],
      );
      expect(result.problems).toEqual([]);
      expect(result.framework?.version).toBe(version);
    },
  );

  test('投入 16, 过程 24, 产出 30 and 效益 30 make 23 rows', () => {
    const weights = new Map<string, string>();
    for (const level1 of ['投入', '过程', '产出', '效益']) {
      weights.set(
        level1,
        toShort(
          sum(
            DEFAULT_FRAMEWORK.rows.filter((row) => row.level1 === level1).map((row) => row.weight),
          ),
          2,
        ),
      );
    }
    expect([...weights]).toEqual([
      ['投入', '16'],
      ['过程', '24'],
      ['产出', '30'],
      ['效益', '30'],
    ]);
    expect(DEFAULT_FRAMEWORK.rows).toHaveLength(23);
  });

  test('a hand-decided element that the sheet leaves out is an error, never a no', () => {
    const elements = answered(DEFAULT_FRAMEWORK.elements).slice(1);
    const result = resolveFramework({ indicators: null, elements, reviewScores: [] });
    expect(result.framework).toBeNull();
    expect(result.problems).toMatchObject([
      { code: 'element.built_in_missing', params: { element: '立项的制度文件已存档' } },
    ]);
  });

  test('an answer on an element that a metric decides changes nothing', () => {
    const elements = answered(DEFAULT_FRAMEWORK.elements).map((element) => ({
      ...element,
      answer: '是' as const,
    }));
    const result = resolveFramework({ indicators: null, elements, reviewScores: [] });
    expect(
      result.framework?.elements.filter(
        (element) => element.metric !== null && element.answer !== null,
      ),
    ).toEqual([]);
  });
});

describe('a framework of the workbook', () => {
  test.each<[string, Partial<IndicatorRow>]>([
    ['indicator.weights_not_100', { weight: decimal('99.99') }],
    ['indicator.metric_missing', { metric: null }],
    ['indicator.target_missing', { target: null }],
    ['indicator.target_not_positive', { target: fraction(0) }],
    ['indicator.parameter_missing', { kind: '分档' }],
    ['indicator.parameter_missing', { kind: '扣分', metric: '违规笔数' }],
    ['indicator.points_per_event', { kind: '扣分', metric: '违规笔数', parameter: '0' }],
    ['indicator.deduction_needs_count', { kind: '扣分', parameter: '1' }],
    ['indicator.no_elements', { kind: '要素' }],
    ['indicator.too_few_reviewers', { kind: '评审' }],
    ['indicator.nothing_to_score', { kind: '不适用' }],
  ])('%s is named', (code, overrides) => {
    expect(codesOf([anIndicator(overrides)])).toContain(code);
  });

  test('two rows of one name are named, with the first', () => {
    const rows = [
      anIndicator({ weight: fraction(50), row: '指标!2' }),
      anIndicator({ weight: fraction(50), row: '指标!3' }),
    ];
    expect(
      resolveFramework({ indicators: rows, elements: [], reviewScores: [] }).problems,
    ).toMatchObject([{ code: 'indicator.duplicate', row: '指标!3', params: { first: '指标!2' } }]);
  });

  test.each<[string, Partial<ElementRow>]>([
    ['element.shares_not_100', { share: decimal('99.99') }],
    ['element.unknown_indicator', { level3: '不存在' }],
    ['element.answer_missing', { answer: null }],
    ['element.bound_missing', { answer: null, metric: '知晓率' }],
    ['element.metric_missing', { answer: null, bound: decimal('90') }],
    ['element.metric_decides', { metric: '知晓率', bound: decimal('90') }],
  ])('%s is named', (code, overrides) => {
    expect(codesOf([anIndicator({ kind: '要素' })], [anElement(overrides)])).toContain(code);
  });

  const review = (overrides: Partial<ReviewScore>): ReviewScore => ({
    level3: '审批及时',
    reviewer: '评审甲',
    score: fraction(100),
    reason: null,
    row: '评分!2',
    ...overrides,
  });

  test.each<[string, Partial<ReviewScore>]>([
    ['review.score_over_weight', { score: decimal('100.01') }],
    ['review.score_negative', { score: fraction(-1) }],
    ['review.reason_missing', { score: fraction(99) }],
    ['review.unknown_indicator', { level3: '不存在' }],
    ['review.duplicate', { reviewer: '评审乙' }],
  ])('%s is named', (code, overrides) => {
    expect(
      codesOf(
        [anIndicator({ kind: '评审' })],
        [],
        [review({ reviewer: '评审乙' }), review(overrides)],
      ),
    ).toContain(code);
  });

  test('two reviewers at full score need no reasons', () => {
    expect(
      codesOf([anIndicator({ kind: '评审' })], [], [review({}), review({ reviewer: '评审乙' })]),
    ).toEqual([]);
  });
});

describe('bands of 分档', () => {
  test.each([
    ['95:5;80:4;60:3;0:0', 'ok'],
    ['95：5；80：4；0：0', 'ok'],
    ['80:4;95:5;0:0', 'bounds_not_falling'],
    ['95:5;95:4;0:0', 'bounds_not_falling'],
    ['95:4;80:5;0:0', 'points_rising'],
    ['95:6;0:0', 'points_over_weight'],
    ['95:5;60:3', 'no_zero_bound'],
    ['95-5;0:0', 'syntax'],
    ['', 'syntax'],
  ])('%s: %s', (text, expected) => {
    const parsed = parseBands(text, fraction(5));
    expect(parsed.ok ? 'ok' : parsed.fault).toBe(expected);
  });
});
