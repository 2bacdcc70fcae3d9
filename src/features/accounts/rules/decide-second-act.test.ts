import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CASE_ACTS, decideSecondAct } from './decide-second-act.ts';
import type { CaseAct } from './decide-second-act.ts';

const ME = 1;
const SOMEBODY = 2;

function codesOf(act: CaseAct, earlier: readonly CaseAct[], isRelative = false): readonly string[] {
  const decision = decideSecondAct({
    earlierActors: earlier.map((one) => ({ accountId: ME, act: one })),
    actor: { accountId: ME, isRelative },
    act,
  });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
}

describe('the same person in one case', () => {
  test.each<[CaseAct, CaseAct, string | undefined]>([
    ['grassroots_opinion', 'apply', 'duties.own_case'],
    ['payment_approval', 'apply', 'duties.own_case'],
    ['grassroots_opinion', 'file_on_behalf', undefined],
    ['town_review', 'grassroots_opinion', 'duties.two_tiers'],
    ['town_review', 'file_on_behalf', 'duties.two_tiers'],
    ['district_approval', 'town_review', 'duties.two_tiers'],
    ['district_approval', 'district_review', 'duties.two_tiers'],
    ['payment_making', 'district_approval', 'duties.approves_and_pays'],
    ['payment_approval', 'district_approval', 'duties.approves_and_pays'],
    ['payment_review', 'payment_making', 'duties.payment_chain'],
    ['payment_approval', 'payment_review', 'duties.payment_chain'],
    ['payment_approval', 'payment_making', 'duties.payment_chain'],
    ['score', 'district_review', 'duties.judges_own_work'],
    ['audit', 'payment_making', 'duties.judges_own_work'],
    ['score', 'audit', undefined],
  ])('%s after %s', (act, earlier, code) => {
    const expected = code === undefined ? [] : [code];
    expect(codesOf(act, [earlier])).toEqual(expected);
    expect(codesOf(earlier, [act])).toEqual(expected);
  });

  test('may do an act again after a return', () => {
    for (const act of CASE_ACTS) expect(codesOf(act, [act])).toEqual([]);
  });

  test('hears every reason once', () => {
    expect(codesOf('district_approval', ['apply', 'town_review', 'town_review'])).toEqual([
      'duties.own_case',
      'duties.two_tiers',
    ]);
  });
});

test('acts of others bind nobody', () => {
  const anyActs = fc.array(fc.constantFrom(...CASE_ACTS));
  fc.assert(
    fc.property(anyActs, fc.constantFrom(...CASE_ACTS), (acts, act) => {
      const earlierActors = acts.map((one) => ({ accountId: SOMEBODY, act: one }));
      const actor = { accountId: ME, isRelative: false };
      expect(decideSecondAct({ earlierActors, actor, act })).toEqual({ ok: true });
    }),
  );
});

test('a relative may apply for the family or file papers, and withdraws from all else', () => {
  const allowed = CASE_ACTS.filter((act) => codesOf(act, [], true).length === 0);
  expect(allowed).toEqual(['apply', 'file_on_behalf']);
  expect(codesOf('town_review', [], true)).toEqual(['duties.relative']);
});
