import { quarterOf, yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { PolicyVersion } from './policy-version.ts';
import type { BreachOf, QuarterOfYear } from './rule-breach.ts';

/** Quarters counted through: the last quarter of a year and the first of the next are neighbours. */
export function toQuarterIndex({ year, quarter }: QuarterOfYear): number {
  return year * 4 + quarter - 1;
}

export function toQuarter(date: PlainDate): QuarterOfYear {
  return { year: yearOf(date), quarter: quarterOf(date) };
}

/**
 * 隔一季度申请: between two quarterly payments to one person lies at least one whole quarter, across
 * New Year too, so neither the same quarter nor the next is paid again. The order of the two rounds
 * does not matter.
 */
export function checkNeighbouringQuarter(
  round: QuarterOfYear,
  earlier: QuarterOfYear,
  policy: PolicyVersion,
): BreachOf<'adjacent_quarter'> | undefined {
  const { minQuarterDistance, citation } = policy.quarterly;
  const distance = Math.abs(toQuarterIndex(round) - toQuarterIndex(earlier));
  if (distance >= minQuarterDistance) return undefined;
  return { code: 'adjacent_quarter', citation, params: { round, earlier } };
}
