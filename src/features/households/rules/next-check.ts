import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeLastCheck, judgeNotFuture, judgeOpenFile } from './act-conditions.ts';
import { addMonths } from './ages.ts';
import type { ActReason } from './household-reasons.ts';
import type { HouseholdState } from './words.ts';

/** Day by which a file is looked through again; months come from the settings. */
export function nextCheckOn(checkedOn: PlainDate, months: number): PlainDate {
  return addMonths(checkedOn, months);
}

export interface RecheckWish {
  readonly household: { readonly state: HouseholdState; readonly checkedOn: PlainDate };
  readonly checkedOn: PlainDate;
}

export function decideRecheck(
  { household, checkedOn }: RecheckWish,
  today: PlainDate,
): Decision<ActReason> {
  return toDecision([
    ...judgeOpenFile(household),
    ...judgeNotFuture(checkedOn, today),
    ...judgeLastCheck(checkedOn, household.checkedOn),
  ]);
}
