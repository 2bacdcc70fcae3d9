import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { judgeNotFuture } from './act-conditions.ts';
import { toSeveral } from './household-reasons.ts';
import type { ActReason } from './household-reasons.ts';
import type { HouseholdState } from './words.ts';

export interface RelapseWish {
  readonly household: { readonly state: HouseholdState; readonly exitedOn: PlainDate | null };
  readonly from: PlainDate;
  /** Names of those of the file who are in an open file of another household by now. */
  readonly peopleElsewhere: readonly string[];
}

/** Whether an ended file may be taken up again (返困). One person is in one file. */
export function decideRelapse(
  { household, from, peopleElsewhere }: RelapseWish,
  today: PlainDate,
): Decision<ActReason> {
  const { state, exitedOn } = household;
  if (state !== 'exited') {
    return { ok: false, reasons: [{ code: 'household.not_exited', params: { state } }] };
  }
  const reasons = judgeNotFuture(from, today);
  if (exitedOn !== null && from < exitedOn) {
    const params = { day: from, earlier: exitedOn };
    reasons.push({ code: 'household.day_before_exit', params });
  }
  if (peopleElsewhere.length > 0) {
    reasons.push({ code: 'household.people_elsewhere', params: toSeveral(peopleElsewhere) });
  }
  return toDecision(reasons);
}
