import type { NoParams, ReasonOf } from '#core/decision.ts';

/** Faults of what a version says; `place` is where, as `place-names.ts` reads it. */
export interface PolicyFaultParams {
  readonly 'policy.text_missing': { readonly place: string };
  readonly 'policy.document_missing': NoParams;
  readonly 'policy.amount_missing': { readonly place: string };
  readonly 'policy.range_reversed': {
    readonly aidClass: string;
    readonly minFen: number;
    readonly maxFen: number;
  };
  readonly 'policy.class_mismatch': { readonly aidClass: string; readonly aidType: string };
  readonly 'policy.out_of_bounds': {
    readonly place: string;
    readonly min: number;
    readonly max: number;
  };
  readonly 'policy.frequency_impossible': {
    readonly count: number;
    readonly distance: number;
    readonly possible: number;
  };
  readonly 'policy.household_below_person': {
    readonly personFen: number;
    readonly householdFen: number;
  };
  readonly 'policy.steps_not_rising': { readonly percent: number };
  readonly 'policy.step_outside_ranges': {
    readonly percent: number;
    readonly amountFen: number;
    readonly minFen: number;
    readonly maxFen: number;
  };
  readonly 'policy.notice_too_short': { readonly place: string };
  readonly 'policy.paper_code_form': { readonly number: number };
  readonly 'policy.paper_code_repeated': { readonly code: string };
  readonly 'policy.validity_reversed': { readonly from: string; readonly to: string };
}

export type PolicyFaultReason = ReasonOf<PolicyFaultParams>;

/** Why an act on a version is refused. */
export interface PolicyActParams {
  readonly 'policy.not_a_draft': NoParams;
  readonly 'policy.not_active': NoParams;
  readonly 'policy.same_person': NoParams;
  readonly 'policy.no_tests': NoParams;
  readonly 'policy.tests_failing': { readonly count: number; readonly names: string };
  readonly 'policy.overlaps': {
    readonly title: string;
    readonly from: string;
    readonly to: string;
  };
  readonly 'policy.cannot_end_other': { readonly title: string; readonly earliest: string };
  readonly 'policy.end_in_past': { readonly validTo: string; readonly today: string };
  readonly 'policy.end_before_start': { readonly validTo: string; readonly validFrom: string };
  readonly 'policy.end_not_earlier': { readonly validTo: string };
  readonly 'policy.already_over': { readonly validTo: string };
}

export type PolicyActReason = ReasonOf<PolicyActParams>;
