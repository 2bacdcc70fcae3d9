import type { PolicyVersion } from './policy-version.ts';
import type { BreachOf } from './rule-breach.ts';

/** So many quarterly payments a year to one person; `paidBefore` counts those already made. */
export function checkQuarterlyFrequency(
  paidBefore: number,
  policy: PolicyVersion,
): BreachOf<'frequency'> | undefined {
  const { maxPerPersonYear, citation } = policy.quarterly;
  if (paidBefore < maxPerPersonYear) return undefined;
  const params = { count: paidBefore + 1, max: maxPerPersonYear };
  return { code: 'frequency', citation, params };
}
