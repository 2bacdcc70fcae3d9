import type { Fen } from '#core/money.ts';

import type { AidClass, AidType, Citation, SpecialReason } from './policy-version.ts';
import type { BreachParams, QuarterOfYear } from './rule-breach.ts';

/** What is known of an application when it is decided. `null` is unknown, never "no". */
export interface AidFacts {
  readonly aidType: AidType | null;
  /** Not asked of goods. */
  readonly aidClass: AidClass | null;
  readonly amountFen: Fen | null;
  /** On the day of the event. */
  readonly isMember: boolean | null;
  /** The household was found to be as the class describes. */
  readonly meetsConditions: boolean | null;
  readonly hasEvidence: boolean | null;
  /** The round applied for; asked of quarterly aid. */
  readonly round: QuarterOfYear | null;
  /** Rounds already approved for the person, of any year; asked of quarterly aid. */
  readonly earlierRounds: readonly QuarterOfYear[] | null;
  /** Event number; asked of emergency aid, heeded wherever it is given. */
  readonly event: string | null;
  /** Applications already paid for the event, none when empty; asked where there is an event. */
  readonly paidForEvent: readonly string[] | null;
  /** Money the household had this calendar year before this application. */
  readonly householdYearPaidFen: Fen | null;
  /** Goods the household gets this time besides these; asked of goods. */
  readonly otherGoodsFen: Fen | null;
  /** Null when none was given. */
  readonly specialReason: SpecialReason | null;
  /**
   * The source is chosen when the money is paid out: a decision of eligibility does not ask for it, and
   * the payment does.
   */
  readonly isFundChosenAtPayment?: true;
  readonly source: string | null;
  /** What the source may still pay. */
  readonly sourceAvailableFen: Fen | null;
}

export type AidFact =
  | Exclude<keyof AidFacts, 'specialReason' | 'isFundChosenAtPayment'>
  | 'minimumLivingFen';

/**
 * `block`: refused. `needs_reason`: refused until a special reason is given. `needs_approval`: a
 * special reason is given, so it is allowed if the union's leader approves the excess.
 */
export type ReasonSeverity = 'block' | 'needs_reason' | 'needs_approval';

export interface ReasonParams extends Omit<
  BreachParams,
  'paid_before_approval' | 'identity_number'
> {
  readonly not_a_member: Readonly<Record<string, never>>;
  readonly conditions_not_met: { readonly aidClass: AidClass | null };
  readonly evidence_missing: Readonly<Record<string, never>>;
  readonly fact_missing: { readonly fact: AidFact };
}

export type ReasonCode = keyof ReasonParams;

export interface ReasonOf<Code extends ReasonCode> {
  readonly code: Code;
  readonly severity: ReasonSeverity;
  readonly citation: Citation;
  readonly params: ReasonParams[Code];
}

export type AidReason = { [Code in ReasonCode]: ReasonOf<Code> }[ReasonCode];

export interface AidDecision {
  readonly outcome: 'allowed' | 'refused';
  /** Every reason, in the order of the rules; none for a plain yes. */
  readonly reasons: readonly AidReason[];
}
