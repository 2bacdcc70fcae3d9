import { toDecision } from '#core/decision.ts';
import type { Decision } from '#core/decision.ts';
import { addDays } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { PolicyActReason } from './policy-reasons.ts';
import type { PolicyState } from './policy-states.ts';

interface Validity {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

export interface ActiveVersion extends Validity {
  readonly id: number;
  readonly title: string;
}

export interface ActivationFacts extends Validity {
  readonly state: PolicyState;
  /** Whoever last changed the draft or its tests; null when nobody is known. */
  readonly editedBy: number | null;
  readonly actorId: number | null;
  readonly tests: readonly { readonly name: string; readonly isPassed: boolean }[];
  readonly active: readonly ActiveVersion[];
  /** Versions in the way are ended on the day before. */
  readonly endsOverlapping: boolean;
  readonly today: PlainDate;
}

const NAMED_TESTS = 5;

/** Whether a draft may come into force; every reason against it. */
export function decideActivation(facts: ActivationFacts): Decision<PolicyActReason> {
  const { state, editedBy, actorId, tests } = facts;
  if (state !== 'draft') {
    return { ok: false, reasons: [{ code: 'policy.not_a_draft', params: {} }] };
  }
  const reasons: PolicyActReason[] = [];
  if (editedBy !== null && editedBy === actorId) {
    reasons.push({ code: 'policy.same_person', params: {} });
  }
  const failing = tests.filter(({ isPassed }) => !isPassed).map(({ name }) => name);
  if (tests.length === 0) reasons.push({ code: 'policy.no_tests', params: {} });
  if (failing.length > 0) {
    const names = failing.slice(0, NAMED_TESTS).join('、');
    reasons.push({ code: 'policy.tests_failing', params: { count: failing.length, names } });
  }
  return toDecision([...reasons, ...judgeOverlaps(facts)]);
}

/** Active versions that hold on a day of the draft's own validity. */
export function findOverlapping<Version extends Validity>(
  { validFrom, validTo }: Validity,
  active: readonly Version[],
): Version[] {
  return active.filter(
    (other) =>
      (validTo === null || other.validFrom <= validTo) &&
      (other.validTo === null || other.validTo >= validFrom),
  );
}

function judgeOverlaps(facts: ActivationFacts): PolicyActReason[] {
  const { validFrom, endsOverlapping, today } = facts;
  return findOverlapping(facts, facts.active).flatMap((other): PolicyActReason[] => {
    const { title } = other;
    // What begins later than the draft cannot make way by ending.
    if (!endsOverlapping || other.validFrom >= validFrom) {
      const params = { title, from: other.validFrom, to: other.validTo ?? '' };
      return [{ code: 'policy.overlaps', params }];
    }
    // It has been decided by already today.
    if (validFrom > today) return [];
    const params = { title, earliest: addDays(today, 1) };
    return [{ code: 'policy.cannot_end_other', params }];
  });
}

export interface EndFacts extends Validity {
  readonly state: PolicyState;
  readonly newValidTo: PlainDate;
  readonly today: PlainDate;
}

/** Whether an active version may end on a day: earlier than it would, and never in the past. */
export function decideEnd(facts: EndFacts): Decision<PolicyActReason> {
  const { state, validFrom, validTo, newValidTo, today } = facts;
  if (state !== 'active') {
    return { ok: false, reasons: [{ code: 'policy.not_active', params: {} }] };
  }
  if (validTo !== null && validTo < today) {
    return { ok: false, reasons: [{ code: 'policy.already_over', params: { validTo } }] };
  }
  const reasons: PolicyActReason[] = [];
  if (newValidTo < today) {
    reasons.push({ code: 'policy.end_in_past', params: { validTo: newValidTo, today } });
  }
  if (newValidTo < validFrom) {
    const params = { validTo: newValidTo, validFrom };
    reasons.push({ code: 'policy.end_before_start', params });
  }
  if (validTo !== null && newValidTo >= validTo) {
    reasons.push({ code: 'policy.end_not_earlier', params: { validTo } });
  }
  return toDecision(reasons);
}
