import { compare, fraction, sum, toShort, ZERO } from '#core/fraction.ts';

import type { IndicatorRow } from './framework.ts';
import { indicatorProblem } from './indicator-problem.ts';
import type { IndicatorProblem } from './indicator-problem.ts';
import { METRIC_MEASURES } from './metric-names.ts';
import { parseBands, parsePointsPerEvent } from './parameters.ts';

/** Checks the 指标 sheet in itself: weights, names, and what each scoring kind needs. */
export function checkIndicators(rows: readonly IndicatorRow[]): IndicatorProblem[] {
  const problems: IndicatorProblem[] = [];
  const firstRowOf = new Map<string, string>();
  for (const row of rows) {
    const first = firstRowOf.get(row.level3);
    if (first === undefined) firstRowOf.set(row.level3, row.row ?? '');
    else problems.push(fault(row, ['三级指标', row.level3], 'indicator.duplicate', { first }));
    if (compare(row.weight, ZERO) <= 0) {
      problems.push(fault(row, ['分值', toShort(row.weight, 4)], 'indicator.weight_not_positive'));
    }
    problems.push(...checkKind(row));
  }
  problems.push(...checkTotalWeight(rows));
  return problems;
}

function checkTotalWeight(rows: readonly IndicatorRow[]): IndicatorProblem[] {
  const total = sum(rows.map((row) => row.weight));
  if (compare(total, fraction(100)) !== 0) {
    const last = rows[rows.length - 1];
    return [
      indicatorProblem('指标', last?.row ?? null, 'indicator.weights_not_100', {
        column: '分值',
        value: toShort(total, 4),
        params: { total: toShort(total, 4) },
      }),
    ];
  }
  const applicable = rows.filter((row) => row.kind !== '不适用');
  return applicable.length > 0
    ? []
    : [indicatorProblem('指标', null, 'indicator.nothing_to_score')];
}

function checkKind(row: IndicatorRow): IndicatorProblem[] {
  switch (row.kind) {
    case '比率':
      return [...checkMetric(row), ...checkTarget(row)];
    case '分档':
      return [...checkMetric(row), ...checkBands(row)];
    case '扣分':
      return [...checkMetric(row), ...checkDeduction(row)];
    case '要素':
    case '评审':
    case '不适用':
      return [];
  }
}

function checkMetric(row: IndicatorRow): IndicatorProblem[] {
  return row.metric === null
    ? [fault(row, ['数据口径', ''], 'indicator.metric_missing', { kind: row.kind })]
    : [];
}

function checkTarget(row: IndicatorRow): IndicatorProblem[] {
  if (row.target === null) return [fault(row, ['目标值', ''], 'indicator.target_missing')];
  const low = compare(row.target, ZERO);
  if (low < 0 || (low === 0 && row.direction === '越大越好')) {
    return [fault(row, ['目标值', toShort(row.target, 6)], 'indicator.target_not_positive')];
  }
  return [];
}

function checkBands(row: IndicatorRow): IndicatorProblem[] {
  if (row.parameter === null) {
    return [fault(row, ['参数', ''], 'indicator.parameter_missing', { kind: row.kind })];
  }
  const parsed = parseBands(row.parameter, row.weight);
  return parsed.ok
    ? []
    : [
        fault(row, ['参数', row.parameter], `indicator.bands_${parsed.fault}`, {
          weight: toShort(row.weight, 4),
        }),
      ];
}

function checkDeduction(row: IndicatorRow): IndicatorProblem[] {
  const problems: IndicatorProblem[] = [];
  if (row.metric !== null && METRIC_MEASURES[row.metric] !== 'count') {
    problems.push(fault(row, ['数据口径', row.metric], 'indicator.deduction_needs_count'));
  }
  if (row.parameter === null) {
    problems.push(fault(row, ['参数', ''], 'indicator.parameter_missing', { kind: row.kind }));
  } else if (parsePointsPerEvent(row.parameter) === undefined) {
    problems.push(fault(row, ['参数', row.parameter], 'indicator.points_per_event'));
  }
  return problems;
}

function fault(
  row: IndicatorRow,
  [column, value]: readonly [string, string],
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): IndicatorProblem {
  return indicatorProblem('指标', row.row, code, {
    column,
    value,
    params: { indicator: row.level3, ...params },
  });
}
