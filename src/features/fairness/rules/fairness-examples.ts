import type { AmountSpread, FairnessOverview } from './fairness-views.ts';

export const OVERVIEW: FairnessOverview = {
  period: { code: '12m', from: '2025-03-03', to: '2026-03-02' },
  periods: ['12m', '2026', '2025'],
  quarters: [
    { year: 2025, quarter: 3 },
    { year: 2025, quarter: 4 },
  ],
  quietFrom: '2025-07-01',
  quietTo: '2025-12-31',
  below: { unionId: 1, name: '样例区总工会', parentId: null },
  district: { level: 'district', applicationCount: 365, memberCount: 12_000, rate: '30.42' },
  rows: [
    {
      unionId: 2,
      name: '样例镇总工会',
      level: 'town_or_system',
      foundedOn: null,
      closedOn: null,
      hasUnionsBelow: true,
      applicationCount: 12,
      comparedCount: 12,
      memberCount: 1000,
      averageMembers: '1000.0',
      rate: '12.00',
      verdict: 'far_below',
      expected: '30.4',
      limits: { outerLow: 15, innerLow: 20, innerHigh: 41, outerHigh: 48 },
      silence: 'heard',
      lastAppliedOn: '2025-12-03',
    },
  ],
};

export const SPREAD: AmountSpread = {
  groups: [
    {
      aidType: '季度救助',
      aidClass: 'Q1',
      policyVersionId: 1,
      policyTitle: '样例实施细则',
      caseCount: 40,
      visibleCount: 40,
      quartiles: {
        lowestFen: 500_00,
        lowerFen: 700_00,
        medianFen: 800_00,
        upperFen: 900_00,
        highestFen: 2000_00,
      },
      outsideCount: 1,
    },
  ],
  outside: [
    {
      aidType: '季度救助',
      aidClass: 'Q1',
      policyVersionId: 1,
      applicationId: 1,
      number: 'SQ2026000001',
      unionName: '样例服装有限公司工会',
      amountFen: 2000_00,
      medianFen: 800_00,
      decidedOn: '2026-02-02',
    },
  ],
};
