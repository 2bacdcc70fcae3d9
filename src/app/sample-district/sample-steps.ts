import type { PlainDate } from '#core/plain-date.ts';
import type { CaseAct } from '#features/accounts/rules/decide-second-act.ts';
import type { ApplicationState } from '#features/applications/rules/states.ts';
import type { Action } from '#features/applications/rules/transitions.ts';
import type { AidRow, ReviewColumn } from '#features/fund-years/rules/year-records.ts';

/** One act of a case of the sample year, as its paper form tells it. */
export interface SampleStep {
  readonly action: Action;
  readonly fromState: ApplicationState;
  readonly toState: ApplicationState;
  readonly duty: CaseAct;
  readonly opinion: string | null;
  /** The tier proposes, or grants, what was paid. */
  readonly isJudged: boolean;
  readonly tier: 'grassroots' | 'town' | 'district';
  readonly on: PlainDate;
}

const TAKEN_IN = '材料收齐，予以受理（样例）';
const SKIPPED = '审批表的基层意见栏没有填写完整，由镇街受理（样例）';
const CHECKED = '经审核符合条件，报请审批（样例）';

/**
 * The way of a row of the ledger over the desks. A column of the paper form without its opinion or its day
 * is no opinion to the database, which keeps none that is blank: that tier then has no step of its own.
 */
export function listSampleSteps(row: AidRow): readonly SampleStep[] {
  const { appliedOn, grassroots, town, district, receivedOn, status } = row;
  if (district.date === null || receivedOn === null)
    throw new Error(`${row.application} is undecided`);
  const byGrassroots = toFilled(grassroots);
  const byTown = toFilled(town);
  const first = byGrassroots === null ? 'town_review' : 'grassroots_review';
  const steps: SampleStep[] = [
    { ...FILED, on: appliedOn },
    {
      action: 'accept',
      fromState: 'submitted',
      toState: first,
      duty: byGrassroots === null ? 'town_review' : 'grassroots_opinion',
      opinion: byGrassroots === null ? SKIPPED : TAKEN_IN,
      isJudged: false,
      tier: byGrassroots === null ? 'town' : 'grassroots',
      on: appliedOn,
    },
  ];
  if (byGrassroots !== null) {
    const toState = byTown === null ? 'district_review' : 'town_review';
    steps.push({ ...PASSED.grassroots, toState, ...byGrassroots });
  }
  if (byTown !== null) steps.push({ ...PASSED.town, ...byTown });
  steps.push({ ...PASSED.district, opinion: CHECKED, on: district.date });
  const isRefused = status === '不予救助';
  const decided = isRefused ? REFUSED : APPROVED;
  steps.push({ ...decided, opinion: district.opinion, on: district.date });
  return steps;
}

interface FilledColumn {
  readonly opinion: string;
  readonly on: PlainDate;
}

function toFilled({ opinion, date }: ReviewColumn): FilledColumn | null {
  return opinion === null || date === null ? null : { opinion, on: date };
}

const FILED = {
  action: 'submit',
  fromState: 'draft',
  toState: 'submitted',
  duty: 'file_on_behalf',
  opinion: null,
  isJudged: false,
  tier: 'grassroots',
} as const;
const PASSED = {
  grassroots: {
    action: 'pass_grassroots',
    fromState: 'grassroots_review',
    duty: 'grassroots_opinion',
    isJudged: true,
    tier: 'grassroots',
  },
  town: {
    action: 'pass_town',
    fromState: 'town_review',
    toState: 'district_review',
    duty: 'town_review',
    isJudged: true,
    tier: 'town',
  },
  district: {
    action: 'pass_district',
    fromState: 'district_review',
    toState: 'district_approval',
    duty: 'district_review',
    isJudged: true,
    tier: 'district',
  },
} as const;
const APPROVED = {
  action: 'approve',
  fromState: 'district_approval',
  toState: 'awaiting_payment',
  duty: 'district_approval',
  isJudged: true,
  tier: 'district',
} as const;
const REFUSED = { ...APPROVED, action: 'refuse', toState: 'refused', isJudged: false } as const;
