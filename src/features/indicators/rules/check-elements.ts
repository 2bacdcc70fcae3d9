import { compare, fraction, sum, toShort, ZERO } from '#core/fraction.ts';
import { groupBy } from '#core/group-by.ts';

import type { ElementRow, IndicatorRow } from './framework.ts';
import { indicatorProblem } from './indicator-problem.ts';
import type { IndicatorProblem } from './indicator-problem.ts';

/** Checks the 要素 sheet against the rows it belongs to. */
export function checkElements(
  rows: readonly IndicatorRow[],
  elements: readonly ElementRow[],
  ownFramework: boolean,
): IndicatorProblem[] {
  const problems: IndicatorProblem[] = [];
  const kinds = new Map(rows.map((row) => [row.level3, row.kind]));
  const seen = new Map<string, string>();
  for (const element of elements) {
    const kind = kinds.get(element.level3);
    if (kind === undefined) {
      problems.push(fault(element, ['三级指标', element.level3], 'element.unknown_indicator'));
    } else if (kind !== '要素') {
      problems.push(fault(element, ['三级指标', element.level3], 'element.not_used', { kind }));
    }
    const key = `${element.level3}\n${element.element}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, element.row ?? '');
    else problems.push(fault(element, ['要素', element.element], 'element.duplicate', { first }));
    if (ownFramework) problems.push(...checkDecision(element));
  }
  if (ownFramework) problems.push(...checkRowsHaveElements(rows, elements));
  return problems;
}

/** Shares of one row's elements must add to 100 per cent. */
export function checkElementShares(elements: readonly ElementRow[]): IndicatorProblem[] {
  const problems: IndicatorProblem[] = [];
  for (const [level3, group] of groupBy(elements, (element) => element.level3)) {
    const total = sum(group.map((element) => element.share));
    const last = group[group.length - 1];
    if (last === undefined || compare(total, fraction(100)) === 0) continue;
    problems.push(
      fault(last, ['占比', toShort(last.share, 4)], 'element.shares_not_100', {
        indicator: level3,
        total: toShort(total, 4),
      }),
    );
  }
  for (const element of elements) {
    if (compare(element.share, ZERO) <= 0) {
      problems.push(
        fault(element, ['占比', toShort(element.share, 4)], 'element.share_not_positive'),
      );
    }
  }
  return problems;
}

/** With 数据口径 and 下限 the metric decides; otherwise a person must have answered. */
function checkDecision(element: ElementRow): IndicatorProblem[] {
  if (element.metric !== null && element.bound === null) {
    return [fault(element, ['下限', ''], 'element.bound_missing', { metric: element.metric })];
  }
  if (element.metric === null && element.bound !== null) {
    return [fault(element, ['数据口径', ''], 'element.metric_missing')];
  }
  if (element.metric === null && element.answer === null) {
    return [
      fault(element, ['是否满足', ''], 'element.answer_missing', { element: element.element }),
    ];
  }
  if (element.metric !== null && element.answer !== null) {
    return [
      fault(element, ['是否满足', element.answer], 'element.metric_decides', {
        metric: element.metric,
      }),
    ];
  }
  return [];
}

function checkRowsHaveElements(
  rows: readonly IndicatorRow[],
  elements: readonly ElementRow[],
): IndicatorProblem[] {
  const named = new Set(elements.map((element) => element.level3));
  return rows
    .filter((row) => row.kind === '要素' && !named.has(row.level3))
    .map((row) =>
      indicatorProblem('指标', row.row, 'indicator.no_elements', {
        column: '三级指标',
        value: row.level3,
        params: { indicator: row.level3 },
      }),
    );
}

function fault(
  element: ElementRow,
  [column, value]: readonly [string, string],
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): IndicatorProblem {
  return indicatorProblem('要素', element.row, code, {
    column,
    value,
    params: { indicator: element.level3, ...params },
  });
}
