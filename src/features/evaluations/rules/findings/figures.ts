import { compare, fraction, toFixed } from '#core/fraction.ts';
import { fen, formatYuanShort } from '#core/money.ts';

import type { Metric } from '../evaluation.ts';

/** `265,800元`: how every amount stands in running text. */
export function yuanText(amountFen: number): string {
  return `${formatYuanShort(fen(amountFen))}元`;
}

/** `98.44%` of exact counts, rounded once; the caller knows that the base is not zero. */
export function percentText(part: number, base: number): string {
  return `${toFixed(fraction(BigInt(part) * 100n, BigInt(base)), 2)}%`;
}

/** `14.58%` as the printed form of a fraction that is already rounded to six decimals. */
export function rateText(rate: string): string {
  const match = /^(-?)(\d+)\.(\d{6})$/.exec(rate);
  if (match === null) return rate;
  const [, sign = '', whole = '0', decimals = ''] = match;
  const hundredths = BigInt(whole + decimals);
  return `${sign}${toFixed(fraction(hundredths, 10_000n), 2)}%`;
}

/** The mean of money over a count, in yuan with two decimals at most. */
export function meanYuanText(totalFen: number, count: number): string {
  return `${groupThousands(toFixed(fraction(totalFen, count * 100), 2)).replace(/\.00$/, '')}元`;
}

/** Per cent of a rate metric from its exact base; undefined when it has none (不适用). */
export function metricPercent(metric: Metric | undefined): string | undefined {
  if (metric === undefined || metric.numerator === null || metric.denominator === null) {
    return undefined;
  }
  return metric.denominator === 0 ? undefined : percentText(metric.numerator, metric.denominator);
}

/** True when the metric has a base and lies below `percent`. */
export function isBelow(metric: Metric | undefined, percent: number): boolean {
  if (metric === undefined || metric.numerator === null || metric.denominator === null) {
    return false;
  }
  return metric.denominator > 0 && metric.numerator * 100 < metric.denominator * percent;
}

/** `甲、乙、丙等12个`; all of them when they are few. */
export function listNames(names: readonly string[], unit: string, limit = 6): string {
  if (names.length <= limit) return names.join('、');
  return `${names.slice(0, limit).join('、')}等${names.length}${unit}`;
}

/** `申请编号甲、乙`, for rows that a statement must name. */
export function listApplications(applications: readonly string[], limit = 3): string {
  return `申请编号${listNames(applications, '笔', limit)}`;
}

/** The middle value; halves stay halves, in tenths. */
export function medianText(values: readonly number[]): string {
  return toFixed(median(values), 1).replace(/\.0$/, '');
}

export function median(values: readonly number[]): ReturnType<typeof fraction> {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? fraction(upper) : fraction((sorted[middle - 1] ?? 0) + upper, 2);
}

export function groupThousands(fixed: string): string {
  const [whole = '', decimals] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Negative, zero or positive, as the median of the values is below, at or above `whole`. */
export function compareToWhole(values: readonly number[], whole: number): number {
  return compare(median(values), fraction(whole));
}
