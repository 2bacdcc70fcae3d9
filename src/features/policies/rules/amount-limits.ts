import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { ClassRule, PolicyVersion } from './policy-version.ts';
import type { BreachOf } from './rule-breach.ts';

/*
 * Limits in money. A line itself is still allowed (不超过). Caps of persons and households are on
 * money alone: goods stand beside it under a limit of their own.
 */

/** Both ends of a class range belong to it; where two classes touch, the class decides. */
export function checkClassRange(
  amountFen: Fen,
  classRule: ClassRule,
): BreachOf<'range'> | undefined {
  const { code, minFen, maxFen, citation } = classRule;
  if (amountFen >= minFen && amountFen <= maxFen) return undefined;
  return { code: 'range', citation, params: { aidClass: code, amountFen, minFen, maxFen } };
}

/** Soft limit of one payment to one person; the caller knows whether a special reason lifts it. */
export function checkPersonCap(
  amountFen: Fen,
  policy: PolicyVersion,
): BreachOf<'person_cap'> | undefined {
  const { limitFen, citation } = policy.personPerTime;
  if (amountFen <= limitFen) return undefined;
  return { code: 'person_cap', citation, params: { amountFen, limitFen } };
}

/** Soft limit of a household-year; `totalFen` includes this payment and every kind of money aid. */
export function checkHouseholdCap(
  totalFen: Fen,
  policy: PolicyVersion,
): BreachOf<'household_cap'> | undefined {
  const { limitFen, citation } = policy.householdYear;
  if (totalFen <= limitFen) return undefined;
  return { code: 'household_cap', citation, params: { totalFen, limitFen } };
}

/** Hard ceiling of a household-year in months of the minimum living standard: no reason lifts it. */
export function checkHouseholdHardCap(
  totalFen: Fen,
  minimumLivingFen: Fen,
  policy: PolicyVersion,
): BreachOf<'household_hard_cap'> | undefined {
  const { months, citation } = policy.householdYearHard;
  if (totalFen <= months * minimumLivingFen) return undefined;
  const limitFen = fen(months * minimumLivingFen);
  const params = { totalFen, limitFen, months, minimumLivingFen };
  return { code: 'household_hard_cap', citation, params };
}

/** Goods of one household at one time; `totalFen` includes this gift. */
export function checkGoodsCap(
  totalFen: Fen,
  policy: PolicyVersion,
): BreachOf<'goods_cap'> | undefined {
  const { limitFen, citation } = policy.goodsPerTime;
  if (totalFen <= limitFen) return undefined;
  return { code: 'goods_cap', citation, params: { totalFen, limitFen } };
}

/** A fund source never pays more than it still holds. */
export function checkFundSource(
  payment: { readonly source: string; readonly amountFen: Fen; readonly availableFen: Fen },
  policy: PolicyVersion,
): BreachOf<'overspent_source'> | undefined {
  if (payment.amountFen <= payment.availableFen) return undefined;
  const { source, amountFen, availableFen } = payment;
  const params = { source, amountFen, availableFen };
  return { code: 'overspent_source', citation: policy.fundSource, params };
}
