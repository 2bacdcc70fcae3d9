import type { ApplicationState } from './states.ts';

/** What can be done to an application. */
export const ACTIONS = [
  'submit',
  'accept',
  'ask_supplement',
  'answer_supplement',
  'start_visit',
  'record_visit',
  'start_check',
  'record_check',
  'pass_grassroots',
  'end_grassroots_notice',
  'pass_town',
  'pass_district',
  'end_district_notice',
  'approve',
  'send_back',
  'return_to_applicant',
  'refuse',
  'withdraw',
  'take_over',
  'request_reexamination',
  'uphold',
  'overturn',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Where an act leads. `entry`: to the first tier above the applicant that the union has; `resume`: back
 * to where it was interrupted; `next_tier`: past the grassroots union; `previous_tier`: one down again;
 * `after_grassroots`, `after_district`: the tier's notice, or past it where none is due before payment.
 */
export type Target =
  | ApplicationState
  | 'entry'
  | 'resume'
  | 'next_tier'
  | 'previous_tier'
  | 'after_grassroots'
  | 'after_district';

/** Whose act it is: the applicant's (or a union's on behalf), a tier's, or the program's at a notice's end. */
export type Doer =
  | 'applicant'
  | 'grassroots'
  | 'town'
  | 'district_review'
  | 'district_approval'
  /** Whoever the present state waits for. */
  | 'tier_at_work'
  /** The tier above the one that let its time pass. */
  | 'tier_above'
  | 'program';

export interface Transition {
  readonly from: readonly ApplicationState[];
  readonly to: Target;
  readonly doer: Doer;
  /** An opinion in words; without one nothing is passed, returned or refused. */
  readonly needsOpinion: boolean;
  /** Judged by the rules, with the amount and the finding of the tier. */
  readonly isJudged: boolean;
}

const REVIEWS = ['grassroots_review', 'town_review', 'district_review'] as const;
/** Before a decision: the applicant may still take it back. A draft is thrown away instead. */
const UNDECIDED = [
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
  'returned',
  'reexamination',
] as const;

/** The one table of the flow: server, pages, tests and the diagram of the docs are made from it. */
export const TRANSITIONS: Readonly<Record<Action, Transition>> = {
  submit: plain(['draft', 'returned'], 'submitted', 'applicant'),
  accept: opinion(['submitted'], 'entry', 'tier_at_work'),
  ask_supplement: opinion(['submitted', ...REVIEWS], 'supplementing', 'tier_at_work'),
  answer_supplement: plain(['supplementing'], 'resume', 'applicant'),
  start_visit: opinion(['grassroots_review', 'town_review'], 'home_visit', 'tier_at_work'),
  record_visit: opinion(['home_visit'], 'resume', 'tier_at_work'),
  start_check: opinion(['district_review'], 'economic_check', 'district_review'),
  record_check: opinion(['economic_check'], 'resume', 'district_review'),
  pass_grassroots: judged(['grassroots_review'], 'after_grassroots', 'grassroots'),
  end_grassroots_notice: plain(['grassroots_notice'], 'next_tier', 'program'),
  pass_town: judged(['town_review'], 'district_review', 'town'),
  pass_district: judged(['district_review'], 'after_district', 'district_review'),
  end_district_notice: plain(['district_notice'], 'district_approval', 'program'),
  approve: judged(['district_approval'], 'awaiting_payment', 'district_approval'),
  send_back: opinion(
    ['town_review', 'district_review', 'district_approval'],
    'previous_tier',
    'tier_at_work',
  ),
  return_to_applicant: opinion(['submitted', ...REVIEWS], 'returned', 'tier_at_work'),
  refuse: opinion(
    [...REVIEWS, 'grassroots_notice', 'district_notice', 'district_approval'],
    'refused',
    'tier_at_work',
  ),
  withdraw: plain([...UNDECIDED], 'withdrawn', 'applicant'),
  take_over: opinion(
    ['submitted', 'grassroots_review', 'home_visit', 'town_review'],
    'next_tier',
    'tier_above',
  ),
  request_reexamination: opinion(['refused'], 'reexamination', 'applicant'),
  uphold: opinion(['reexamination'], 'refused', 'district_approval'),
  overturn: opinion(['reexamination'], 'district_review', 'district_approval'),
};

function plain(from: readonly ApplicationState[], to: Target, doer: Doer): Transition {
  return { from, to, doer, needsOpinion: false, isJudged: false };
}

function opinion(from: readonly ApplicationState[], to: Target, doer: Doer): Transition {
  return { from, to, doer, needsOpinion: true, isJudged: false };
}

function judged(from: readonly ApplicationState[], to: Target, doer: Doer): Transition {
  return { from, to, doer, needsOpinion: true, isJudged: true };
}
