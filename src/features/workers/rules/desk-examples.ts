import type { z } from 'zod';

import { CLASS, DETAIL } from '#features/households/rules/household-examples.ts';

import type { CorrectionRow, FamilyFormDetail, InvitationRow, MemberRow } from './desk-views.ts';

const UNION = { unionId: 12, unionName: '样例服装有限公司工会' };

export const INVITATION: InvitationRow = {
  id: 5,
  ...UNION,
  name: '张样例',
  fileNumber: null,
  state: 'open',
  expiresOn: '2026-03-16',
  createdOn: '2026-03-02',
  createdByName: '样例经办',
  usedOn: null,
  isRenewable: false,
};

export const MEMBER: MemberRow = {
  id: 9,
  ...UNION,
  memberNumber: '440118-000123',
  name: '张样例',
  phone: '138****8000',
  identityNumber: '440118********0019',
  leftOn: null,
  isRegistered: false,
};

export const CORRECTION: CorrectionRow = {
  id: 1,
  ...UNION,
  name: '张样例',
  topic: 'contact',
  topicName: '电话或住址',
  wish: '手机号已经更换。',
  state: 'open',
  askedOn: '2026-03-02',
  householdId: 7,
  answer: null,
  answeredOn: null,
  answeredByName: null,
};

export const FAMILY_FORM: z.input<typeof FamilyFormDetail> = {
  id: 1,
  number: 'SQ2026000001',
  ...UNION,
  name: '张样例',
  aidType: '季度救助',
  aidClass: 'Q2',
  handedInOn: '2026-03-02',
  form: DETAIL.form,
  class: CLASS,
  story: '样例说明',
};
