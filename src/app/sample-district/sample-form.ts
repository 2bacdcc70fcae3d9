import type { z } from 'zod';

import { checkIdentityNumber } from '#core/identity-number.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { SamplePerson } from '#features/fund-years/rules/sample-people.ts';
import type { HouseholdForm } from '#features/households/rules/household-form.ts';
import type { Cause, SpendingKind } from '#features/households/rules/words.ts';

import { twoPlaces } from './sample-tree.ts';

export type SampleForm = z.input<typeof HouseholdForm>;
type Person = SampleForm['people'][number];

/** A file of the sample district. */
export interface SampleHousehold {
  /** Code of the union in the sample tree. */
  readonly union: string;
  readonly form: SampleForm;
  readonly openedOn: PlainDate;
}

/** What struck a family, what it earns a year and what it bears itself, in yuan. */
export interface Hardship {
  readonly cause: Cause;
  readonly text: string;
  readonly wage: number;
  /** The spouse's, where there is one. */
  readonly secondWage: number;
  readonly spending: readonly [kind: SpendingKind, yearly: number, reimbursed: number];
  readonly health: Person['health'];
}

export interface SampleFamily {
  /** Chooses the day its child was born and where it lives. */
  readonly number: number;
  readonly hardship: Hardship;
  readonly head: SamplePerson;
  readonly spouse: SamplePerson | null;
  /** The spouse applies too, as a member of a union. */
  readonly isSpouseMember?: boolean;
  readonly child: SamplePerson;
  readonly isModelWorker?: boolean;
}

/** Families of one hardship do not all earn the same, in yuan a year. */
const WAGE_STEP = 6_000;

/** The form of an invented family: its head, perhaps a spouse, a child at school. */
export function sampleForm(family: SampleFamily): SampleForm {
  const { number, hardship, head, spouse, isSpouseMember = false, child } = family;
  const [kind, yearly, reimbursed] = hardship.spending;
  return {
    ...COMMON,
    head: {
      ...COMMON.head,
      marital: spouse === null ? 'divorced' : 'married',
      isSingleParent: spouse === null,
      address: `增城区样例街道样例小区${number}号`,
      modelWorker: family.isModelWorker === true ? 'city' : 'none',
    },
    people: [
      { ...headOf(head), health: hardship.health },
      ...(spouse === null ? [] : [spouseOf(spouse, isSpouseMember)]),
      childOf(child, number),
    ],
    income: [
      { person: 0, kind: 'wage', yearly: (hardship.wage + (number % 5) * WAGE_STEP) * 100 },
      ...(spouse === null
        ? []
        : [{ person: 1, kind: 'wage' as const, yearly: hardship.secondWage * 100 }]),
    ],
    spending: [{ kind, yearly: yearly * 100, reimbursed: reimbursed * 100, note: '样例' }],
    mainCause: hardship.cause,
    causeText: `${hardship.text}（样例）`,
  };
}

function headOf({ name, identityNumber }: SamplePerson): Person {
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

function spouseOf({ name, identityNumber }: SamplePerson, isMember: boolean): Person {
  return {
    ...PERSON,
    role: isMember ? 'worker' : 'member',
    relation: 'spouse',
    name,
    ...tellOf(identityNumber),
    isUnionMember: isMember,
    workState: isMember ? 'on_post' : 'unable_to_work',
    employer: isMember ? '样例企业' : null,
  };
}

/** A child of the sample is younger than any person it invents, and has no number yet. */
function childOf({ name }: SamplePerson, number: number): Person {
  const bornOn = `20${twoPlaces(6 + (number % 9))}-${twoPlaces(1 + (number % 12))}-${twoPlaces(1 + (number % 28))}`;
  return {
    ...PERSON,
    role: 'member',
    relation: 'child',
    name,
    bornOn,
    workState: 'in_school',
    employer: '样例学校',
  };
}

/** What the number itself says. */
function tellOf(identityNumber: string): Pick<Person, 'identityNumber' | 'sex' | 'bornOn'> {
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
} as const satisfies Partial<Person>;

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
} as const satisfies Partial<SampleForm>;
