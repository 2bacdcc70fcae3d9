import type { z } from 'zod';

import type {
  OwnCheck,
  OwnCorrection,
  OwnData,
  OwnDetail,
  OwnOptions,
  OwnProfile,
  OwnRow,
} from './own-views.ts';
import type { SelfTestQuestions, SelfTestResult } from './self-test-views.ts';

export const SELF_TEST: SelfTestQuestions = {
  policyTitle: '样例区困难职工帮扶办法',
  on: '2026-03-02',
  questions: [
    {
      field: 'isMember',
      kind: 'yes_no',
      text: '您是工会会员吗？',
      hint: null,
      options: [],
    },
  ],
};

export const SELF_TEST_RESULT: SelfTestResult = {
  outcome: 'likely',
  summary: '按您填写的情况，可以申请救助。',
  reasons: [],
  aids: [
    {
      aidClass: 'Q2',
      aidType: '季度救助',
      name: '本人或直系亲属患重大疾病',
      minFen: 400_00,
      maxFen: 600_00,
      citation: '样例区困难职工帮扶办法第三条',
      papers: [{ name: '身份证复印件', isRequired: true }],
    },
  ],
  nextStep: '请注册后提交申请，或到所在单位工会办理。',
};

export const OWN_PROFILE: OwnProfile = {
  accountId: 31,
  name: '张样例',
  username: 'zhang.yangli',
  unionName: '样例服装有限公司工会',
  contact: { name: '样例联系人', phone: '020-00000000' },
  memberNumber: '440118-000123',
  phone: '138****8000',
  identityNumber: '440118********0019',
  fileNumber: '440118-KNZG-2026-0001',
  registeredOn: '2026-03-02',
};

export const OWN_OPTIONS: z.input<typeof OwnOptions> = {
  policyTitle: '样例区困难职工帮扶办法',
  classes: [
    {
      code: 'Q2',
      aidType: '季度救助',
      name: '本人或直系亲属患重大疾病',
      minFen: 400_00,
      maxFen: 600_00,
      citation: '样例区困难职工帮扶办法第三条',
    },
  ],
  papers: [{ paper: 'identity', name: '身份证复印件', isRequired: true, classes: [] }],
  rounds: [{ year: 2026, quarter: 1 }],
  events: [],
  eventKinds: [{ kind: 'disaster', name: '灾害' }],
  consents: {
    textVersion: '2026-1',
    items: [{ kind: 'publication', name: '公示同意书', text: '我同意工会按规定公示本次救助。' }],
  },
  maxFileBytes: 20_971_520,
  needsFamilyForm: false,
};

export const OWN_ROW: OwnRow = {
  id: 1,
  number: 'SQ2026000001',
  aidType: '季度救助',
  aidClass: 'Q2',
  className: '本人或直系亲属患重大疾病',
  round: { year: 2026, quarter: 1 },
  requestedFen: 600_00,
  approvedFen: null,
  state: 'submitted',
  stateText: '已提交，等待工会受理',
  isWaitingForMe: false,
  appliedOn: '2026-03-02',
  decidedOn: null,
  version: 2,
};

export const OWN_DETAIL: z.input<typeof OwnDetail> = {
  ...OWN_ROW,
  unionName: '样例服装有限公司工会',
  facts: {
    story: '样例说明',
    illness: null,
    selfPaidFen: 1_200_000,
    aidElsewhere: null,
    relativesInUnion: null,
  },
  specialReason: null,
  event: null,
  policyTitle: '样例区困难职工帮扶办法',
  progress: [{ title: '提交申请', status: 'done', on: '2026-03-02', text: null }],
  next: { text: '工会正在核对您的申请。', who: '基层工会', dueOn: '2026-03-05' },
  supplement: null,
  returned: null,
  outcome: null,
  reexaminationUntil: null,
  papers: [],
  consents: [
    { kind: 'publication', name: '公示同意书', textVersion: '2026-1', givenOn: '2026-03-02' },
  ],
  acts: ['withdraw'],
  family: null,
};

export const OWN_CHECK: OwnCheck = {
  missing: [
    {
      code: 'application.paper_missing',
      params: { paper: '身份证复印件' },
      text: '缺少材料：身份证复印件。',
    },
  ],
  warnings: [],
  remarks: [],
};

export const OWN_DATA: OwnData = {
  parts: [
    {
      title: '账号',
      purpose: '用于登录和联系，停用后按档案规定保存。',
      fields: [{ label: '姓名', value: '张样例' }],
    },
  ],
  secrets: [{ field: 'identity', label: '身份证号', masked: '440118********0019' }],
};

export const OWN_CORRECTION: OwnCorrection = {
  id: 1,
  topic: 'contact',
  topicName: '联系方式',
  wish: '手机号已经更换。',
  state: 'open',
  stateText: '等待工会答复',
  askedOn: '2026-03-02',
  answer: null,
  answeredOn: null,
};
