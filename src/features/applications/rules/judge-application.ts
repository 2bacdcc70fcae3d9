import { fen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { yearOf } from '#core/plain-date.ts';
import { describeReason } from '#features/policies/messages.ts';
import type { AidDecision, AidFacts, AidReason } from '#features/policies/rules/aid-decision.ts';
import { decideAid } from '#features/policies/rules/decide-aid.ts';
import type {
  AidClass,
  AidType,
  PolicyVersion,
  SpecialReason,
} from '#features/policies/rules/policy-version.ts';
import type { QuarterOfYear } from '#features/policies/rules/rule-breach.ts';

import type { Judgement } from './application-views.ts';

/** What was granted before to the household or the person, in any union. */
export interface EarlierAid {
  readonly number: string;
  readonly aidType: AidType;
  readonly roundIndex: number | null;
  readonly eventId: number | null;
  readonly amountFen: Fen;
  readonly approvedOn: PlainDate;
  readonly isSameHousehold: boolean;
  readonly isSamePerson: boolean;
}

/** What is known of a case apart from what the tier at work says. */
export interface CaseFacts {
  readonly aidType: AidType;
  readonly aidClass: AidClass | null;
  /** Null while it is not known. */
  readonly isMember: boolean | null;
  readonly roundIndex: number | null;
  readonly event: { readonly id: number; readonly number: string } | null;
  readonly hasRequiredPapers: boolean;
  readonly earlierAid: readonly EarlierAid[];
}

/** What the tier at work says. */
export interface Finding {
  readonly amountFen: Fen | null;
  readonly meetsConditions: boolean | null;
  readonly specialReason: SpecialReason | null;
}

/** Reasons that the district's leader may let pass with a reason and a paper (特批); no other. */
const OVERRIDABLE: ReadonlySet<AidReason['code']> = new Set<AidReason['code']>([
  'range',
  'same_event',
  'not_a_member',
]);

export function isOverridable({ code, severity }: AidReason): boolean {
  return severity === 'block' && OVERRIDABLE.has(code);
}

/** The facts that the rules are asked; kept with a decision, they let it be judged anew under other rules. */
export function toAidFacts(facts: CaseFacts, finding: Finding, today: PlainDate): AidFacts {
  const { aidType, aidClass, isMember, roundIndex, event, earlierAid } = facts;
  const year = yearOf(today);
  return {
    aidType,
    aidClass,
    ...finding,
    isMember,
    hasEvidence: facts.hasRequiredPapers,
    round: roundIndex === null ? null : toRound(roundIndex),
    earlierRounds: earlierAid
      .filter((aid) => aid.isSamePerson && aid.aidType === '季度救助')
      .flatMap((aid) => (aid.roundIndex === null ? [] : [toRound(aid.roundIndex)])),
    event: event?.number ?? null,
    paidForEvent: earlierAid
      .filter((aid) => event !== null && aid.eventId === event.id)
      .map(({ number }) => number),
    householdYearPaidFen: sum(
      earlierAid.filter((aid) => aid.aidType !== '实物慰问' && yearOf(aid.approvedOn) === year),
    ),
    otherGoodsFen: sum(
      earlierAid.filter((aid) => aid.aidType === '实物慰问' && aid.approvedOn === today),
    ),
    isFundChosenAtPayment: true,
    source: null,
    sourceAvailableFen: null,
  };
}

/** Judges a case under its policy version; `minimumLivingFen` is that of today, the day of approval. */
export function judgeApplication(
  facts: AidFacts,
  policy: PolicyVersion,
  minimumLivingFen: Fen | null,
): AidDecision {
  return decideAid(facts, policy, minimumLivingFen);
}

/** In words that print on the approval form. */
export function toJudgement({ outcome, reasons }: AidDecision): Judgement {
  return {
    outcome,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      severity: reason.severity,
      ...describeReason(reason),
      isOverridable: isOverridable(reason),
    })),
  };
}

export function toRound(index: number): QuarterOfYear {
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
}

function sum(aid: readonly EarlierAid[]): Fen {
  return fen(
    aid.filter((one) => one.isSameHousehold).reduce((total, one) => total + one.amountFen, 0),
  );
}
