import type { CaseAct } from '#features/accounts/rules/decide-second-act.ts';

import { STATE_TRAITS } from './states.ts';
import type { ApplicationState, TierAtWork } from './states.ts';

/** From which desk an act comes: the right of its route. */
export const SEATS = ['filing', 'grassroots', 'town', 'district', 'approval'] as const;
export type Seat = (typeof SEATS)[number];

/** Where a case stands between the tiers of its union. */
export interface Standing {
  readonly state: ApplicationState;
  readonly resumeState: ApplicationState | null;
  /** Tiers that review the union's cases, from below; never empty. */
  readonly tiers: readonly [TierAtWork, ...TierAtWork[]];
}

const REVIEW_STATES: Readonly<Record<TierAtWork, ApplicationState>> = {
  grassroots: 'grassroots_review',
  town: 'town_review',
  district: 'district_review',
};

export function toReviewState(tier: TierAtWork): ApplicationState {
  return REVIEW_STATES[tier];
}

/** The tier a case lies at; what rests lies where it goes on. Null where no tier has to act. */
export function findTierAtWork({ state, resumeState, tiers }: Standing): TierAtWork | null {
  if (state === 'submitted') return tiers[0];
  const { tier } = STATE_TRAITS[state];
  if (resumeState === null) return tier;
  return findTierAtWork({ state: resumeState, resumeState: null, tiers });
}

/** The desk that has to act. */
export function findSeatAtWork(standing: Standing): Seat | null {
  const { state } = standing;
  if (state === 'district_approval' || state === 'reexamination') return 'approval';
  return state === 'supplementing' ? null : findTierAtWork(standing);
}

export function findTierAbove(standing: Standing): TierAtWork | undefined {
  const tier = findTierAtWork(standing);
  return tier === null ? undefined : standing.tiers[standing.tiers.indexOf(tier) + 1];
}

export function findTierBelow(standing: Standing): TierAtWork | undefined {
  const tier = findTierAtWork(standing);
  return tier === null ? undefined : standing.tiers[standing.tiers.indexOf(tier) - 1];
}

/** The duty that acts from a desk fall under; a union that files for a worker files on behalf. */
export function toDuty(seat: Seat, isOwnCase = false): CaseAct {
  return seat === 'filing' && isOwnCase ? 'apply' : DUTIES[seat];
}

const DUTIES: Readonly<Record<Seat, CaseAct>> = {
  filing: 'file_on_behalf',
  grassroots: 'grassroots_opinion',
  town: 'town_review',
  district: 'district_review',
  approval: 'district_approval',
};
