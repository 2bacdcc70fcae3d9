import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { decideSecondAct } from '#features/accounts/rules/decide-second-act.ts';
import type { SecondAct } from '#features/accounts/rules/decide-second-act.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

import type { ActReason } from './act-reasons.ts';
import type { ActInput } from './application-inputs.ts';
import { checkContent } from './check-act-content.ts';
import type { ContentGround } from './check-act-content.ts';
import { resolveTarget } from './resolve-target.ts';
import type { TargetGround } from './resolve-target.ts';
import { findSeatAtWork, findTierAbove, findTierAtWork, toDuty } from './tiers.ts';
import type { Seat } from './tiers.ts';
import { TRANSITIONS } from './transitions.ts';
import type { Action } from './transitions.ts';

/** Everything an act is decided by, apart from what the act itself says. */
export interface ActGround extends TargetGround, ContentGround {
  readonly policy: ContentGround['policy'] & TargetGround['policy'];
  readonly seat: Seat;
  /** The program ends notices; nobody signs for it. */
  readonly actor: SecondAct['actor'] | 'program';
  /** The worker acts for himself. */
  readonly isOwnCase: boolean;
  readonly earlierActors: SecondAct['earlierActors'];
  /** Last day of the limit; null while the clock rests. */
  readonly dueOn: PlainDate | null;
  readonly isReexamined: boolean;
  /** Of the refusal that stands: who, and when. */
  readonly refusal: { readonly accountId: number | null; readonly on: PlainDate } | null;
}

/** Whether an act may be done now with what it says: yes, or every reason against it. */
export function decideAct(
  action: Action,
  input: Omit<ActInput, 'action' | 'version'>,
  ground: ActGround,
): Decision<ActReason> {
  const standing = decideStanding(action, ground);
  if (!standing.ok) return standing;
  return toDecision(checkContent(action, input, ground));
}

/** Whether this person may do the act at all: what buttons are drawn from. */
export function decideStanding(action: Action, ground: ActGround): Decision<ActReason> {
  const { from } = TRANSITIONS[action];
  const { state } = ground;
  if (!from.includes(state)) {
    return toDecision<ActReason>([{ code: 'application.wrong_state', params: { state, action } }]);
  }
  return toDecision<ActReason>([
    ...checkDoer(action, ground),
    ...checkDuties(ground),
    ...checkTarget(action, ground),
    ...checkReexamination(action, ground),
  ]);
}

/** Last day on which a refusal may be contested. */
export function findContestEnd({ refusal, policy }: ActGround): PlainDate | null {
  if (refusal === null) return null;
  return addWorkingDays(refusal.on, policy.clocks.reexaminationRequestDays);
}

function checkDoer(action: Action, ground: ActGround): ActReason[] {
  const { doer } = TRANSITIONS[action];
  const { seat, actor } = ground;
  if (doer === 'program' || actor === 'program') {
    return doer === 'program' && actor === 'program'
      ? []
      : [{ code: 'application.program_only', params: {} }];
  }
  if (doer === 'tier_above') return checkTakeOver(ground);
  const wanted = doer === 'tier_at_work' ? findSeatAtWork(ground) : SEAT_OF[doer];
  if (wanted === seat) return [];
  const tier = findTierAtWork(ground) ?? 'district';
  return [{ code: 'application.not_your_tier', params: { tier } }];
}

const SEAT_OF = {
  applicant: 'filing',
  grassroots: 'grassroots',
  town: 'town',
  district_review: 'district',
  district_approval: 'approval',
} as const;

function checkTakeOver(ground: ActGround): ActReason[] {
  const { seat, dueOn, today } = ground;
  const above = findTierAbove(ground);
  if (above === undefined) return [{ code: 'application.no_higher_tier', params: {} }];
  if (above !== seat) return [{ code: 'application.not_your_tier', params: { tier: above } }];
  if (dueOn !== null && today > dueOn) return [];
  return [{ code: 'application.not_overdue', params: { dueOn: dueOn ?? today } }];
}

function checkDuties({ actor, earlierActors, seat, isOwnCase }: ActGround): readonly ActReason[] {
  if (actor === 'program') return [];
  const decision = decideSecondAct({ earlierActors, actor, act: toDuty(seat, isOwnCase) });
  return decision.ok ? [] : decision.reasons;
}

function checkTarget(action: Action, ground: ActGround): ActReason[] {
  if (resolveTarget(action, ground) !== undefined) return [];
  const isUp = TRANSITIONS[action].to !== 'previous_tier';
  const code = isUp ? 'application.no_higher_tier' : 'application.no_lower_tier';
  return [{ code, params: {} }];
}

function checkReexamination(action: Action, ground: ActGround): ActReason[] {
  const { actor, refusal, isReexamined, today } = ground;
  if (action === 'uphold' || action === 'overturn') {
    const isOwn = actor !== 'program' && refusal?.accountId === actor.accountId;
    return isOwn ? [{ code: 'application.own_decision', params: {} }] : [];
  }
  if (action !== 'request_reexamination') return [];
  if (isReexamined) return [{ code: 'application.already_reexamined', params: {} }];
  const until = findContestEnd(ground);
  if (until === null || today <= until) return [];
  return [{ code: 'application.reexamination_late', params: { until } }];
}
