import { day } from '#core/plain-date.ts';
import { BUILT_IN_POLICIES } from '#features/policies/rules/built-in-policies.ts';

import { ActInput } from './application-inputs.ts';
import type { ActGround } from './decide-act.ts';

const [POLICY] = BUILT_IN_POLICIES;
if (POLICY === undefined) throw new Error('no built-in policy');
export const BUILT_IN = POLICY;

export const NOBODY_KNOWN = { accountId: 1, isRelative: false };

/** A quarterly application under review at its grassroots union, on a plain Monday, with nothing against it. */
export function actGround(overrides: Partial<ActGround> = {}): ActGround {
  return {
    state: 'grassroots_review',
    resumeState: null,
    tiers: ['grassroots', 'town', 'district'],
    aidType: '季度救助',
    aidClass: 'Q1',
    policy: BUILT_IN,
    today: day('2026-03-02'),
    seat: 'grassroots',
    actor: NOBODY_KNOWN,
    isOwnCase: false,
    earlierActors: [],
    dueOn: day('2026-03-05'),
    isReexamined: false,
    refusal: null,
    isGoods: false,
    isHouseholdOpen: true,
    missingPapers: [],
    missingConsents: [],
    judgement: { outcome: 'allowed', reasons: [] },
    openObjectionCount: 0,
    noticeEndsOn: null,
    ...overrides,
  };
}

/** What an act says, with everything that any act asks for. */
export function actContent(overrides: Partial<ActInput> = {}): ActInput {
  const whole = ActInput.parse({
    action: 'accept',
    version: 1,
    opinion: '情况属实',
    amountFen: 600_00,
    meetsConditions: true,
    supplement: { papers: ['identity'], note: null },
    visit: {
      visitedOn: '2026-03-02',
      visitors: '样例甲、样例乙',
      findings: '样例：住房简陋',
      isAsDescribed: true,
    },
    check: { answeredOn: '2026-03-02', office: '样例民政办', result: '一致', isConfirmed: true },
  });
  return { ...whole, ...overrides };
}
