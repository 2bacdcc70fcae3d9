import { addDays } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { AidType, PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { addWorkingDays, workingDaysBetween } from '#features/policies/rules/working-days.ts';

import type { Light } from './application-inputs.ts';
import { STATE_TRAITS } from './states.ts';
import type { TierAtWork } from './states.ts';
import { findTierAtWork } from './tiers.ts';
import type { Standing } from './tiers.ts';

/** Yellow from seven tenths of the limit on. */
const WARN_TENTHS = 7;

/** The clock of a tier (办理时限): the working days a case has lain there, rests left out. */
export interface Clock {
  /** From when it runs; while it rests, when the rest began. */
  readonly enteredOn: PlainDate;
  /** Working days it had run before it last rested. */
  readonly spentDays: number;
}

export interface ClockDays {
  readonly limitDays: number | null;
  /** First day of yellow; null while the clock rests. */
  readonly warnOn: PlainDate | null;
  /** Last day of the limit; null while the clock rests. */
  readonly dueOn: PlainDate | null;
}

/** The clock after an act of today: it goes on within a tier, rests with the case, and begins anew elsewhere. */
export function moveClock(
  clock: Clock,
  { before, after }: { readonly before: Standing; readonly after: Standing },
  today: PlainDate,
): Clock {
  if (findTierAtWork(before) !== findTierAtWork(after) || after.state === 'submitted') {
    return { enteredOn: today, spentDays: 0 };
  }
  const [wasResting, isResting] = [isAtRest(before), isAtRest(after)];
  if (wasResting === isResting) return clock;
  if (wasResting) return { enteredOn: today, spentDays: clock.spentDays };
  return { enteredOn: today, spentDays: countSpent(clock, today) };
}

export interface ClockGround extends Standing, Clock {
  readonly aidType: AidType;
  /** Null for a draft. */
  readonly appliedOn: PlainDate | null;
  readonly policy: Pick<PolicyVersion, 'clocks' | 'districtReview'>;
}

/** The days on which the lights change; also after the calendar of working days was changed. */
export function findClockDays(ground: ClockGround): ClockDays {
  const tier = findTierAtWork(ground);
  if (tier === null || isAtRest(ground)) return { limitDays: null, warnOn: null, dueOn: null };
  const limitDays = findLimit(tier, ground);
  const dueOn = addSpending(ground, limitDays);
  const warnOn = addSpending(ground, Math.ceil((limitDays * WARN_TENTHS) / 10));
  const last = findChainEnd(ground);
  return {
    limitDays,
    warnOn: last !== null && last < warnOn ? last : warnOn,
    dueOn: last !== null && last < dueOn ? last : dueOn,
  };
}

/** Null while the clock rests. */
export function findLight(
  { warnOn, dueOn }: Pick<ClockDays, 'warnOn' | 'dueOn'>,
  today: PlainDate,
): Light | null {
  if (warnOn === null || dueOn === null) return null;
  if (today > dueOn) return 'red';
  return today >= warnOn ? 'yellow' : 'green';
}

/** Working days used up to today. */
export function countUsed(ground: Standing & Clock, today: PlainDate): number {
  return isAtRest(ground) ? ground.spentDays : countSpent(ground, today);
}

function findLimit(tier: TierAtWork, { state, policy }: ClockGround): number {
  if (state === 'reexamination') return policy.clocks.reexaminationDays;
  switch (tier) {
    case 'grassroots':
      return policy.clocks.grassrootsDays;
    case 'town':
      return policy.clocks.townDays;
    case 'district':
      return policy.districtReview.workingDays;
  }
}

/** Emergency aid has one limit for the whole way as well. */
function findChainEnd({ aidType, appliedOn, policy, state }: ClockGround): PlainDate | null {
  const isBound = aidType === '紧急救助' && appliedOn !== null && state !== 'reexamination';
  return isBound ? addWorkingDays(appliedOn, policy.clocks.emergencyDays) : null;
}

/** A clock that had run out before it rested is overdue from the first day on. */
function addSpending({ enteredOn, spentDays }: Clock, days: number): PlainDate {
  if (spentDays > days) return addDays(enteredOn, -1);
  return addWorkingDays(enteredOn, days - spentDays);
}

function countSpent({ enteredOn, spentDays }: Clock, today: PlainDate): number {
  return spentDays + Math.max(0, workingDaysBetween(enteredOn, today));
}

function isAtRest({ state }: Standing): boolean {
  return STATE_TRAITS[state].isResting;
}
