import type { IdentityNumberCause } from '#core/identity-number.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { AidClass, AidType, Citation } from './policy-version.ts';

/** A quarter of a calendar year, 1 to 4. */
export interface QuarterOfYear {
  readonly year: number;
  readonly quarter: number;
}

/** What each breach states beside its clause: the figures a message prints. Amounts in fen. */
export interface BreachParams {
  readonly range: {
    readonly aidClass: AidClass;
    readonly amountFen: Fen;
    readonly minFen: Fen;
    readonly maxFen: Fen;
  };
  readonly class_unknown: { readonly aidClass: AidClass; readonly aidType: AidType };
  /** `count`: quarterly payments of the year, this one included. */
  readonly frequency: { readonly count: number; readonly max: number };
  readonly adjacent_quarter: { readonly round: QuarterOfYear; readonly earlier: QuarterOfYear };
  /** `paidBefore`: the application that was paid for the event. */
  readonly same_event: { readonly event: string; readonly paidBefore: string };
  readonly person_cap: { readonly amountFen: Fen; readonly limitFen: Fen };
  readonly household_cap: { readonly totalFen: Fen; readonly limitFen: Fen };
  readonly household_hard_cap: {
    readonly totalFen: Fen;
    readonly limitFen: Fen;
    readonly months: number;
    readonly minimumLivingFen: Fen;
  };
  readonly goods_cap: { readonly totalFen: Fen; readonly limitFen: Fen };
  /** `decidedOn` null: paid without a district decision; `paidOn` null: the ledger has no pay date. */
  readonly paid_before_approval: {
    readonly paidOn: PlainDate | null;
    readonly decidedOn: PlainDate | null;
  };
  /** `availableFen`: what the source may still pay, this payment not yet taken off. */
  readonly overspent_source: {
    readonly source: string;
    readonly amountFen: Fen;
    readonly availableFen: Fen;
  };
  readonly identity_number: { readonly cause: IdentityNumberCause };
}

export type BreachCode = keyof BreachParams;

export interface BreachOf<Code extends BreachCode> {
  readonly code: Code;
  readonly citation: Citation;
  readonly params: BreachParams[Code];
}

/** One rule that does not hold, with the clause it stands in and the figures that show it. */
export type RuleBreach = { [Code in BreachCode]: BreachOf<Code> }[BreachCode];
