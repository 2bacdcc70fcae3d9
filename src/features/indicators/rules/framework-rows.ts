import { decimal } from '#core/fraction.ts';

import type { ElementRow, IndicatorCategory, IndicatorRow, ScoringKind } from './framework.ts';
import type { MetricName } from './metric-names.ts';

interface RowOptions {
  readonly metric?: MetricName;
  readonly target?: string;
  readonly parameter?: string;
}

/** A builder for the rows under one level-2 name; keeps the tables of framework data readable. */
export function branch(
  level1: string,
  level2: string,
  category: IndicatorCategory,
): (level3: string, weight: string, kind: ScoringKind, options?: RowOptions) => IndicatorRow {
  return (level3, weight, kind, options = {}) => ({
    level1,
    level2,
    level3,
    weight: decimal(weight),
    category,
    kind,
    metric: options.metric ?? null,
    target: options.target === undefined ? null : decimal(options.target),
    direction: '越大越好',
    parameter: options.parameter ?? null,
    row: null,
  });
}

/** A share in per cent, then what is asked, then the metric and lower bound when a metric decides. */
export type ElementData =
  | readonly [share: string, element: string]
  | readonly [share: string, element: string, metric: MetricName, bound: string];

export function elementsOf(level3: string, data: readonly ElementData[]): readonly ElementRow[] {
  return data.map(([share, element, metric, bound]) => ({
    level3,
    element,
    share: decimal(share),
    answer: null,
    metric: metric ?? null,
    bound: bound === undefined ? null : decimal(bound),
    evidence: null,
    note: null,
    row: null,
  }));
}
