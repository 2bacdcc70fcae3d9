import { describe, expect, test } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { findPolicyText } from '../messages.ts';
import { policyInForce } from './built-in-policies.ts';
import { checkPolicyDraft } from './check-policy-draft.ts';
import type { PolicyDraft } from './check-policy-draft.ts';
import { toPolicyBody } from './policy-body.ts';
import type { PolicyBody } from './policy-body.ts';

const BODY = toPolicyBody(policyInForce(day('2023-06-30')));
const DRAFT: PolicyDraft = {
  title: '样例制度',
  validFrom: day('2026-04-01'),
  validTo: null,
  body: BODY,
};

const faultsOf = (change: Partial<PolicyBody>, head: Partial<PolicyDraft> = {}): string[] =>
  checkPolicyDraft({ ...DRAFT, ...head, body: { ...BODY, ...change } }).map(
    ({ path, reason }) => `${path} ${reason.code}`,
  );

const withQ1 = (change: Partial<PolicyBody['classes']['Q1']>): Partial<PolicyBody> => ({
  classes: { ...BODY.classes, Q1: { ...BODY.classes.Q1, ...change } },
});
const withQuarterly = (change: Partial<PolicyBody['quarterly']>): Partial<PolicyBody> => ({
  quarterly: { ...BODY.quarterly, ...change },
});
const withNotice = (change: Partial<PolicyBody['notice']>): Partial<PolicyBody> => ({
  notice: { ...BODY.notice, ...change },
});

test('the built-in version has no fault', () => {
  expect(checkPolicyDraft(DRAFT)).toEqual([]);
});

const [PAPER] = BODY.papers;
if (PAPER === undefined) throw new Error('the built-in version asks for papers');

test.each<[string, Partial<PolicyBody>, string[]]>([
  ['no document', { documents: [] }, ['body.documents policy.document_missing']],
  ['a blank document', { documents: [''] }, ['body.documents.0 policy.text_missing']],
  ['no class name', withQ1({ name: '' }), ['body.classes.Q1.name policy.text_missing']],
  [
    'a reversed range',
    withQ1({ minFen: yuan(700) }),
    ['body.classes.Q1.maxFen policy.range_reversed'],
  ],
  [
    'a range of nothing',
    withQ1({ minFen: yuan(0), maxFen: yuan(0) }),
    ['body.classes.Q1.maxFen policy.amount_missing'],
  ],
  [
    'a class of the other kind',
    withQ1({ aidType: '紧急救助' }),
    ['body.classes.Q1.aidType policy.class_mismatch'],
  ],
  [
    'no clause to cite',
    withQ1({ citation: { document: '样例文件', clause: '' } }),
    ['body.classes.Q1.citation.clause policy.text_missing'],
  ],
  [
    'a count of none',
    withQuarterly({ maxPerPersonYear: 0 }),
    ['body.quarterly.maxPerPersonYear policy.out_of_bounds'],
  ],
  [
    'more rounds than a year has at that distance',
    withQuarterly({ maxPerPersonYear: 3 }),
    ['body.quarterly.maxPerPersonYear policy.frequency_impossible'],
  ],
  ['every quarter', withQuarterly({ maxPerPersonYear: 4, minQuarterDistance: 1 }), []],
  ['no steps', withQuarterly({ steps: [] }), []],
  [
    'steps out of order',
    withQuarterly({
      steps: [
        { belowPercent: 150, amountFen: yuan(500) },
        { belowPercent: 100, amountFen: yuan(600) },
      ],
    }),
    ['body.quarterly.steps.1.belowPercent policy.steps_not_rising'],
  ],
  [
    'a step that no class allows',
    withQuarterly({ steps: [{ belowPercent: 100, amountFen: fen(60_001) }] }),
    ['body.quarterly.steps.0.amountFen policy.step_outside_ranges'],
  ],
  [
    'a household limit below that of a person',
    { householdYear: { ...BODY.householdYear, limitFen: yuan(2999) } },
    ['body.householdYear.limitFen policy.household_below_person'],
  ],
  [
    'no months',
    { householdYearHard: { ...BODY.householdYearHard, months: 0 } },
    ['body.householdYearHard.months policy.out_of_bounds'],
  ],
  [
    'two papers of one code',
    { papers: [PAPER, PAPER] },
    ['body.papers.1.code policy.paper_code_repeated'],
  ],
  [
    'a paper without a sound code',
    { papers: [{ ...PAPER, code: '材料' }] },
    ['body.papers.0.code policy.paper_code_form'],
  ],
  [
    'a clock of no days',
    { clocks: { ...BODY.clocks, townDays: 0 } },
    ['body.clocks.townDays policy.out_of_bounds'],
  ],
  [
    'a notice too short',
    withNotice({ grassrootsDays: 2 }),
    ['body.notice.grassrootsDays policy.notice_too_short'],
  ],
  ['no notice at the district', withNotice({ districtDays: 0 }), []],
  [
    'a notice too long',
    withNotice({ districtDays: 31 }),
    ['body.notice.districtDays policy.out_of_bounds'],
  ],
])('%s', (_name, change, expected) => {
  expect(faultsOf(change)).toEqual(expected);
});

test('an end before the beginning is a fault, the same day is none', () => {
  expect(faultsOf({}, { validTo: day('2026-03-31') })).toEqual([
    'validTo policy.validity_reversed',
  ]);
  expect(faultsOf({}, { validTo: day('2026-04-01') })).toEqual([]);
});

test('all faults are told at once', () => {
  const faults = faultsOf({
    documents: [],
    ...withQ1({ name: '' }),
    ...withNotice({ districtDays: 1 }),
  });
  expect(faults).toHaveLength(3);
});

describe('each fault in words', () => {
  test('names the place as the form does', () => {
    const [fault] = checkPolicyDraft({ ...DRAFT, body: { ...BODY, ...withQ1({ name: '' }) } });
    expect(fault && findPolicyText(fault.reason)).toBe('“类别Q1的名称”未填写，请补充。');
    const [short] = checkPolicyDraft({
      ...DRAFT,
      body: { ...BODY, ...withNotice({ grassrootsDays: 1 }) },
    });
    expect(short && findPolicyText(short.reason)).toBe(
      '“公示：基层工作日”至少3个工作日，不公示的填0，请改正。',
    );
  });
});
