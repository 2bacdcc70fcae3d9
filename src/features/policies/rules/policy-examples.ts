import { day } from '#core/plain-date.ts';

import { policyInForce } from './built-in-policies.ts';
import { BUILT_IN_TESTS } from './built-in-tests.ts';
import { toPolicyBody } from './policy-body.ts';
import type {
  ForwardingList,
  PolicyComparison,
  PolicyDetail,
  PolicySummary,
  PolicyTestView,
} from './policy-views.ts';

const BUILT_IN = policyInForce(day('2023-06-30'));

export const SUMMARY: PolicySummary = {
  id: 2,
  code: 'v2',
  title: '样例区困难职工帮扶救助制度（2026年修订）',
  state: 'draft',
  phase: 'draft',
  validFrom: '2026-04-01',
  validTo: null,
  note: '季度救助最高金额提高到800元',
  version: 3,
  testCount: BUILT_IN_TESTS.length,
  createdAt: '2026-03-02T02:00:00.000Z',
  createdBy: '王经办',
  editedAt: '2026-03-03T02:00:00.000Z',
  editedBy: '王经办',
  activatedAt: null,
  activatedBy: null,
  isWritable: true,
};

const TESTS: PolicyTestView[] = BUILT_IN_TESTS.slice(0, 1).map((test) => ({
  id: 1,
  test,
  isPassed: true,
  outcome: 'allowed',
  reasons: [],
  missingCodes: [],
  extraCodes: [],
}));

export const DETAIL: PolicyDetail = {
  ...SUMMARY,
  basedOn: { id: 1, title: BUILT_IN.title },
  body: toPolicyBody(BUILT_IN),
  tests: TESTS,
  obstacles: [],
  overlapping: [{ id: 1, title: BUILT_IN.title }],
};

export const COMPARISON: PolicyComparison = {
  before: { id: 1, title: BUILT_IN.title },
  after: { id: 2, title: SUMMARY.title },
  differences: [
    {
      place: ['classes', 'Q1', 'maxFen'],
      before: { kind: 'amount', fen: 60_000 },
      after: { kind: 'amount', fen: 80_000 },
    },
  ],
};

export const FORWARDINGS: ForwardingList = {
  items: [
    {
      unionId: 12,
      unionName: '样例街总工会',
      state: 'received',
      sentOn: '2026-04-01',
      dueOn: '2026-04-10',
      receivedOn: '2026-04-03',
      evidence: '4月3日例会传达，已转发各基层工会',
      acknowledgedBy: '李经办',
      remindedAt: [],
    },
  ],
  candidates: [{ unionId: 13, unionName: '样例镇总工会' }],
};
