import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { addMonths } from './ages.ts';
import type { ClassStandards } from './class-standards.ts';
import type { HouseholdForm } from './household-form.ts';
import type { ClassReason } from './household-reasons.ts';

export interface AccidentJudgement {
  readonly counts: boolean;
  readonly reason: ClassReason;
}

/**
 * 意外致困: disaster, accident, epidemic and public danger count as soon as the family bears a cost of
 * its own; a sudden illness only when that cost eats up its share of the yearly income.
 */
export function judgeAccident(
  accident: NonNullable<HouseholdForm['accident']>,
  incomeFen: Fen,
  { accidentSharePercent: percent, accidentMonths: months }: ClassStandards,
  on: PlainDate,
): AccidentJudgement {
  const { kind, happenedOn, netCost: costFen } = accident;
  if (happenedOn > on || addMonths(happenedOn, months) < on) {
    const params = { happenedOn, on, months };
    return { counts: false, reason: { code: 'household.accident_out_of_time', params } };
  }
  if (costFen === 0) {
    return { counts: false, reason: { code: 'household.accident_without_cost', params: {} } };
  }
  if (kind !== 'sudden_illness') {
    const params = { kind, happenedOn, costFen };
    return { counts: true, reason: { code: 'household.class_accidental', params } };
  }
  const counts = costFen * 100 > incomeFen * percent;
  const code = counts ? 'household.class_sudden_illness' : 'household.illness_cost_low';
  return { counts, reason: { code, params: { costFen, incomeFen, percent } } };
}
