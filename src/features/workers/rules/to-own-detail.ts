import { fen, formatYuanShort } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { ApplicationDetail } from '#features/applications/rules/application-views.ts';
import { STATE_TRAITS } from '#features/applications/rules/states.ts';
import type { TierAtWork } from '#features/applications/rules/states.ts';
import { toCitationText } from '#features/policies/messages.ts';
import type { AidClass, PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

import { listProgress } from './list-progress.ts';
import {
  AFTER_REFUSAL,
  FINANCE,
  HANDED_IN_NEXT,
  HANDED_IN_TEXT,
  NEXT_TEXTS,
  OUTCOME_TEXTS,
  OWN_STATE_TEXTS,
  WHO_ACTS,
  YOU,
} from './own-texts.ts';
import { OWN_ACTS } from './own-views.ts';
import type { OwnAct, OwnDetail, OwnRow } from './own-views.ts';

export interface OwnCaseGround {
  readonly detail: ApplicationDetail;
  readonly tiers: readonly TierAtWork[];
  readonly policy: PolicyVersion;
  readonly consents: OwnDetail['consents'];
  readonly family: OwnDetail['family'];
  /** Why the union gave the family form back. */
  readonly familyReturn: OwnDetail['returned'];
  /** As told with the family, while there is no file. */
  readonly toldEvent: OwnDetail['event'];
}

/** What a person is told of the own case: where it stands, what comes, why; no officer's name or note. */
export function toOwnDetail(ground: OwnCaseGround): OwnDetail {
  const { detail, policy, family } = ground;
  const { facts, specialReason, papers, unionName } = detail;
  const isHandedIn = family !== null && family.handedInOn !== null;
  const { id, number, aidType, aidClass, round, requestedFen, approvedFen, state } = detail;
  const { appliedOn, decidedOn, version } = detail;
  const row = toOwnRow({
    id,
    number,
    aidType,
    aidClass,
    className: nameOfClass(aidClass, policy),
    round,
    requestedFen,
    approvedFen,
    state,
    appliedOn,
    decidedOn,
    version,
    isHandedIn,
  });
  return {
    ...row,
    unionName,
    facts,
    specialReason,
    event: detail.event ?? ground.toldEvent,
    policyTitle: policy.title,
    progress: listProgress(ground),
    next: toNext(ground, isHandedIn),
    supplement: toSupplement(ground),
    returned: ground.familyReturn ?? toReturned(detail),
    outcome: toOutcome(ground),
    reexaminationUntil: canContest(detail) ? detail.reexaminationUntil : null,
    papers,
    consents: ground.consents,
    acts: isHandedIn && detail.state === 'draft' ? ['remove'] : listOwnActs(detail),
    family,
  };
}

type RowGround = Omit<OwnRow, 'stateText' | 'isWaitingForMe'> & { readonly isHandedIn: boolean };

export function toOwnRow({ isHandedIn, ...ground }: RowGround): OwnRow {
  const { state } = ground;
  const isHeld = state === 'draft' && isHandedIn;
  return {
    ...ground,
    stateText: isHeld ? HANDED_IN_TEXT : OWN_STATE_TEXTS[state],
    isWaitingForMe: MINE.has(state) && !isHeld,
  };
}

const MINE: ReadonlySet<string> = new Set(['draft', 'supplementing', 'returned']);

export function nameOfClass(aidClass: AidClass | null, policy: PolicyVersion): string | null {
  return aidClass === null ? null : policy.classes[aidClass].name;
}

function toNext({ detail }: OwnCaseGround, isHandedIn: boolean): OwnDetail['next'] {
  const { state, tier, clock } = detail;
  if (state === 'draft' && isHandedIn) {
    return { text: HANDED_IN_NEXT, who: WHO_ACTS.grassroots, dueOn: null };
  }
  const isPaying = STATE_TRAITS[state].isGranted && state !== 'paid' && state !== 'archived';
  const who = MINE.has(state) ? YOU : isPaying ? FINANCE : tier === null ? null : WHO_ACTS[tier];
  return { text: NEXT_TEXTS[state], who, dueOn: MINE.has(state) ? null : clock.dueOn };
}

function toSupplement({ detail, policy }: OwnCaseGround): OwnDetail['supplement'] {
  if (detail.state !== 'supplementing') return null;
  const asked = detail.steps.findLast(({ action }) => action === 'ask_supplement')?.detail ?? {};
  const codes = Array.isArray(asked.papers) ? asked.papers.map(String) : [];
  const nameOf = (code: string): string =>
    policy.papers.find((paper) => paper.code === code)?.name ?? code;
  const enteredOn = day(detail.clock.enteredOn);
  return {
    papers: codes.map(nameOf),
    note: typeof asked.note === 'string' ? asked.note : null,
    dueOn: addWorkingDays(enteredOn, policy.clocks.supplementDays),
  };
}

function toReturned({ state, steps }: ApplicationDetail): OwnDetail['returned'] {
  if (state !== 'returned') return null;
  const step = steps.findLast(({ action }) => action === 'return_to_applicant');
  return step === undefined ? null : { on: step.happenedOn, reason: step.opinion ?? '' };
}

function toOutcome(ground: OwnCaseGround): OwnDetail['outcome'] {
  const { detail } = ground;
  const { state, decidedOn, approvedFen } = detail;
  if (state === 'withdrawn') {
    const text = OUTCOME_TEXTS.withdrawn;
    return { ...NOTHING, kind: 'withdrawn', text, nextStep: NEXT_TEXTS.withdrawn };
  }
  if (state === 'refused') return toRefusal(ground);
  if (approvedFen === null) return null;
  return {
    kind: 'granted',
    text: OUTCOME_TEXTS.granted(formatYuanShort(fen(approvedFen))),
    amountFen: approvedFen,
    decidedOn,
    reason: null,
    citations: citeClass(ground),
    nextStep: NEXT_TEXTS[state],
  };
}

const NOTHING = { amountFen: null, decidedOn: null, reason: null, citations: [] };

/** The words of the decision, and the clauses that the rules named against it. */
function toRefusal(ground: OwnCaseGround): OwnDetail['outcome'] {
  const { detail } = ground;
  const refusal = detail.steps.findLast(({ action }) => action === 'refuse' || action === 'uphold');
  const judged = detail.steps.findLast((step) => step.judgement !== null);
  const named = judged?.judgement?.reasons.map(({ citation }) => citation) ?? [];
  const until = detail.reexaminationUntil;
  const isOpen = until !== null && canContest(detail);
  return {
    kind: 'refused',
    text: OUTCOME_TEXTS.refused,
    amountFen: null,
    decidedOn: detail.decidedOn,
    reason: refusal?.opinion ?? null,
    citations: named.length > 0 ? [...new Set(named)] : citeClass(ground),
    nextStep: isOpen ? AFTER_REFUSAL.open(until) : AFTER_REFUSAL.closed,
  };
}

function citeClass({ detail: { aidClass }, policy }: OwnCaseGround): string[] {
  const citation = aidClass === null ? policy.membership : policy.classes[aidClass].citation;
  return [toCitationText(citation)];
}

function canContest({ acts }: ApplicationDetail): boolean {
  return acts.some(
    ({ action, reasons }) => action === 'request_reexamination' && reasons.length === 0,
  );
}

/** Changing is no act of the flow: it is open while the case lies with the applicant. */
function listOwnActs({ state, acts }: ApplicationDetail): OwnAct[] {
  const open = new Set<string>(
    acts.filter(({ reasons }) => reasons.length === 0).map(({ action }) => action),
  );
  if (MINE.has(state)) open.add('change');
  if (state === 'draft') open.add('remove');
  return OWN_ACTS.filter((act) => open.has(act));
}
