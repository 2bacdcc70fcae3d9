import { yuan } from '#core/money.ts';

import type { AidFactsInput } from './aid-facts.ts';
import type { PolicyTest } from './policy-tests.ts';

/** A quarterly case without a fault. */
const QUARTERLY: AidFactsInput = {
  aidType: '季度救助',
  aidClass: 'Q1',
  amountFen: yuan(500),
  isMember: true,
  meetsConditions: true,
  hasEvidence: true,
  round: { year: 2023, quarter: 3 },
  earlierRounds: [{ year: 2023, quarter: 1 }],
  event: null,
  paidForEvent: null,
  householdYearPaidFen: yuan(600),
  otherGoodsFen: null,
  specialReason: null,
  source: '本级经费',
  sourceAvailableFen: yuan(100_000),
};

const EMERGENCY: AidFactsInput = {
  ...QUARTERLY,
  aidType: '紧急救助',
  aidClass: 'E3',
  amountFen: yuan(3000),
  round: null,
  earlierRounds: null,
  event: '样例事件',
  paidForEvent: [],
};

/** Name, facts that differ, expected outcome and codes. */
type Line = readonly [
  name: string,
  base: AidFactsInput,
  facts: Partial<AidFactsInput>,
  outcome: PolicyTest['expectedOutcome'],
  codes: PolicyTest['expectedCodes'],
];

const LINES: readonly Line[] = [
  ['季度救助，隔一季度，标准内', QUARTERLY, {}, 'allowed', []],
  [
    '季度救助，上季度已救助',
    QUARTERLY,
    { earlierRounds: [{ year: 2023, quarter: 2 }] },
    'refused',
    ['adjacent_quarter'],
  ],
  [
    '季度救助，跨年相邻季度',
    QUARTERLY,
    { round: { year: 2024, quarter: 1 }, earlierRounds: [{ year: 2023, quarter: 4 }] },
    'refused',
    ['adjacent_quarter'],
  ],
  ['季度救助，高于标准', QUARTERLY, { amountFen: yuan(601) }, 'refused', ['range']],
  ['非会员申请', QUARTERLY, { isMember: false }, 'refused', ['not_a_member']],
  ['紧急救助，标准内', EMERGENCY, {}, 'allowed', []],
  ['紧急救助，低于标准', EMERGENCY, { amountFen: yuan(1000) }, 'refused', ['range']],
  [
    '紧急救助，同一事件已救助',
    EMERGENCY,
    { paidForEvent: ['样例申请'] },
    'refused',
    ['same_event'],
  ],
  [
    '紧急救助超过每人每次限额，未说明特殊原因',
    EMERGENCY,
    { amountFen: yuan(3500) },
    'refused',
    ['person_cap'],
  ],
  [
    '紧急救助超过每人每次限额，特殊原因待审批',
    EMERGENCY,
    { amountFen: yuan(3500), specialReason: '重大事故' },
    'allowed',
    ['person_cap'],
  ],
  [
    '全年累计超过最高限额，特殊原因也不能突破',
    EMERGENCY,
    { amountFen: yuan(3000), householdYearPaidFen: yuan(9500), specialReason: '特别困难' },
    'refused',
    ['household_cap', 'household_hard_cap'],
  ],
  [
    '实物慰问超过限额',
    { ...QUARTERLY, aidType: '实物慰问', aidClass: null, round: null, earlierRounds: null },
    { amountFen: yuan(300), otherGoodsFen: yuan(300) },
    'refused',
    ['goods_cap'],
  ],
];

const MINIMUM_LIVING = yuan(1238);

/** Cases that come with the built-in version; a draft made from it takes them along. */
export const BUILT_IN_TESTS: readonly PolicyTest[] = LINES.map(
  ([name, base, facts, expectedOutcome, expectedCodes]) => ({
    name,
    facts: { ...base, ...facts },
    minimumLivingFen: MINIMUM_LIVING,
    expectedOutcome,
    expectedCodes,
  }),
);
