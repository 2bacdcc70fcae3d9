import type { IndicatorRow } from '#features/indicators/rules/framework.ts';
import { METRIC_MEASURES, metricUnit } from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

import type { Metric } from '../evaluation.ts';

/** Frameworks are checked before they score, so a row without its metric is a bug. */
export function requireMetric(row: IndicatorRow): MetricName {
  if (row.metric === null) throw new RangeError(`${row.kind} row without a metric: ${row.level3}`);
  return row.metric;
}

/** What stands behind the figure, in a few words: numerator, base, rows. */
export function metricEvidence(name: MetricName, metric: Metric): string[] {
  if (METRIC_MEASURES[name] === 'count') {
    return [`${name}：${metric.numerator ?? 0}${metricUnit(name)}，逐笔见对应记录`];
  }
  const missed = metric.missed?.length ?? 0;
  const missing = missed > 0 ? `，其中${missed}条未达到要求` : '';
  return [`${name}：依据${metric.records.length}条记录计算${missing}`];
}
