import { day } from '#core/plain-date.ts';

import type {
  ApplicationDetail,
  ApplicationPage,
  ApplicationRow,
  BulkResult,
  EventView,
  SubmissionCheck,
} from './application-views.ts';

const ROW: ApplicationRow = {
  id: 1,
  number: 'SQ2026000001',
  unionId: 12,
  unionName: '样例服装有限公司工会',
  applicantName: '样例甲',
  householdId: 7,
  fileNumber: '440118-KNZG-2026-0001',
  aidType: '季度救助',
  aidClass: 'Q2',
  round: { year: 2026, quarter: 1 },
  state: 'grassroots_review',
  tier: 'grassroots',
  requestedFen: 600_00,
  proposedFen: null,
  approvedFen: null,
  appliedOn: day('2026-03-02'),
  decidedOn: null,
  clock: {
    light: 'green',
    enteredOn: day('2026-03-02'),
    dueOn: day('2026-03-05'),
    usedDays: 0,
    limitDays: 3,
  },
  isOnBehalf: true,
  isDirect: false,
  isEscalated: false,
  hasOverride: false,
  isSample: true,
  version: 2,
};

export const PAGE: ApplicationPage = { items: [ROW], next: null, total: 1 };

export const EVENT: EventView = {
  id: 3,
  number: 'SJ2026000003',
  kind: 'disaster',
  happenedOn: day('2026-02-20'),
  description: '样例：住房进水，家具损坏',
};

export const DETAIL: ApplicationDetail = {
  ...ROW,
  personId: 21,
  identityNumber: '440118********0019',
  facts: {
    story: '样例：患病住院',
    illness: null,
    selfPaidFen: 8000_00,
    aidElsewhere: null,
    relativesInUnion: null,
  },
  specialReason: null,
  event: null,
  policyTitle: '增城区总工会困难职工帮扶救助制度',
  judgement: { outcome: 'allowed', reasons: [] },
  suggestion: {
    amountFen: 600_00,
    minFen: 400_00,
    maxFen: 600_00,
    netMonthlyFen: 900_00,
    minimumLivingFen: 1238_00,
  },
  steps: [],
  papers: [{ paper: 'identity', name: '申请人及家庭成员身份证', isRequired: true, files: [] }],
  consents: [],
  recusals: [],
  history: [],
  acts: [{ action: 'pass_grassroots', route: 'grassroots', reasons: [] }],
  reexaminationUntil: null,
};

export const CHECK: SubmissionCheck = {
  missing: [{ code: 'application.paper_missing', params: { paper: '医院诊断证明' } }],
  warnings: [],
  judgement: { outcome: 'allowed', reasons: [] },
};

export const BULK: BulkResult = { approvedCount: 2, refusals: [] };
