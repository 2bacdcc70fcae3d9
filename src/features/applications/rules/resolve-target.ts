import type { AidType, PolicyVersion } from '#features/policies/rules/policy-version.ts';

import { isApplicationState } from './states.ts';
import type { ApplicationState } from './states.ts';
import { findTierAbove, findTierBelow, toReviewState } from './tiers.ts';
import type { Standing } from './tiers.ts';
import { TRANSITIONS } from './transitions.ts';
import type { Action } from './transitions.ts';

export interface TargetGround extends Standing {
  readonly aidType: AidType;
  readonly policy: Pick<PolicyVersion, 'notice'>;
}

export interface ResolvedTarget {
  readonly state: ApplicationState;
  /** Where it goes on after an interruption; null unless one begins. */
  readonly resumeState: ApplicationState | null;
}

const INTERRUPTIONS: ReadonlySet<ApplicationState> = new Set<ApplicationState>([
  'supplementing',
  'home_visit',
  'economic_check',
]);

/**
 * The state an act leads to. Undefined when there is no such tier: a case of the lowest tier cannot be
 * sent back, one of the highest not be taken over.
 */
export function resolveTarget(action: Action, ground: TargetGround): ResolvedTarget | undefined {
  const state = findState(action, ground);
  if (state === undefined) return undefined;
  return { state, resumeState: INTERRUPTIONS.has(state) ? ground.state : null };
}

function findState(action: Action, ground: TargetGround): ApplicationState | undefined {
  const { to } = TRANSITIONS[action];
  if (isApplicationState(to)) return to;
  switch (to) {
    case 'entry':
      return toReviewState(ground.tiers[0]);
    case 'resume':
      return ground.resumeState ?? undefined;
    case 'next_tier':
      return findNextReview(ground);
    case 'previous_tier':
      return findPreviousReview(ground);
    case 'after_grassroots':
      return hasNotice(ground, 'grassrootsDays') ? 'grassroots_notice' : findNextReview(ground);
    case 'after_district':
      return hasNotice(ground, 'districtDays') ? 'district_notice' : 'district_approval';
  }
}

function findNextReview(ground: TargetGround): ApplicationState | undefined {
  const tier = findTierAbove(ground);
  return tier === undefined ? undefined : toReviewState(tier);
}

/** From the approval it goes back to the review of the same district. */
function findPreviousReview(ground: TargetGround): ApplicationState | undefined {
  if (ground.state === 'district_approval') return 'district_review';
  const tier = findTierBelow(ground);
  return tier === undefined ? undefined : toReviewState(tier);
}

/** Emergency aid need not wait for a notice that is put up after payment. */
function hasNotice(
  { aidType, policy: { notice } }: TargetGround,
  days: 'grassrootsDays' | 'districtDays',
): boolean {
  return notice[days] > 0 && !(aidType === '紧急救助' && notice.isAfterPaymentForEmergency);
}
