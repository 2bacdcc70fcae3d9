import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { AidClass } from '#features/policies/rules/policy-version.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

import { sampleHousehold } from './sample-case.ts';
import type { SampleCase } from './sample-case.ts';
import { samplePerson } from './sample-people.ts';
import type { SamplePerson } from './sample-people.ts';
import { pick } from './sample-random.ts';
import type { Draw } from './sample-random.ts';
import { SAMPLE_UNIONS, sampleGrassrootsUnion } from './sample-unions.ts';
import type { SampleUnion } from './sample-unions.ts';

/** One worker with quarterly aid and the quarters of the rounds paid to them. */
export interface QuarterlyApplicant {
  readonly person: SamplePerson;
  readonly household: string;
  readonly grassrootsUnion: string;
  readonly townUnion: string;
  readonly aidClass: AidClass;
  readonly quarters: readonly number[];
}

/** First working day of each round of applications; a round stays open for eighteen working days. */
const ROUND_OPENINGS = ['2023-01-03', '2023-04-03', '2023-07-03', '2023-10-09'].map(day);
const ROUND_WORKING_DAYS = 18;
/** How often each class occurs: low income and illness lead, model workers are few. */
const CLASS_MIX: readonly [AidClass, ...AidClass[]] = [
  'Q1',
  'Q1',
  'Q1',
  'Q1',
  'Q1',
  'Q2',
  'Q2',
  'Q2',
  'Q2',
  'Q3',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'Q7',
];
/** In so many unions (the first ones), two members of one family were aided. */
const UNIONS_WITH_A_FAMILY = 8;

export function quarterlyApplicants(draw: Draw): readonly QuarterlyApplicant[] {
  const applicants: QuarterlyApplicant[] = [];
  for (const [unionIndex, union] of SAMPLE_UNIONS.entries()) {
    const plans = quarterPlans(union);
    const first = applicants.length;
    for (const [index, quarters] of plans.entries()) {
      const isSecondOfFamily = unionIndex < UNIONS_WITH_A_FAMILY && index === plans.length - 1;
      applicants.push({
        person: samplePerson(first + index),
        household: sampleHousehold(first + index + (isSecondOfFamily ? 0 : 1)),
        grassrootsUnion: sampleGrassrootsUnion(union.name, draw(6)),
        townUnion: union.name,
        aidClass: pick(draw, CLASS_MIX),
        quarters,
      });
    }
  }
  return applicants;
}

/** People aided twice first, then those aided once; never two neighbouring quarters (`domain` B2). */
function quarterPlans(union: SampleUnion): readonly (readonly number[])[] {
  const [firstAndThird, firstAndFourth, secondAndFourth] = union.repeats;
  const twice = [
    ...Array.from({ length: firstAndThird }, () => [1, 3]),
    ...Array.from({ length: firstAndFourth }, () => [1, 4]),
    ...Array.from({ length: secondAndFourth }, () => [2, 4]),
  ];
  const once = union.rounds.flatMap((rows, index) => {
    const taken = twice.filter((quarters) => quarters.includes(index + 1)).length;
    return Array.from({ length: rows - taken }, () => [index + 1]);
  });
  return [...twice, ...once];
}

export function quarterlyCases(
  applicants: readonly QuarterlyApplicant[],
  draw: Draw,
): readonly SampleCase[] {
  return applicants.flatMap(({ quarters, ...applicant }) =>
    quarters.map((quarter): SampleCase => ({
      ...applicant,
      aidType: '季度救助',
      quarter,
      appliedOn: applicationDay(quarter, draw),
      amountFen: yuan(600),
      source: '工会经费',
      event: null,
      specialReason: null,
      decision: '符合季度救助条件，同意救助600元',
      refused: false,
    })),
  );
}

/** A day on which the round of a quarter is open for applications. */
export function applicationDay(quarter: number, draw: Draw): PlainDate {
  const opening = ROUND_OPENINGS[quarter - 1] ?? day('2023-01-03');
  return addWorkingDays(opening, draw(ROUND_WORKING_DAYS));
}
