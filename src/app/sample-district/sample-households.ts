import { day } from '#core/plain-date.ts';
import { samplePerson } from '#features/fund-years/rules/sample-people.ts';

import { sampleForm } from './sample-form.ts';
import type { Hardship, SampleHousehold } from './sample-form.ts';
import { GRASSROOTS } from './sample-people.ts';
import { twoPlaces } from './sample-tree.ts';

/** People of the sample year bear smaller numbers. */
const FIRST_PERSON = 600;
const HOUSEHOLDS = 36;
const TOWNS = 6;
const UNIONS_OF_TOWN = 6;
/** Every so many lie where the sample's grassroots staff is at work. */
const NEAR_EVERY = 3;

const HARDSHIPS: readonly Hardship[] = [
  {
    cause: 'own_illness',
    text: '户主患病住院，自付费用较高。',
    wage: 43_200,
    secondWage: 0,
    spending: ['illness', 62_000, 34_000],
    health: 'cancer',
  },
  {
    cause: 'schooling',
    text: '子女读大学，学费和生活费负担重。',
    wage: 51_600,
    secondWage: 24_000,
    spending: ['schooling', 12_800, 0],
    health: 'good',
  },
  {
    cause: 'low_income',
    text: '家庭劳动力少，工资收入低。',
    wage: 28_800,
    secondWage: 0,
    spending: ['housing', 7_200, 0],
    health: 'common_illness',
  },
  {
    cause: 'relative_illness',
    text: '配偶长期服药，不能工作。',
    wage: 56_400,
    secondWage: 0,
    spending: ['illness', 28_500, 9_500],
    health: 'good',
  },
  {
    cause: 'own_disability',
    text: '户主残疾，康复支出持续。',
    wage: 36_000,
    secondWage: 27_600,
    spending: ['disability', 9_600, 2_400],
    health: 'disability',
  },
  {
    cause: 'unemployment',
    text: '企业停产，户主待岗。',
    wage: 24_000,
    secondWage: 0,
    spending: ['other', 3_000, 0],
    health: 'good',
  },
];

/** Invented families without aid in the sample year, spread over the first towns, each of another need. */
export function listSampleHouseholds(): readonly SampleHousehold[] {
  return Array.from({ length: HOUSEHOLDS }, (_none, index) => sampleHousehold(index));
}

function sampleHousehold(index: number): SampleHousehold {
  const town = (index % TOWNS) + 1;
  const place = (Math.floor(index / TOWNS) % UNIONS_OF_TOWN) + 1;
  const month = twoPlaces((index % 9) + 1);
  const hardship = HARDSHIPS[index % HARDSHIPS.length];
  if (hardship === undefined) throw new Error('there is a hardship for every index');
  const [head, spouse, child] = [0, 1, 2].map((more) =>
    samplePerson(FIRST_PERSON + index * 3 + more),
  );
  if (head === undefined || spouse === undefined || child === undefined)
    throw new Error('three were made');
  const isNear = index % NEAR_EVERY === 0;
  return {
    union: isNear ? GRASSROOTS : `440118-${twoPlaces(town)}-${twoPlaces(place)}`,
    openedOn: day(`2023-${month}-${twoPlaces(3 + (index % 20))}`),
    form: sampleForm({
      number: FIRST_PERSON + index,
      hardship,
      head,
      spouse: index % 3 === 2 ? null : spouse,
      child,
    }),
  };
}
