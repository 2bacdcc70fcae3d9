import { toDecision } from '#core/decision.ts';
import type { Decision, NoParams, ReasonOf } from '#core/decision.ts';

/** What a person does to one case, from the application to the payment and what looks back at it. */
export const CASE_ACTS = [
  'apply',
  'file_on_behalf',
  'grassroots_opinion',
  'town_review',
  'district_review',
  'district_approval',
  'payment_making',
  'payment_review',
  'payment_approval',
  'audit',
  'score',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

// A type, not an interface: only so does it fit the open params of Reason.
type TwoActs = {
  readonly act: CaseAct;
  readonly earlier: CaseAct;
};

export interface DutyReasonParams {
  readonly 'duties.own_case': { readonly act: CaseAct };
  readonly 'duties.relative': NoParams;
  readonly 'duties.two_tiers': TwoActs;
  readonly 'duties.approves_and_pays': TwoActs;
  readonly 'duties.payment_chain': TwoActs;
  readonly 'duties.judges_own_work': TwoActs;
}
export type DutyReason = ReasonOf<DutyReasonParams>;

export interface SecondAct {
  /** Who has already acted in the case, and how; repeats do no harm. */
  readonly earlierActors: readonly { readonly accountId: number; readonly act: CaseAct }[];
  readonly actor: {
    readonly accountId: number;
    /** Declared or found to be a relative of the applicant. */
    readonly isRelative: boolean;
  };
  readonly act: CaseAct;
}

type Stage = 'applying' | 'deciding' | 'paying' | 'looking_back';

/** Acts of one tier may be done by one person, also again after a return; acts of two tiers may not. */
const PLACES: Readonly<Record<CaseAct, { readonly stage: Stage; readonly tier: string }>> = {
  apply: { stage: 'applying', tier: 'applicant' },
  file_on_behalf: { stage: 'deciding', tier: 'grassroots' },
  grassroots_opinion: { stage: 'deciding', tier: 'grassroots' },
  town_review: { stage: 'deciding', tier: 'town' },
  district_review: { stage: 'deciding', tier: 'district_review' },
  district_approval: { stage: 'deciding', tier: 'district_approval' },
  payment_making: { stage: 'paying', tier: 'payment_making' },
  payment_review: { stage: 'paying', tier: 'payment_review' },
  payment_approval: { stage: 'paying', tier: 'payment_approval' },
  audit: { stage: 'looking_back', tier: 'audit' },
  score: { stage: 'looking_back', tier: 'score' },
};

/** Nobody judges twice: whether this person may do this act after what was done before in the case. */
export function decideSecondAct({ earlierActors, actor, act }: SecondAct): Decision<DutyReason> {
  const earlierActs = new Set(
    earlierActors.filter(({ accountId }) => accountId === actor.accountId).map((one) => one.act),
  );
  const reasons = CASE_ACTS.filter((earlier) => earlierActs.has(earlier)).flatMap((earlier) =>
    compare(act, earlier),
  );
  // A relative may apply for the family and, as everyone, file papers; the judging is for others.
  const withdraws = actor.isRelative && act !== 'apply' && act !== 'file_on_behalf';
  return toDecision(withdraws ? [{ code: 'duties.relative', params: {} }, ...reasons] : reasons);
}

function compare(act: CaseAct, earlier: CaseAct): DutyReason[] {
  const [now, before] = [PLACES[act], PLACES[earlier]];
  if (now.tier === before.tier) return [];
  const stages = new Set([now.stage, before.stage]);
  if (stages.has('applying')) return [toOwnCase(act, earlier)];
  const params = { act, earlier };
  if (stages.has('looking_back')) {
    // Audit and scoring both look back and take nothing from each other.
    return stages.size === 1 ? [] : [{ code: 'duties.judges_own_work', params }];
  }
  if (stages.size === 2) return [{ code: 'duties.approves_and_pays', params }];
  const code = now.stage === 'paying' ? 'duties.payment_chain' : 'duties.two_tiers';
  return [{ code, params }];
}

function toOwnCase(act: CaseAct, earlier: CaseAct): DutyReason {
  return { code: 'duties.own_case', params: { act: act === 'apply' ? earlier : act } };
}
