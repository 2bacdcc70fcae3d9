import type { StepView } from './application-views.ts';
import type { ApplicationState } from './states.ts';
import type { Action } from './transitions.ts';

/** Boxes of the approval form (审批表): one a tier, and the district's is parted into review and decision. */
export const OPINION_BOXES = ['grassroots', 'town', 'district', 'approval'] as const;
export type OpinionBox = (typeof OPINION_BOXES)[number];
export type Opinions = Readonly<Record<OpinionBox, StepView | null>>;

const NONE: Opinions = { grassroots: null, town: null, district: null, approval: null };

const BOX_OF_STATE: Readonly<Partial<Record<ApplicationState, OpinionBox>>> = {
  grassroots_review: 'grassroots',
  grassroots_notice: 'grassroots',
  town_review: 'town',
  district_review: 'district',
  district_notice: 'district',
  district_approval: 'approval',
};

const BOX_OF_ACTION: Readonly<Partial<Record<Action, OpinionBox>>> = {
  pass_grassroots: 'grassroots',
  pass_town: 'town',
  pass_district: 'district',
  approve: 'approval',
  uphold: 'approval',
};

/**
 * The opinion that stands at each tier. What was sent back or taken up again stands no longer until it is
 * said anew, and a tier that was passed over has none.
 */
export function findOpinions(steps: readonly StepView[]): Opinions {
  return steps.reduce(afterStep, NONE);
}

function afterStep(opinions: Opinions, step: StepView): Opinions {
  const { action, fromState, toState } = step;
  if (action === 'return_to_applicant') return NONE;
  if (action === 'send_back' || action === 'overturn')
    return clearFrom(opinions, BOX_OF_STATE[toState]);
  const box = action === 'refuse' ? BOX_OF_STATE[fromState] : BOX_OF_ACTION[action];
  return box === undefined ? opinions : { ...opinions, [box]: step };
}

/** The box and all above it. */
function clearFrom(opinions: Opinions, box: OpinionBox | undefined): Opinions {
  if (box === undefined) return opinions;
  const cleared = OPINION_BOXES.slice(OPINION_BOXES.indexOf(box)).map((one) => [one, null]);
  return { ...opinions, ...Object.fromEntries(cleared) };
}

/** The refusal that stands; null where none does. */
export function findRefusal(steps: readonly StepView[]): StepView | null {
  return steps.findLast(({ action }) => action === 'refuse') ?? null;
}

/** What the rules said when they were last asked. */
export function findLastJudgement(steps: readonly StepView[]): StepView['judgement'] {
  return steps.findLast(({ judgement }) => judgement !== null)?.judgement ?? null;
}
