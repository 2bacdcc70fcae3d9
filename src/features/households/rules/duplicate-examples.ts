import type { z } from 'zod';

import type { DuplicateDetail, DuplicateRow } from './duplicate-views.ts';

const ROW = {
  id: 3,
  kind: 'likely',
  score: 75,
  reasons: [
    { code: 'duplicate.same_name', params: {} },
    { code: 'duplicate.same_birth', params: {} },
  ],
  first: {
    personId: 11,
    householdId: 7,
    fileNumber: '440118-KNZG-2026-0007',
    unionName: '样例机械厂工会',
    name: '张样例',
    identityNumber: '440118********0019',
  },
  second: {
    personId: 42,
    householdId: 19,
    fileNumber: '440118-KNZG-2026-0019',
    unionName: '样例街道总工会',
    name: '张样例',
    identityNumber: null,
  },
  foundAt: '2026-03-02T02:00:00.000Z',
  verdict: null,
} satisfies z.input<typeof DuplicateRow>;

export const DUPLICATE_PAGE = { items: [ROW], next: null, total: 1 };

const PERSON = {
  relation: 'head',
  householdState: 'open',
  householdVersion: 1,
  sex: 'male',
  bornOn: '1990-01-01',
  phone: '138****8000',
  cardNumber: null,
  address: '样例区样例街道****',
  employer: '样例机械厂',
  otherMembers: ['张小样'],
  openedOn: '2026-01-12',
} as const;

export const DUPLICATE_DETAIL: z.input<typeof DuplicateDetail> = {
  ...ROW,
  first: { ...ROW.first, ...PERSON, otherMembers: ['张小样'] },
  second: { ...ROW.second, ...PERSON, phone: null, otherMembers: [] },
  differing: ['otherMembers'],
  factsDigest: '6f1ed002ab5595859014ebf0951522d9',
  verdictReason: null,
  verdictByName: null,
  verdictAt: null,
};
