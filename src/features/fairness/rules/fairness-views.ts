import { z } from 'zod';

import { UNION_LEVELS } from '#features/accounts/rules/roles.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';

import { SILENCES } from './decide-silence.ts';
import { RATE_VERDICTS } from './judge-rate.ts';

const Decimal = z.string().describe('A decimal');

export const FunnelView = z.object({
  outerLow: z.int(),
  innerLow: z.int(),
  innerHigh: z.int(),
  outerHigh: z.int(),
});

/** A union with all below it, beside the district. */
export const UnionRate = z.object({
  unionId: z.int(),
  name: z.string(),
  level: z.enum(UNION_LEVELS),
  foundedOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  hasUnionsBelow: z.boolean(),
  applicationCount: z.int(),
  comparedCount: z.int().describe('Without those of unions whose members nobody entered'),
  memberCount: z.int(),
  averageMembers: Decimal.nullable().describe('Members over the days the union was there'),
  rate: Decimal.nullable().describe('Applications per 1,000 members'),
  verdict: z.enum(RATE_VERDICTS),
  expected: Decimal.nullable().describe('Applications at the district’s rate'),
  limits: FunnelView.nullable().describe('Numbers that chance alone seldom passes'),
  silence: z.enum(SILENCES),
  lastAppliedOn: z.iso.date().nullable(),
});
export type UnionRate = z.infer<typeof UnionRate>;

const QuarterView = z.object({ year: z.int(), quarter: z.int() });

export const FairnessOverview = z.object({
  period: z.object({ code: z.string(), from: z.iso.date(), to: z.iso.date() }),
  /** To choose from. */
  periods: z.array(z.string()),
  /** The two over which a union is silent or heard. */
  quarters: z.tuple([QuarterView, QuarterView]),
  quietFrom: z.iso.date(),
  quietTo: z.iso.date(),
  /** Whose parts these are; null for the tops of the own scope. */
  below: z.object({ unionId: z.int(), name: z.string(), parentId: z.int().nullable() }).nullable(),
  district: z.object({
    level: z.enum(UNION_LEVELS),
    applicationCount: z.int(),
    memberCount: z.int(),
    rate: Decimal.nullable(),
  }),
  rows: z.array(UnionRate),
});
export type FairnessOverview = z.infer<typeof FairnessOverview>;

const LIKE_CASES = {
  aidType: z.enum(AID_TYPES),
  aidClass: z.enum(AID_CLASSES).nullable(),
  policyVersionId: z.int(),
};

/** Cases of one kind, class and rule version; the quartiles are null for a few cases. */
export const LikeCases = z.object({
  ...LIKE_CASES,
  policyTitle: z.string(),
  caseCount: z.int(),
  visibleCount: z.int().describe('Those of unions in sight'),
  quartiles: z
    .object({
      lowestFen: z.int(),
      lowerFen: z.int(),
      medianFen: z.int(),
      upperFen: z.int(),
      highestFen: z.int(),
    })
    .nullable(),
  outsideCount: z.int().describe('Unlike the others, of those in sight'),
});
export type LikeCases = z.infer<typeof LikeCases>;

/** A case whose amount is unlike those of like cases. */
export const OutsideCase = z.object({
  ...LIKE_CASES,
  applicationId: z.int(),
  number: z.string(),
  unionName: z.string(),
  amountFen: z.int(),
  medianFen: z.int(),
  decidedOn: z.iso.date(),
});
export type OutsideCase = z.infer<typeof OutsideCase>;

export const AmountSpread = z.object({
  groups: z.array(LikeCases),
  outside: z.array(OutsideCase).describe('The newest of them'),
});
export type AmountSpread = z.infer<typeof AmountSpread>;
