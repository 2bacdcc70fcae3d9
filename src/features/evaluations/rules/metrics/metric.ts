import { fraction, multiply, toFixed, toShort } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import {
  isPassOrFail,
  METRIC_MEASURES,
  metricUnit,
} from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

import type { Metric } from '../evaluation.ts';

const HUNDRED = fraction(100);

interface RateInput {
  readonly numerator: number;
  readonly denominator: number;
  readonly records: readonly string[];
  readonly missed?: readonly string[];
  /** Why there is no rate when the base is zero. */
  readonly whenEmpty: string;
  /** How the base was chosen, when that needs saying. */
  readonly reason?: string;
}

/** A rate; over a zero base it is 不适用 and says why, never 0 % or 100 %. */
export function rateMetric(input: RateInput): Metric {
  const { numerator, denominator } = input;
  const isEmpty = denominator === 0;
  const reason = isEmpty ? input.whenEmpty : input.reason;
  return {
    value: isEmpty ? null : toFixed(fraction(numerator, denominator), 6),
    numerator,
    denominator,
    ...(reason === undefined ? {} : { reason }),
    records: [...input.records],
    ...(input.missed === undefined ? {} : { missed: [...input.missed] }),
  };
}

/** A count of the rows named. */
export function countMetric(value: number, records: readonly string[]): Metric {
  return { value, numerator: value, denominator: null, records: [...records] };
}

/** The metric unrounded: a rate as part of one, a count as itself; null = 不适用. */
export function exactValue(metric: Metric): Fraction | null {
  if (metric.value === null || metric.numerator === null) return null;
  return metric.denominator === null
    ? fraction(metric.numerator)
    : fraction(metric.numerator, metric.denominator);
}

/** The number that targets, bands and bounds are compared with: per cent for a rate. */
export function scoredValue(name: MetricName, metric: Metric): Fraction | null {
  const exact = exactValue(metric);
  if (exact === null) return null;
  return METRIC_MEASURES[name] === 'rate' ? multiply(exact, HUNDRED) : exact;
}

/** `98.44%`, `3笔`, `达标`; `不适用` without a value. */
export function printMetric(name: MetricName, metric: Metric): string {
  const value = scoredValue(name, metric);
  if (value === null) return '不适用';
  if (isPassOrFail(name)) return value.numerator === 0n ? '未达标' : '达标';
  return METRIC_MEASURES[name] === 'rate'
    ? `${toFixed(value, 2)}%`
    : `${toShort(value, 2)}${metricUnit(name)}`;
}

/** A target or bound as written, with the metric's unit: `90%`, `1次`. */
export function printBound(name: MetricName, bound: Fraction): string {
  return `${toShort(bound, 4)}${metricUnit(name)}`;
}
