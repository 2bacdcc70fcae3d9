import { fen } from '#core/money.ts';
import type { HouseholdForm, PersonForm } from '#features/households/rules/household-form.ts';
import type { Exclusion } from '#features/households/rules/words.ts';

import type { SelfTestAnswers } from './self-test-views.ts';

/** The answers as a form that the rules of hardship can judge; of nobody in particular. */
export function aFamilyOf({
  peopleCount,
  yearlyIncomeFen,
  yearlySpendingFen,
  exclusions,
}: SelfTestAnswers): HouseholdForm {
  const people = Array.from({ length: peopleCount }, (_, place) => aPerson(place));
  return {
    ...BLANK,
    people,
    // Told as one sum: whoever earned it, nobody counts as out of work without income.
    income: people.map((_, person) => ({
      person,
      kind: 'wage',
      yearly: person === 0 ? yearlyIncomeFen : fen(0),
    })),
    spending: [{ kind: 'illness', yearly: yearlySpendingFen, reimbursed: fen(0), note: null }],
    exclusions: answerExclusions(exclusions),
  };
}

function answerExclusions(chosen: readonly Exclusion[]): HouseholdForm['exclusions'] {
  const answer = (ground: Exclusion): boolean => chosen.includes(ground);
  return {
    high_fee_school: answer('high_fee_school'),
    controls_company: answer('controls_company'),
    two_homes: answer('two_homes'),
    motor_vehicle: answer('motor_vehicle'),
    shop_or_hired_labour: answer('shop_or_hired_labour'),
    refuses_checks: answer('refuses_checks'),
    refuses_work: answer('refuses_work'),
  };
}

function aPerson(place: number): PersonForm {
  return {
    id: null,
    role: place === 0 ? 'head' : 'member',
    relation: place === 0 ? 'head' : 'other',
    name: String(place + 1),
    identityNumber: null,
    sex: null,
    bornOn: null,
    phone: null,
    isUnionMember: true,
    workState: 'on_post',
    employer: null,
    health: null,
    illness: null,
    insurance: null,
  };
}

const NO_HEAD_FACTS: HouseholdForm['head'] = {
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

const BLANK: Omit<HouseholdForm, 'people' | 'income' | 'spending' | 'exclusions'> = {
  head: NO_HEAD_FACTS,
  property: {
    homeCount: null,
    homeAreaSquareMetres: null,
    vehicles: null,
    shops: null,
    other: null,
  },
  accident: null,
  mainCause: null,
  otherCauses: [],
  causeText: null,
  bankName: null,
  bankBranch: null,
  cardNumber: null,
  scheme: 'current',
  tier: 'district',
  oldClass: null,
};
