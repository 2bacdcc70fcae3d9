import { compare, divide, multiply, toFixed } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';
import type { Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';
import { isPassOrFail } from '#features/indicators/rules/metric-names.ts';

import type { Metrics } from '../metrics/compute-metrics.ts';
import { printBound, printMetric, scoredValue } from '../metrics/metric.ts';
import { metricEvidence, requireMetric } from './metric-of-row.ts';
import type { RowResult } from './row-result.ts';

/** 比率: the full weight at the target, else in proportion — w·v/t, or w·t/v when smaller is better. */
export function scoreByRatio(row: IndicatorRow, _: Framework, metrics: Metrics): RowResult {
  const name = requireMetric(row);
  const metric = metrics[name];
  const value = scoredValue(name, metric);
  const { target, weight } = row;
  if (target === null) throw new RangeError(`比率 row without a target: ${row.level3}`);
  if (value === null) return { points: null, reasons: [`${name}不适用：${metric.reason ?? ''}`] };
  const isSmallerBetter = row.direction === '越小越好';
  const isMet = isSmallerBetter ? compare(value, target) <= 0 : compare(value, target) >= 0;
  const points = isMet ? weight : proportion(weight, value, target, isSmallerBetter);
  const earned = isMet ? '得满分' : `按比例得${toFixed(points, 2)}分`;
  const reason = isPassOrFail(name)
    ? `${name}${printMetric(name, metric)}：${metric.reason ?? ''}，${earned}`
    : `${name}为${printMetric(name, metric)}，${compareWords(isMet, isSmallerBetter)}${printBound(name, target)}，${earned}`;
  return { points, reasons: [reason], evidence: metricEvidence(name, metric) };
}

function proportion(
  weight: Fraction,
  value: Fraction,
  target: Fraction,
  isSmallerBetter: boolean,
): Fraction {
  return isSmallerBetter
    ? divide(multiply(weight, target), value)
    : divide(multiply(weight, value), target);
}

function compareWords(isMet: boolean, isSmallerBetter: boolean): string {
  if (isSmallerBetter) return isMet ? '不高于目标值' : '高于目标值';
  return isMet ? '达到目标值' : '未达到目标值';
}
