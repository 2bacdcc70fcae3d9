import type { PlainDate } from '#core/plain-date.ts';
import type { AidClass, PolicyVersion } from '#features/policies/rules/policy-version.ts';

import type { ActReason } from './act-reasons.ts';
import type { ActInput, ConsentKind } from './application-inputs.ts';
import type { Judgement } from './application-views.ts';
import type { Seat } from './tiers.ts';
import { TRANSITIONS } from './transitions.ts';
import type { Action } from './transitions.ts';

export interface ContentGround {
  readonly today: PlainDate;
  readonly seat: Seat;
  readonly policy: Pick<PolicyVersion, 'clocks'>;
  readonly aidClass: AidClass | null;
  /** Goods have no class. */
  readonly isGoods: boolean;
  readonly isHouseholdOpen: boolean;
  /** Names of required papers that are not there. */
  readonly missingPapers: readonly string[];
  readonly missingConsents: readonly ConsentKind[];
  /** What the rules say with the amount and the finding of the act; null for acts that are not judged. */
  readonly judgement: Judgement | null;
  readonly openObjectionCount: number;
  /** Last day of the notice that hangs; null when none does. */
  readonly noticeEndsOn: PlainDate | null;
}

type Content = Omit<ActInput, 'action' | 'version'>;

/** Whether what an act says is whole, and what the rules say to it: every reason against it. */
export function checkContent(
  action: Action,
  content: Content,
  ground: ContentGround,
): readonly ActReason[] {
  const { needsOpinion, isJudged } = TRANSITIONS[action];
  const isSilent = needsOpinion && (content.opinion === null || content.opinion.length < 2);
  return [
    ...(isSilent ? [OPINION_MISSING] : []),
    ...(isJudged ? checkJudged(content, ground) : []),
    ...(CHECKS[action]?.(content, ground) ?? []),
  ];
}

const OPINION_MISSING: ActReason = { code: 'application.opinion_missing', params: {} };

type Check = (content: Content, ground: ContentGround) => ActReason[];

/** What an act asks for beside its opinion; most ask for nothing. */
const CHECKS: Partial<Record<Action, Check>> = {
  submit: (_content, ground) => checkWhole(ground),
  answer_supplement: (_content, ground) => checkWhole(ground),
  ask_supplement: checkSupplement,
  record_visit: checkVisit,
  record_check: checkEconomicCheck,
  end_grassroots_notice: (_content, ground) => checkNotice(ground),
  end_district_notice: (_content, ground) => checkNotice(ground),
};

function checkSupplement({ supplement }: Content): ActReason[] {
  const isGiven = supplement !== null && (supplement.papers.length > 0 || supplement.note !== null);
  return isGiven ? [] : [{ code: 'application.supplement_missing', params: {} }];
}

function checkEconomicCheck({ check }: Content, { today }: ContentGround): ActReason[] {
  if (check === null) return [{ code: 'application.check_missing', params: {} }];
  return checkPast(check.answeredOn, today);
}

/** All gaps at once (一次性告知). */
function checkWhole(ground: ContentGround): ActReason[] {
  const { aidClass, isGoods, isHouseholdOpen, missingPapers, missingConsents } = ground;
  return [
    ...(isHouseholdOpen ? [] : [HOUSEHOLD_CLOSED]),
    ...(aidClass === null && !isGoods ? [CLASS_MISSING] : []),
    ...missingPapers.map((paper): ActReason => ({
      code: 'application.paper_missing',
      params: { paper },
    })),
    ...missingConsents.map((consent): ActReason => ({
      code: 'application.consent_missing',
      params: { consent },
    })),
  ];
}

const HOUSEHOLD_CLOSED: ActReason = { code: 'application.household_closed', params: {} };
const CLASS_MISSING: ActReason = { code: 'application.class_missing', params: {} };

function checkVisit({ visit }: Content, { today }: ContentGround): ActReason[] {
  if (visit === null) return [{ code: 'application.visit_missing', params: {} }];
  const visitors = visit.visitors.split(/[、,，;；\s]+/).filter((name) => name !== '');
  return [
    ...(new Set(visitors).size < 2 ? [VISIT_BY_TWO] : []),
    ...checkPast(visit.visitedOn, today),
  ];
}

const VISIT_BY_TWO: ActReason = { code: 'application.visit_by_two', params: {} };

function checkPast(day: PlainDate, today: PlainDate): ActReason[] {
  return day > today ? [{ code: 'application.day_in_future', params: { day } }] : [];
}

function checkNotice({ noticeEndsOn, today, openObjectionCount }: ContentGround): ActReason[] {
  const endsOn = noticeEndsOn ?? today;
  return [
    ...(today > endsOn
      ? []
      : [{ code: 'application.notice_running', params: { endsOn } } as const]),
    ...checkObjections(openObjectionCount),
  ];
}

function checkObjections(count: number): ActReason[] {
  return count === 0 ? [] : [{ code: 'application.objection_open', params: { count } }];
}

function checkJudged(content: Content, ground: ContentGround): ActReason[] {
  const { amountFen, meetsConditions } = content;
  return [
    ...(amountFen === null ? [{ code: 'application.amount_missing', params: {} } as const] : []),
    ...(meetsConditions === null
      ? [{ code: 'application.finding_missing', params: {} } as const]
      : []),
    ...checkObjections(ground.openObjectionCount),
    ...(amountFen === null || meetsConditions === null ? [] : checkRules(content, ground)),
  ];
}

/**
 * What the rules refuse is passed by nobody, but for what a leader may let pass: lower tiers hand it on
 * with the reason on record, the district's two desks each give a reason and the paper it rests on.
 */
function checkRules({ override }: Content, { judgement, seat }: ContentGround): ActReason[] {
  const against = (judgement?.reasons ?? []).filter(
    ({ severity }) => severity !== 'needs_approval',
  );
  const [open, final] = [
    against.filter(({ isOverridable }) => isOverridable),
    against.filter(({ isOverridable }) => !isOverridable),
  ];
  const reasons = final.map(({ rule, detail, citation }): ActReason => ({
    code: 'application.rule_blocks',
    params: { rule, detail, citation },
  }));
  if (override !== null && open.length === 0) {
    reasons.push({ code: 'application.override_unfounded', params: {} });
  }
  const isDistrict = seat === 'district' || seat === 'approval';
  if (!isDistrict || override !== null) return reasons;
  return [
    ...reasons,
    ...open.map(({ rule, detail, citation }): ActReason => ({
      code: 'application.override_needed',
      params: { rule, detail, citation },
    })),
  ];
}
