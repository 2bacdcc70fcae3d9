import type { ApplicationDetail } from '#features/applications/rules/application-views.ts';
import type { ApplicationState, TierAtWork } from '#features/applications/rules/states.ts';

import { OWN_STATE_TEXTS, STAGE_TITLES, STEP_TITLES } from './own-texts.ts';
import type { ProgressStep } from './own-views.ts';

interface ProgressGround {
  readonly detail: Pick<ApplicationDetail, 'state' | 'tier' | 'steps' | 'clock' | 'aidType'>;
  readonly tiers: readonly TierAtWork[];
}

type Stage = keyof typeof STAGE_TITLES;

const STAGES: readonly Stage[] = [
  'submission',
  'acceptance',
  'grassroots',
  'town',
  'district',
  'notice',
  'approval',
  'payment',
];

/** What was done, what goes on, and what may still come. */
export function listProgress({ detail, tiers }: ProgressGround): ProgressStep[] {
  const { state, steps, clock } = detail;
  const done = steps.map(({ action, happenedOn }): ProgressStep => ({
    title: STEP_TITLES[action],
    status: 'done',
    on: happenedOn,
    text: null,
  }));
  const ahead = listAhead(detail, tiers).map((stage): ProgressStep => ({
    title: STAGE_TITLES[stage],
    status: 'ahead',
    on: null,
    text: null,
  }));
  if (AT_AN_END.has(state)) return done;
  const now = OWN_STATE_TEXTS[state];
  return [...done, { title: now, status: 'now', on: clock.enteredOn, text: null }, ...ahead];
}

const AT_AN_END: ReadonlySet<ApplicationState> = new Set<ApplicationState>([
  'paid',
  'archived',
  'refused',
  'withdrawn',
]);

/** A union may lack a tier, and emergency aid is paid before its notice. */
function listAhead(
  { state, tier, aidType }: ProgressGround['detail'],
  tiers: readonly TierAtWork[],
): Stage[] {
  const skipped = new Set<Stage>(
    (['grassroots', 'town', 'district'] as const).filter((one) => !tiers.includes(one)),
  );
  if (aidType === '紧急救助') skipped.add('notice');
  const present = STAGES.indexOf(STAGE_OF[state] ?? tier ?? 'acceptance');
  return STAGES.slice(present + 1).filter((stage) => !skipped.has(stage));
}

/** Where a state is no tier's own, its tier tells. */
const STAGE_OF: Partial<Record<ApplicationState, Stage>> = {
  draft: 'submission',
  returned: 'submission',
  submitted: 'acceptance',
  district_notice: 'notice',
  district_approval: 'approval',
  reexamination: 'approval',
  awaiting_payment: 'payment',
  paying: 'payment',
  payment_failed: 'payment',
};
