import { describe, expect, test } from 'vitest';

import type { Decision } from '#core/decision.ts';
import { day } from '#core/plain-date.ts';

import { decideActivation, decideEnd, findOverlapping } from './decide-policy-acts.ts';
import type { ActivationFacts, EndFacts } from './decide-policy-acts.ts';
import type { PolicyActReason } from './policy-reasons.ts';
import { phaseOf } from './policy-states.ts';

const TODAY = day('2026-03-02');
const CURRENT = { id: 1, title: '样例现行制度', validFrom: day('2010-01-01'), validTo: null };

const codesOf = (decision: Decision<PolicyActReason>): string[] =>
  decision.ok ? [] : decision.reasons.map(({ code }) => code);

const activate = (facts: Partial<ActivationFacts>): string[] =>
  codesOf(
    decideActivation({
      state: 'draft',
      editedBy: 1,
      actorId: 2,
      tests: [{ name: '样例用例', isPassed: true }],
      active: [],
      endsOverlapping: false,
      today: TODAY,
      validFrom: day('2026-04-01'),
      validTo: null,
      ...facts,
    }),
  );

describe('activation', () => {
  test.each<[string, Partial<ActivationFacts>, string[]]>([
    ['a sound draft from today on', { validFrom: TODAY }, []],
    ['a sound draft of the future', {}, []],
    ['a draft nobody is known to have edited', { editedBy: null, actorId: null }, []],
    ['no draft', { state: 'active' }, ['policy.not_a_draft']],
    ['by whoever edited it', { actorId: 1 }, ['policy.same_person']],
    ['without tests', { tests: [] }, ['policy.no_tests']],
    [
      'with a failing test',
      { tests: [{ name: '样例', isPassed: false }] },
      ['policy.tests_failing'],
    ],
    ['over an active version', { active: [CURRENT] }, ['policy.overlaps']],
    ['ending the active version', { active: [CURRENT], endsOverlapping: true }, []],
    [
      'ending it on a day that has begun',
      { active: [CURRENT], endsOverlapping: true, validFrom: TODAY },
      ['policy.cannot_end_other'],
    ],
    [
      'over one that begins later',
      {
        active: [{ ...CURRENT, validFrom: day('2026-05-01') }],
        endsOverlapping: true,
      },
      ['policy.overlaps'],
    ],
    ['beside one that has ended', { active: [{ ...CURRENT, validTo: day('2026-03-31') }] }, []],
    [
      'with everything against it',
      { actorId: 1, tests: [], active: [CURRENT] },
      ['policy.same_person', 'policy.no_tests', 'policy.overlaps'],
    ],
  ])('%s', (_name, facts, expected) => {
    expect(activate(facts)).toEqual(expected);
  });
});

test('versions overlap on a single common day, and not when one follows the other', () => {
  const at = (from: string, to: string | null) => ({
    validFrom: day(from),
    validTo: to === null ? null : day(to),
  });
  const active = [at('2026-01-01', '2026-06-30')];
  expect(findOverlapping(at('2026-06-30', null), active)).toEqual(active);
  expect(findOverlapping(at('2026-07-01', null), active)).toEqual([]);
  expect(findOverlapping(at('2025-01-01', '2025-12-31'), active)).toEqual([]);
  expect(findOverlapping(at('2025-01-01', '2026-01-01'), active)).toEqual(active);
});

describe('an early end', () => {
  const end = (facts: Partial<EndFacts>): string[] =>
    codesOf(
      decideEnd({
        state: 'active',
        validFrom: day('2026-01-01'),
        validTo: null,
        newValidTo: TODAY,
        today: TODAY,
        ...facts,
      }),
    );
  test.each<[string, Partial<EndFacts>, string[]]>([
    ['today', {}, []],
    ['in the past', { newValidTo: day('2026-03-01') }, ['policy.end_in_past']],
    ['of a draft', { state: 'draft' }, ['policy.not_active']],
    ['earlier than it would', { validTo: day('2026-12-31') }, []],
    ['later than it would', { validTo: TODAY }, ['policy.end_not_earlier']],
    ['when it is over', { validTo: day('2026-03-01') }, ['policy.already_over']],
    ['before it begins', { validFrom: day('2026-05-01') }, ['policy.end_before_start']],
  ])('%s', (_name, facts, expected) => {
    expect(end(facts)).toEqual(expected);
  });
});

test('an active version is to come, in force or over by its days', () => {
  const phase = (from: string, to: string | null) =>
    phaseOf({ state: 'active', validFrom: from, validTo: to }, TODAY);
  expect(phase('2026-03-03', null)).toBe('coming');
  expect(phase('2026-03-02', '2026-03-02')).toBe('in_force');
  expect(phase('2026-01-01', '2026-03-01')).toBe('over');
  expect(phaseOf({ state: 'draft', validFrom: '2026-01-01', validTo: null }, TODAY)).toBe('draft');
});
