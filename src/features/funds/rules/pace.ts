import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { daysInMonth, monthOf, yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

/** A whole in hundredths of a per cent. */
const WHOLE = 10_000;
/** Points of the budget, in hundredths of a per cent, by which spending may leave the plan line. */
const YELLOW_FROM = 1000;
const RED_FROM = 2000;

export const PACE_LIGHTS = ['green', 'yellow', 'red'] as const;
export type PaceLight = (typeof PACE_LIGHTS)[number];

/** Share of the year's budget planned to be spent by the end of a day; even by month when there is no plan. */
export function plannedShare(
  monthlyPlan: readonly number[] | null,
  year: number,
  on: PlainDate,
): number {
  if (yearOf(on) < year) return 0;
  if (yearOf(on) > year) return WHOLE;
  const month = monthOf(on);
  const [day, length] = [Number(on.slice(8)), daysInMonth(year, month)];
  if (monthlyPlan === null) {
    return Math.round((WHOLE * ((month - 1) * length + day)) / (12 * length));
  }
  const before = monthlyPlan.slice(0, month - 1).reduce((sum, share) => sum + share, 0);
  return before + Math.round(((monthlyPlan[month - 1] ?? 0) * day) / length);
}

/** What was spent in hundredths of a per cent of a base, rounded half up; null of nothing. */
export function rateOf(amount: Fen, base: Fen): number | null {
  if (base <= 0) return null;
  // Sums of a whole district times ten thousand would leave the safe integers.
  return Number((BigInt(amount) * BigInt(2 * WHOLE) + BigInt(base)) / (2n * BigInt(base)));
}

/** `±10%` and `±20%` are points of the budget: at the start of a year any payment would be far off the line itself. */
export function judgePace(spentRate: number | null, planned: number): PaceLight {
  const distance = Math.abs((spentRate ?? planned) - planned);
  return distance >= RED_FROM ? 'red' : distance >= YELLOW_FROM ? 'yellow' : 'green';
}

/** A month of an even plan: before that, what was spent says nothing of the year. */
const SOONEST = 833;

/**
 * Spending at the end of the year if it goes on against the plan as it has: never less than what is
 * promised already, never more than the budget; null in the first weeks.
 */
export function forecastSpending(
  figures: { readonly spentFen: Fen; readonly promisedFen: Fen; readonly budgetFen: Fen },
  planned: number,
): Fen | null {
  if (planned < SOONEST) return null;
  const { spentFen, promisedFen, budgetFen } = figures;
  const onward = Number((BigInt(spentFen) * BigInt(WHOLE)) / BigInt(planned));
  return fen(Math.min(budgetFen, Math.max(onward, spentFen + promisedFen)));
}
