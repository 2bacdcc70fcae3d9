import type { PlainDate } from '#core/plain-date.ts';

import type { ActReason } from './household-reasons.ts';
import type { HouseholdState } from './words.ts';

/** A file as far as acts on it are judged. */
export interface JudgedFile {
  readonly state: HouseholdState;
  readonly openedOn: PlainDate;
}

export function judgeOpenFile({ state }: Pick<JudgedFile, 'state'>): ActReason[] {
  return state === 'open' ? [] : [{ code: 'household.not_open', params: { state } }];
}

export function judgeNotFuture(day: PlainDate, today: PlainDate): ActReason[] {
  return day > today ? [{ code: 'household.day_in_future', params: { day, today } }] : [];
}

export function judgeAfterOpening(
  day: PlainDate,
  { openedOn }: Pick<JudgedFile, 'openedOn'>,
): ActReason[] {
  return day < openedOn
    ? [{ code: 'household.day_before_opening', params: { day, earlier: openedOn } }]
    : [];
}

export function judgeLastCheck(day: PlainDate, checkedOn: PlainDate): ActReason[] {
  return day < checkedOn
    ? [{ code: 'household.day_before_last_check', params: { day, earlier: checkedOn } }]
    : [];
}
