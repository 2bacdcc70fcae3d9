/** States of an application (申请状态); their Chinese names stand in `messages.ts`. */
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'supplementing',
  'grassroots_review',
  'home_visit',
  'grassroots_notice',
  'town_review',
  'district_review',
  'economic_check',
  'district_notice',
  'district_approval',
  'awaiting_payment',
  'paying',
  'paid',
  'payment_failed',
  'archived',
  'returned',
  'refused',
  'withdrawn',
  'reexamination',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Who has to act next; the clock of a tier runs while the case lies there. */
export const TIERS_AT_WORK = ['grassroots', 'town', 'district'] as const;
export type TierAtWork = (typeof TIERS_AT_WORK)[number];

interface StateTraits {
  /** Null where the applicant, finance or nobody has to act. */
  readonly tier: TierAtWork | null;
  /** The clock rests: papers are asked for, or a notice hangs. */
  readonly isResting: boolean;
  readonly isGranted: boolean;
}

const AT_GRASSROOTS: StateTraits = atWork('grassroots');
const AT_TOWN: StateTraits = atWork('town');
const AT_DISTRICT: StateTraits = atWork('district');
const RESTING: StateTraits = { tier: null, isResting: true, isGranted: false };
const GRANTED: StateTraits = { tier: null, isResting: true, isGranted: true };

export const STATE_TRAITS: Readonly<Record<ApplicationState, StateTraits>> = {
  draft: RESTING,
  // Nobody has taken it in yet; which tier must is told by the union it was filed at.
  submitted: AT_GRASSROOTS,
  supplementing: RESTING,
  grassroots_review: AT_GRASSROOTS,
  home_visit: AT_GRASSROOTS,
  grassroots_notice: { ...AT_GRASSROOTS, isResting: true },
  town_review: AT_TOWN,
  district_review: AT_DISTRICT,
  economic_check: AT_DISTRICT,
  district_notice: { ...AT_DISTRICT, isResting: true },
  district_approval: AT_DISTRICT,
  awaiting_payment: GRANTED,
  paying: GRANTED,
  paid: GRANTED,
  payment_failed: GRANTED,
  archived: GRANTED,
  returned: RESTING,
  refused: RESTING,
  withdrawn: RESTING,
  reexamination: AT_DISTRICT,
};

export function isApplicationState(text: string): text is ApplicationState {
  return APPLICATION_STATES.some((state) => state === text);
}

/** Still on its way to a decision: neither granted nor at an end. */
export function isOpenState(state: ApplicationState): boolean {
  const { tier, isGranted } = STATE_TRAITS[state];
  return !isGranted && (tier !== null || state === 'supplementing');
}

function atWork(tier: TierAtWork): StateTraits {
  return { tier, isResting: false, isGranted: false };
}
