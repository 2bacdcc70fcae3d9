import type { NoParams, ReasonOf } from '#core/decision.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type {
  AccidentKind,
  Cause,
  Exclusion,
  HouseholdState,
  IncomeKind,
  OldClass,
} from './words.ts';

/** Of a person; without it their income cannot be told. */
export type PersonFact = 'income' | 'workState' | 'bornOn' | 'sex';

// Types, not interfaces: the params of an error must have no open end.
type Named = { readonly name: string };
type Net = { readonly netFen: Fen; readonly minimumFen: Fen };
type Limit = { readonly netFen: Fen; readonly limitFen: Fen };
type Two = { readonly day: PlainDate; readonly earlier: PlainDate };
type Several = {
  readonly count: number;
  /** The first of them, joined for reading. */
  readonly names: string;
};

/** Why a household is of a class, and what was counted on the way. */
export interface ClassReasonParams {
  readonly 'household.class_deep': Net;
  readonly 'household.class_relative': Net & { readonly limitFen: Fen };
  readonly 'household.class_none': Limit;
  readonly 'household.class_accidental': {
    readonly kind: AccidentKind;
    readonly happenedOn: PlainDate;
    readonly costFen: Fen;
  };
  readonly 'household.class_sudden_illness': {
    readonly costFen: Fen;
    readonly incomeFen: Fen;
    readonly percent: number;
  };
  readonly 'household.illness_cost_low': {
    readonly costFen: Fen;
    readonly incomeFen: Fen;
    readonly percent: number;
  };
  readonly 'household.accident_without_cost': NoParams;
  readonly 'household.accident_out_of_time': {
    readonly happenedOn: PlainDate;
    readonly on: PlainDate;
    readonly months: number;
  };
  readonly 'household.old_class_holds': Limit & { readonly oldClass: OldClass };
  readonly 'household.old_class_exceeded': Limit & { readonly oldClass: OldClass };
  readonly 'household.excluded': { readonly ground: Exclusion };
  readonly 'household.exclusion_unanswered': { readonly ground: Exclusion };
  readonly 'household.person_fact_missing': Named & { readonly fact: PersonFact };
  readonly 'household.work_state_contradicts_age': Named & { readonly age: number };
  readonly 'household.old_class_missing': NoParams;
  readonly 'household.minimum_living_missing': { readonly on: PlainDate };
  readonly 'household.minimum_wage_missing': Named & { readonly on: PlainDate };
  readonly 'household.minimum_wage_counted': Named & { readonly yearlyFen: Fen };
  readonly 'household.income_not_counted': Named & {
    readonly kind: IncomeKind;
    readonly yearlyFen: Fen;
  };
  readonly 'household.compulsory_schooling_not_counted': { readonly yearlyFen: Fen };
  readonly 'household.head_not_member': Named;
}
export type ClassReason = ReasonOf<ClassReasonParams>;

/** What is wrong with a form, or looks doubtful. */
export interface FormFaultParams {
  readonly 'household.no_head': NoParams;
  readonly 'household.several_heads': { readonly count: number };
  readonly 'household.head_relation': Named;
  readonly 'household.relation_not_head': Named;
  readonly 'household.head_too_young': Named & { readonly age: number; readonly minAge: number };
  readonly 'household.identity_length': Named;
  readonly 'household.identity_characters': Named;
  readonly 'household.identity_region': Named;
  readonly 'household.identity_birth_date': Named;
  readonly 'household.identity_birth_in_future': Named;
  readonly 'household.identity_check_digit': Named;
  readonly 'household.identity_repeated': Named & { readonly otherName: string };
  readonly 'household.identity_missing': Named;
  readonly 'household.identity_fifteen': Named;
  readonly 'household.birth_differs': Named & { readonly birth: PlainDate };
  readonly 'household.sex_differs': Named;
  readonly 'household.phone_form': Named;
  readonly 'household.card_characters': NoParams;
  readonly 'household.card_length': { readonly length: number };
  readonly 'household.card_check': NoParams;
  readonly 'household.reimbursed_more': { readonly yearlyFen: Fen; readonly reimbursedFen: Fen };
  readonly 'household.income_of_nobody': NoParams;
  readonly 'household.income_repeated': Named & { readonly kind: IncomeKind };
  readonly 'household.form_day_in_future': { readonly day: PlainDate; readonly today: PlainDate };
  readonly 'household.contract_order': { readonly from: PlainDate; readonly to: PlainDate };
  readonly 'household.cause_repeated': { readonly cause: Cause };
  readonly 'household.old_class_on_current': NoParams;
}
export type FormFaultReason = ReasonOf<FormFaultParams>;

/** Why an act on a file is refused. */
export interface ActReasonParams {
  readonly 'household.not_open': { readonly state: HouseholdState };
  readonly 'household.not_exited': { readonly state: HouseholdState };
  readonly 'household.not_merged_here': NoParams;
  readonly 'household.day_in_future': { readonly day: PlainDate; readonly today: PlainDate };
  readonly 'household.day_before_opening': Two;
  readonly 'household.day_before_exit': Two;
  readonly 'household.day_before_last_check': Two;
  readonly 'household.exit_still_deep': NoParams;
  readonly 'household.move_to_same': Named;
  readonly 'household.move_to_closed': Named;
  readonly 'household.move_open_cases': { readonly count: number; readonly numbers: string };
  readonly 'household.people_elsewhere': Several;
  readonly 'household.person_not_here': NoParams;
  readonly 'household.person_twice': Named;
  readonly 'household.head_stays': Named;
  readonly 'household.nobody_stays': NoParams;
  readonly 'household.new_head_not_among': NoParams;
  readonly 'household.new_head_too_young': Named & {
    readonly age: number;
    readonly minAge: number;
  };
  readonly 'household.already_head': Named;
  readonly 'household.relation_missing': Named;
  readonly 'household.relation_of_head_only': Named;
  readonly 'household.merge_with_itself': NoParams;
  readonly 'household.too_many_people': { readonly count: number; readonly max: number };
}
export type ActReason = ReasonOf<ActReasonParams>;

export type HouseholdReasonParams = ClassReasonParams & FormFaultParams & ActReasonParams;
export type HouseholdReason = ClassReason | FormFaultReason | ActReason;

const MAX_NAMES = 10;

/** Count and first names of a list, as a sentence needs them. */
export function toSeveral(names: readonly string[]): Several {
  return { count: names.length, names: names.slice(0, MAX_NAMES).join('、') };
}
