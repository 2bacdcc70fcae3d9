import { compare, toFixed, toShort, ZERO } from '#core/fraction.ts';
import type { Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';
import { parseBands } from '#features/indicators/rules/parameters.ts';

import type { Metrics } from '../metrics/compute-metrics.ts';
import { printBound, printMetric, scoredValue } from '../metrics/metric.ts';
import { metricEvidence, requireMetric } from './metric-of-row.ts';
import type { RowResult } from './row-result.ts';

/** 分档: the first bound that the value reaches gives the points. */
export function scoreByBands(row: IndicatorRow, _: Framework, metrics: Metrics): RowResult {
  const name = requireMetric(row);
  const metric = metrics[name];
  const parsed = parseBands(row.parameter ?? '', row.weight);
  if (!parsed.ok) throw new RangeError(`分档 row with bad bands: ${row.level3}`);
  const value = scoredValue(name, metric);
  if (value === null) return { points: null, reasons: [`${name}不适用：${metric.reason ?? ''}`] };
  const index = parsed.bands.findIndex((band) => compare(value, band.bound) >= 0);
  const band = parsed.bands[index];
  const points = band?.points ?? ZERO;
  const reached =
    band === undefined ? '低于最低一档' : `达到${printBound(name, band.bound)}及以上一档`;
  const higher = index > 0 ? parsed.bands[index - 1] : undefined;
  const missed =
    higher === undefined
      ? ''
      : `，未达到${printBound(name, higher.bound)}（${toShort(higher.points, 2)}分）一档`;
  const words = `${name}为${printMetric(name, metric)}，${reached}${missed}，得${toFixed(points, 2)}分`;
  return { points, reasons: [words], evidence: metricEvidence(name, metric) };
}
