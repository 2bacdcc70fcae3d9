import { fraction } from '#core/fraction.ts';
import type { Fraction } from '#core/fraction.ts';

import { findBinomialLimits } from './binomial-limits.ts';

/** Applications and what they are measured by: members, each for the days the union was there. */
export interface RateCount {
  readonly applications: number;
  readonly memberDays: number;
}

export const RATE_VERDICTS = [
  'far_below',
  'below',
  'usual',
  'above',
  'far_above',
  'no_members',
  'nothing_to_compare',
] as const;
export type RateVerdict = (typeof RATE_VERDICTS)[number];

/** Numbers of applications within which a union of this size lies by chance. */
export interface FunnelLimits {
  readonly outerLow: number;
  readonly innerLow: number;
  readonly innerHigh: number;
  readonly outerHigh: number;
}

export interface RateJudgement {
  readonly verdict: RateVerdict;
  /** As many as the union would have at the district's rate; null where nothing can be compared. */
  readonly expected: Fraction | null;
  readonly limits: FunnelLimits | null;
}

/** Passed by chance, to either side, once in 40 and once in 1000 times: 95 % and 99.8 % in between. */
const INNER_TAIL = 0.025;
const OUTER_TAIL = 0.001;

/**
 * Whether a union has fewer or more applications than chance explains if all members of the district
 * apply alike. Given the district's number, that of one union is then binomial with the union's share of
 * members: exact, and the smaller the union, the wider its limits.
 */
export function judgeRate(own: RateCount, district: RateCount): RateJudgement {
  if (own.memberDays <= 0) return { verdict: 'no_members', expected: null, limits: null };
  if (district.applications === 0 || own.memberDays >= district.memberDays) {
    return { verdict: 'nothing_to_compare', expected: null, limits: null };
  }
  const share = own.memberDays / district.memberDays;
  const inner = findBinomialLimits(district.applications, share, INNER_TAIL);
  const outer = findBinomialLimits(district.applications, share, OUTER_TAIL);
  const limits = {
    outerLow: outer.low,
    innerLow: inner.low,
    innerHigh: inner.high,
    outerHigh: outer.high,
  };
  const expected = fraction(
    BigInt(district.applications) * BigInt(own.memberDays),
    BigInt(district.memberDays),
  );
  return { verdict: toVerdict(own.applications, limits), expected, limits };
}

/** Applications per 1,000 members over so many days; null without members. */
export function ratePerThousand(
  { applications, memberDays }: RateCount,
  days: number,
): Fraction | null {
  if (memberDays <= 0) return null;
  return fraction(BigInt(applications) * 1000n * BigInt(days), BigInt(memberDays));
}

function toVerdict(count: number, limits: FunnelLimits): RateVerdict {
  if (count < limits.outerLow) return 'far_below';
  if (count < limits.innerLow) return 'below';
  if (count > limits.outerHigh) return 'far_above';
  return count > limits.innerHigh ? 'above' : 'usual';
}
