import { clamp, multiply, subtract, toFixed, toShort, ZERO } from '#core/fraction.ts';
import type { Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';
import { metricUnit } from '#features/indicators/rules/metric-names.ts';
import { parsePointsPerEvent } from '#features/indicators/rules/parameters.ts';

import type { Metrics } from '../metrics/compute-metrics.ts';
import { printMetric, scoredValue } from '../metrics/metric.ts';
import { metricEvidence, requireMetric } from './metric-of-row.ts';
import type { RowResult } from './row-result.ts';

/** 扣分: each event costs a set number of points, never below zero. */
export function scoreByDeduction(row: IndicatorRow, _: Framework, metrics: Metrics): RowResult {
  const name = requireMetric(row);
  const metric = metrics[name];
  const perEvent = parsePointsPerEvent(row.parameter ?? '');
  if (perEvent === undefined) throw new RangeError(`扣分 row with a bad parameter: ${row.level3}`);
  const value = scoredValue(name, metric);
  if (value === null) return { points: null, reasons: [`${name}不适用：${metric.reason ?? ''}`] };
  const points = clamp(subtract(row.weight, multiply(value, perEvent)), ZERO, row.weight);
  const rule = `每${metricUnit(name)}扣${toShort(perEvent, 2)}分`;
  const lost = subtract(row.weight, points);
  const words =
    lost.numerator === 0n
      ? `${name}为${printMetric(name, metric)}，不扣分，得满分`
      : `${name}为${printMetric(name, metric)}，${rule}，扣${toFixed(lost, 2)}分，得${toFixed(points, 2)}分`;
  return { points, reasons: [words], evidence: metricEvidence(name, metric) };
}
