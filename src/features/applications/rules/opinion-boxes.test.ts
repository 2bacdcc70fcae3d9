import { expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import type { StepView } from './application-views.ts';
import { findOpinions } from './opinion-boxes.ts';

type Said = Pick<StepView, 'action' | 'fromState' | 'toState'>;

const PASSED: readonly Said[] = [
  { action: 'submit', fromState: 'draft', toState: 'submitted' },
  { action: 'accept', fromState: 'submitted', toState: 'grassroots_review' },
  { action: 'pass_grassroots', fromState: 'grassroots_review', toState: 'town_review' },
  { action: 'pass_town', fromState: 'town_review', toState: 'district_review' },
  { action: 'pass_district', fromState: 'district_review', toState: 'district_approval' },
];

function boxesOf(...said: readonly Said[]): Record<string, number | undefined> {
  const steps = said.map((one, index): StepView => ({ ...BLANK, ...one, number: index + 1 }));
  const { grassroots, town, district, approval } = findOpinions(steps);
  return {
    grassroots: grassroots?.number,
    town: town?.number,
    district: district?.number,
    approval: approval?.number,
  };
}

const BLANK: StepView = {
  number: 0,
  action: 'submit',
  fromState: 'draft',
  toState: 'submitted',
  opinion: '同意',
  amountFen: null,
  meetsConditions: null,
  judgement: null,
  overrideReason: null,
  overrideFileId: null,
  detail: null,
  actorName: '样例',
  actorUnion: '样例工会',
  happenedOn: day('2026-03-02'),
  happenedAt: '2026-03-02T02:00:00.000Z',
};

test('each tier has its box, and what nobody said yet is blank', () => {
  expect(boxesOf()).toEqual({});
  expect(boxesOf(...PASSED)).toEqual({ grassroots: 3, town: 4, district: 5 });
  const approved: Said = {
    action: 'approve',
    fromState: 'district_approval',
    toState: 'awaiting_payment',
  };
  expect(boxesOf(...PASSED, approved)).toMatchObject({ district: 5, approval: 6 });
});

test('a refusal stands in the box of the tier that refused', () => {
  const [submitted, accepted] = PASSED;
  if (submitted === undefined || accepted === undefined) throw new Error('no steps');
  const refused: Said = { action: 'refuse', fromState: 'grassroots_review', toState: 'refused' };
  expect(boxesOf(submitted, accepted, refused)).toEqual({ grassroots: 3 });
  const late: Said = { action: 'refuse', fromState: 'district_approval', toState: 'refused' };
  expect(boxesOf(...PASSED, late)).toMatchObject({ district: 5, approval: 6 });
});

test('what was sent back, returned or overturned stands no longer', () => {
  const back: Said = {
    action: 'send_back',
    fromState: 'district_approval',
    toState: 'district_review',
  };
  expect(boxesOf(...PASSED, back)).toEqual({ grassroots: 3, town: 4 });
  const down: Said = { action: 'send_back', fromState: 'district_review', toState: 'town_review' };
  expect(boxesOf(...PASSED, back, down)).toEqual({ grassroots: 3 });
  const home: Said = {
    action: 'return_to_applicant',
    fromState: 'district_review',
    toState: 'returned',
  };
  expect(boxesOf(...PASSED, home)).toEqual({});
  const refused: Said = { action: 'refuse', fromState: 'district_approval', toState: 'refused' };
  const overturned: Said = {
    action: 'overturn',
    fromState: 'reexamination',
    toState: 'district_review',
  };
  expect(boxesOf(...PASSED, refused, overturned)).toEqual({ grassroots: 3, town: 4 });
});
