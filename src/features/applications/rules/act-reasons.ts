import type { NoParams, ReasonOf } from '#core/decision.ts';
import type { DutyReasonParams } from '#features/accounts/rules/decide-second-act.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Why an act on an application may not be done; those of separated duties come from `accounts`. */
export interface ActReasonParams {
  readonly 'application.wrong_state': Named<'state' | 'action'>;
  readonly 'application.not_your_tier': Named<'tier'>;
  readonly 'application.not_overdue': Named<'dueOn'>;
  readonly 'application.no_higher_tier': NoParams;
  readonly 'application.no_lower_tier': NoParams;
  readonly 'application.own_decision': NoParams;
  readonly 'application.program_only': NoParams;
  readonly 'application.opinion_missing': NoParams;
  readonly 'application.amount_missing': NoParams;
  readonly 'application.finding_missing': NoParams;
  readonly 'application.class_missing': NoParams;
  readonly 'application.supplement_missing': NoParams;
  readonly 'application.visit_missing': NoParams;
  readonly 'application.check_missing': NoParams;
  readonly 'application.visit_by_two': NoParams;
  readonly 'application.day_in_future': Named<'day'>;
  readonly 'application.paper_missing': Named<'paper'>;
  readonly 'application.consent_missing': Named<'consent'>;
  readonly 'application.rule_blocks': Named<'rule' | 'detail' | 'citation'>;
  readonly 'application.override_needed': Named<'rule' | 'detail' | 'citation'>;
  readonly 'application.override_unfounded': NoParams;
  readonly 'application.objection_open': { readonly count: number };
  readonly 'application.notice_running': Named<'endsOn'>;
  readonly 'application.already_reexamined': NoParams;
  readonly 'application.reexamination_late': Named<'until'>;
  readonly 'application.household_closed': NoParams;
}

export type ActReason = ReasonOf<ActReasonParams> | ReasonOf<DutyReasonParams>;
