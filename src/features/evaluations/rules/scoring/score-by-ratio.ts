import { compare, divide, multiply, toFixed } from '#core/fraction.ts';
import type { Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';

import type { Metrics } from '../metrics/compute-metrics.ts';
import { printBound, printMetric, scoredValue } from '../metrics/metric.ts';
import { metricEvidence, requireMetric } from './metric-of-row.ts';
import type { RowResult } from './score-row.ts';

/** 比率: the full weight at the target, else in proportion — w·v/t, or w·t/v when smaller is better. */
export function scoreByRatio(row: IndicatorRow, _: Framework, metrics: Metrics): RowResult {
  const name = requireMetric(row);
  const metric = metrics[name];
  const value = scoredValue(name, metric);
  const target = row.target;
  if (target === null) throw new RangeError(`比率 row without a target: ${row.level3}`);
  if (value === null) return { points: null, reasons: [`${name}不适用：${metric.reason ?? ''}`] };
  const printed = `${name}为${printMetric(name, metric)}`;
  const bound = printBound(name, target);
  const evidence = metricEvidence(name, metric);
  const isSmallerBetter = row.direction === '越小越好';
  const distance = compare(value, target);
  const isMet = isSmallerBetter ? distance <= 0 : distance >= 0;
  if (isMet) {
    const words = isSmallerBetter ? `不高于目标值${bound}` : `达到目标值${bound}`;
    return { points: row.weight, reasons: [`${printed}，${words}，得满分`], evidence };
  }
  const points = isSmallerBetter
    ? divide(multiply(row.weight, target), value)
    : divide(multiply(row.weight, value), target);
  const words = isSmallerBetter ? `高于目标值${bound}` : `未达到目标值${bound}`;
  const reason = `${printed}，${words}，按比例得${toFixed(points, 2)}分`;
  return { points, reasons: [reason], evidence };
}
