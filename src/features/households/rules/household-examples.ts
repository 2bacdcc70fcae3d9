import type { z } from 'zod';

import type { HouseholdForm } from './household-form.ts';
import type { ClassView, HouseholdDetail } from './household-views.ts';

/** A family of the sample district, as the interface's documentation shows it. */
const FORM: z.input<typeof HouseholdForm> = {
  people: [
    {
      id: 11,
      role: 'head',
      relation: 'head',
      name: '张样例',
      identityNumber: '440118********0019',
      sex: 'male',
      bornOn: '1990-01-01',
      phone: '138****8000',
      isUnionMember: true,
      workState: 'on_post',
      employer: '样例机械厂',
      health: 'cancer',
      illness: '******',
      insurance: 'employee',
    },
    {
      id: 12,
      role: 'member',
      relation: 'child',
      name: '张小样',
      identityNumber: null,
      sex: 'female',
      bornOn: '2015-06-01',
      phone: null,
      isUnionMember: false,
      workState: 'below_working_age',
      employer: '样例小学',
      health: 'good',
      illness: null,
      insurance: 'resident',
    },
  ],
  head: {
    ethnicity: '汉族',
    political: 'masses',
    marital: 'divorced',
    registration: 'urban',
    registeredAt: '样例区样例街',
    address: '样例区样例街',
    otherContact: null,
    employerNature: '民营',
    employerState: '正常',
    industry: '制造业',
    workingSince: '2012-07-01',
    contractFrom: '2024-01-01',
    contractTo: '2026-12-31',
    modelWorker: 'none',
    memberNumber: '440118-000123',
    memberSince: '2013-05-01',
    paysDues: true,
    housing: 'rented',
    housingAreaSquareMetres: 48,
    isSingleParent: true,
    isWithoutEarner: false,
    canHelpItself: true,
  },
  income: [{ person: 0, kind: 'wage', yearly: 4_200_000 }],
  spending: [{ kind: 'illness', yearly: 5_000_000, reimbursed: 2_800_000, note: '住院自付' }],
  property: { homeCount: 0, homeAreaSquareMetres: null, vehicles: null, shops: null, other: null },
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
  mainCause: 'own_illness',
  otherCauses: [],
  causeText: '户主住院治疗，自付费用较高。',
  bankName: '样例银行',
  bankBranch: '样例支行',
  cardNumber: '**** 0005',
  scheme: 'current',
  tier: 'district',
  oldClass: null,
};

const ROW = {
  id: 7,
  fileNumber: '440118-KNZG-2026-0007',
  unionId: 21,
  unionName: '样例机械厂工会',
  headName: '张样例',
  identityNumber: '440118********0019',
  state: 'open',
  hardshipClass: 'deep',
  scheme: 'current',
  tier: 'district',
  mainCause: 'own_illness',
  memberCount: 2,
  netMonthlyFen: 83_333,
  isKnownEligible: false,
  openedOn: '2026-01-12',
  checkedOn: '2026-01-12',
  checkDueOn: '2027-01-12',
  exitedOn: null,
  isSample: true,
} as const;

export const PAGE = { items: [ROW], next: null, total: 1 };

export const CLASS: z.input<typeof ClassView> = {
  hardshipClass: 'deep',
  reasons: [{ code: 'household.class_deep', params: { netFen: 83_333, minimumFen: 123_800 } }],
  incomeFen: 4_200_000,
  spendingFen: 2_200_000,
  netMonthlyFen: 83_333,
  minimumLivingFen: 123_800,
};

const VERSION_ROW = {
  number: 1,
  source: 'application',
  reason: '本人申请建档',
  validOn: '2026-01-12',
  hardshipClass: 'deep',
  recordedAt: '2026-01-12T02:00:00.000Z',
  recordedByName: '样例经办',
} as const;

export const VERSION = { version: VERSION_ROW, form: FORM, changed: [] };

export const DETAIL: z.input<typeof HouseholdDetail> = {
  ...ROW,
  version: 1,
  mergedIntoId: null,
  exitReason: null,
  form: FORM,
  class: CLASS,
  versions: [VERSION_ROW],
  events: [
    {
      id: 1,
      kind: 'opened',
      happenedOn: '2026-01-12',
      reason: '本人申请建档',
      document: null,
      otherHouseholdId: null,
      otherFileNumber: null,
      recordedAt: '2026-01-12T02:00:00.000Z',
      recordedByName: '样例经办',
    },
  ],
  openPairCount: 0,
};
