import type { z } from 'zod';

import { checkIdentityNumber } from '#core/identity-number.ts';
import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { samplePerson } from '#features/fund-years/rules/sample-people.ts';
import type { HouseholdForm } from '#features/households/rules/household-form.ts';
import type { Cause, SpendingKind } from '#features/households/rules/words.ts';

type Form = z.output<typeof HouseholdForm>;
type Person = Form['people'][number];

export interface SampleHousehold {
  /** Code of the union in the sample tree. */
  readonly union: string;
  readonly form: z.input<typeof HouseholdForm>;
  readonly openedOn: PlainDate;
}

/** People of the sample year bear smaller numbers. */
const FIRST_PERSON = 600;
const HOUSEHOLDS = 36;
const TOWNS = 6;
const UNIONS_OF_TOWN = 6;

/** What struck a family, what it earns a year and what it bears itself, in yuan. */
const KINDS: readonly {
  readonly cause: Cause;
  readonly text: string;
  readonly wage: number;
  /** The spouse's, where there is one. */
  readonly secondWage: number;
  readonly spending: readonly [kind: SpendingKind, yearly: number, reimbursed: number];
  readonly health: Person['health'];
}[] = [
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

/** Invented families, spread over the first towns of the sample tree, each of another need. */
export function listSampleHouseholds(): readonly SampleHousehold[] {
  return Array.from({ length: HOUSEHOLDS }, (_none, index) => sampleHousehold(index));
}

function sampleHousehold(index: number): SampleHousehold {
  const town = (index % TOWNS) + 1;
  const place = (Math.floor(index / TOWNS) % UNIONS_OF_TOWN) + 1;
  const month = String((index % 9) + 1).padStart(2, '0');
  return {
    union: `440118-${twoPlaces(town)}-${twoPlaces(place)}`,
    openedOn: day(`2023-${month}-${twoPlaces(3 + (index % 20))}`),
    form: sampleForm(index),
  };
}

function twoPlaces(number: number): string {
  return String(number).padStart(2, '0');
}

function sampleForm(index: number): z.input<typeof HouseholdForm> {
  const kind = KINDS[index % KINDS.length];
  if (kind === undefined) throw new Error('there is a kind for every index');
  const [spendingKind, yearly, reimbursed] = kind.spending;
  const hasSpouse = index % 3 !== 2;
  return {
    ...COMMON,
    people: [
      { ...headOf(index), health: kind.health },
      ...(hasSpouse ? [memberOf(index, 'spouse')] : []),
      memberOf(index, 'child'),
    ],
    income: [
      { person: 0, kind: 'wage', yearly: kind.wage * 100 },
      ...(hasSpouse ? [{ person: 1, kind: 'wage' as const, yearly: kind.secondWage * 100 }] : []),
    ],
    spending: [
      { kind: spendingKind, yearly: yearly * 100, reimbursed: reimbursed * 100, note: '样例' },
    ],
    mainCause: kind.cause,
    causeText: `${kind.text}（样例）`,
  };
}

function headOf(index: number): z.input<typeof HouseholdForm>['people'][number] {
  const { name, identityNumber } = samplePerson(FIRST_PERSON + index * 3);
  return {
    ...PERSON,
    role: 'head',
    relation: 'head',
    name,
    ...tellOf(identityNumber),
    isUnionMember: true,
    workState: 'on_post',
    employer: '样例企业',
  };
}

function memberOf(
  index: number,
  relation: 'spouse' | 'child',
): z.input<typeof HouseholdForm>['people'][number] {
  const isChild = relation === 'child';
  const { name, identityNumber } = samplePerson(FIRST_PERSON + index * 3 + (isChild ? 2 : 1));
  return {
    ...PERSON,
    role: 'member',
    relation,
    name,
    // A child of the sample is younger than any person it invents.
    ...(isChild ? { bornOn: birthOfChild(index) } : tellOf(identityNumber)),
    workState: isChild ? 'in_school' : 'unable_to_work',
    employer: isChild ? '样例学校' : null,
  };
}

function birthOfChild(index: number): string {
  return `20${twoPlaces(6 + (index % 9))}-06-${twoPlaces(1 + (index % 28))}`;
}

/** What the number itself says. */
function tellOf(
  identityNumber: string,
): Pick<z.input<typeof HouseholdForm>['people'][number], 'identityNumber' | 'sex' | 'bornOn'> {
  const check = checkIdentityNumber(identityNumber);
  if (!check.valid) throw new Error('an invented identity number is well formed');
  return { identityNumber, sex: check.sex, bornOn: check.birth };
}

const PERSON = {
  id: null,
  identityNumber: null,
  sex: null,
  bornOn: null,
  phone: null,
  isUnionMember: false,
  health: 'good',
  illness: null,
  insurance: 'resident',
} as const satisfies Partial<z.input<typeof HouseholdForm>['people'][number]>;

const COMMON = {
  head: {
    ethnicity: '汉族',
    political: 'masses',
    marital: 'married',
    registration: 'urban',
    registeredAt: '增城区样例街道',
    address: '增城区样例街道样例小区',
    otherContact: null,
    employerNature: '民营企业',
    employerState: '正常',
    industry: '制造业',
    workingSince: '2010-07-01',
    contractFrom: '2022-01-01',
    contractTo: '2024-12-31',
    modelWorker: 'none',
    memberNumber: null,
    memberSince: '2012-05-01',
    paysDues: true,
    housing: 'rented',
    housingAreaSquareMetres: 55,
    isSingleParent: false,
    isWithoutEarner: false,
    canHelpItself: true,
  },
  property: { homeCount: 0, homeAreaSquareMetres: 0, vehicles: null, shops: null, other: null },
  exclusions: {
    high_fee_school: false,
    controls_company: false,
    two_homes: false,
    motor_vehicle: false,
    shop_or_hired_labour: false,
    refuses_checks: false,
    refuses_work: false,
  },
  accident: null,
  otherCauses: [],
  bankName: null,
  bankBranch: null,
  cardNumber: null,
  scheme: 'current',
  tier: 'district',
  oldClass: null,
} as const satisfies Partial<z.input<typeof HouseholdForm>>;
