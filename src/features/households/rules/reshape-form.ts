import { toPersonKey } from '#core/identity-number.ts';

import type { HeadForm, HouseholdForm, IncomeRow, PersonForm } from './household-form.ts';
import type { Relation } from './words.ts';

/** The form with another head: what is asked of the head alone is asked anew, save what the family shares. */
export function giveHead(
  form: HouseholdForm,
  headId: number,
  relations: ReadonlyMap<number, Relation>,
): HouseholdForm {
  return {
    ...form,
    people: form.people.map((person) => {
      if (person.id === headId) return { ...person, role: 'head', relation: 'head' };
      const relation = (person.id === null ? undefined : relations.get(person.id)) ?? 'other';
      return {
        ...person,
        role: person.role === 'head' ? roleBesideHead(person) : person.role,
        relation,
      };
    }),
    head: { ...emptyHead(), ...sharedOf(form.head) },
    bankName: null,
    bankBranch: null,
    cardNumber: null,
  };
}

/** What stays of the form without some people, and their income with them. */
export function withoutPeople(form: HouseholdForm, personIds: ReadonlySet<number>): HouseholdForm {
  return pickPeople(form, ({ id }) => id === null || !personIds.has(id));
}

/**
 * The form of those who leave for a file of their own. Their income goes with them; spending, property
 * and grounds of exclusion of the old file say nothing about them and are asked anew.
 */
export function splitOff(
  form: HouseholdForm,
  personIds: ReadonlySet<number>,
  headId: number,
): HouseholdForm {
  const picked = pickPeople(form, ({ id }) => id !== null && personIds.has(id));
  return {
    ...picked,
    people: picked.people.map((person) =>
      person.id === headId
        ? { ...person, role: 'head', relation: 'head' }
        : { ...person, relation: 'other' },
    ),
    head: { ...emptyHead(), registeredAt: form.head.registeredAt },
    spending: [],
    property: {
      homeCount: null,
      homeAreaSquareMetres: null,
      vehicles: null,
      shops: null,
      other: null,
    },
    exclusions: {
      high_fee_school: null,
      controls_company: null,
      two_homes: null,
      motor_vehicle: null,
      shop_or_hired_labour: null,
      refuses_checks: null,
      refuses_work: null,
    },
    accident: null,
    mainCause: null,
    otherCauses: [],
    causeText: null,
    bankName: null,
    bankBranch: null,
    cardNumber: null,
  };
}

export interface MergedForm {
  readonly form: HouseholdForm;
  /** Of each person of the form, the row in the other file they came from; null for our own. */
  readonly cameFrom: readonly (number | null)[];
}

/**
 * Both forms in one. A person of both is one, as our file has them, gaps filled from the other; the
 * others come as members. Income and spending of the other file are added, save rows that say the same.
 */
export function mergeForms(ours: HouseholdForm, theirs: HouseholdForm): MergedForm {
  const people = [...ours.people];
  const cameFrom: (number | null)[] = people.map(() => null);
  const places = theirs.people.map((person) => {
    const place = ours.people.findIndex((one) => isSamePerson(one, person));
    const same = people[place];
    if (same !== undefined) {
      people[place] = fillGaps(same, person);
      return place;
    }
    people.push({ ...person, id: null, role: roleBesideHead(person), relation: 'other' });
    cameFrom.push(person.id);
    return people.length - 1;
  });
  const income = moveIncome(theirs.income, (person) => places[person]);
  const spending = theirs.spending.filter(
    (row) => !ours.spending.some((one) => one.kind === row.kind && one.yearly === row.yearly),
  );
  const form = {
    ...ours,
    people,
    income: [
      ...ours.income,
      ...income.filter(
        (row) => !ours.income.some((one) => one.person === row.person && one.kind === row.kind),
      ),
    ],
    spending: [...ours.spending, ...spending],
    accident: ours.accident ?? theirs.accident,
  };
  return { form, cameFrom };
}

/** By the identity number; where one of the two has none, by name and day of birth. */
function isSamePerson(one: PersonForm, other: PersonForm): boolean {
  if (one.identityNumber !== null && other.identityNumber !== null) {
    return toPersonKey(one.identityNumber) === toPersonKey(other.identityNumber);
  }
  return one.name === other.name && one.bornOn !== null && one.bornOn === other.bornOn;
}

function fillGaps(person: PersonForm, other: PersonForm): PersonForm {
  return {
    ...person,
    identityNumber: person.identityNumber ?? other.identityNumber,
    sex: person.sex ?? other.sex,
    bornOn: person.bornOn ?? other.bornOn,
    phone: person.phone ?? other.phone,
    isUnionMember: person.isUnionMember || other.isUnionMember,
    workState: person.workState ?? other.workState,
    employer: person.employer ?? other.employer,
    health: person.health ?? other.health,
    illness: person.illness ?? other.illness,
    insurance: person.insurance ?? other.insurance,
  };
}

function pickPeople(form: HouseholdForm, isPicked: (person: PersonForm) => boolean): HouseholdForm {
  const people = form.people.filter(isPicked);
  const places = form.people.map((person) => {
    const place = people.indexOf(person);
    return place === -1 ? undefined : place;
  });
  return { ...form, people, income: moveIncome(form.income, (person) => places[person]) };
}

/** Rows of people who have no place any more are left out. */
function moveIncome(
  income: readonly IncomeRow[],
  placeOf: (person: number) => number | undefined,
): IncomeRow[] {
  return income.flatMap((row) => {
    const person = placeOf(row.person);
    return person === undefined ? [] : [{ ...row, person }];
  });
}

function roleBesideHead({ role, isUnionMember }: PersonForm): 'worker' | 'member' {
  return role === 'worker' || (role === 'head' && isUnionMember) ? 'worker' : 'member';
}

function sharedOf(head: HeadForm): Partial<HeadForm> {
  const { registeredAt, address, housing, housingAreaSquareMetres, isWithoutEarner } = head;
  return { registeredAt, address, housing, housingAreaSquareMetres, isWithoutEarner };
}

export function emptyHead(): HeadForm {
  return {
    ethnicity: null,
    political: null,
    marital: null,
    registration: null,
    registeredAt: null,
    address: null,
    otherContact: null,
    employerNature: null,
    employerState: null,
    industry: null,
    workingSince: null,
    contractFrom: null,
    contractTo: null,
    modelWorker: null,
    memberNumber: null,
    memberSince: null,
    paysDues: null,
    housing: null,
    housingAreaSquareMetres: null,
    isSingleParent: null,
    isWithoutEarner: null,
    canHelpItself: null,
  };
}
