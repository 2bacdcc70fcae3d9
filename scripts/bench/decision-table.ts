import type { AidFacts } from '#features/policies/rules/aid-decision.ts';
import { toQuarterIndex } from '#features/policies/rules/neighbouring-quarters.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

/** Facts as a table engine wants them: flat, with everything derived computed beforehand. */
export interface FlatFacts extends Record<string, string | number | boolean> {
  readonly aidType: string;
  readonly aidClass: string;
  readonly amountFen: number;
  readonly isMoney: boolean;
  readonly isMember: boolean;
  readonly meetsConditions: boolean;
  readonly hasEvidence: boolean;
  readonly roundsInYear: number;
  readonly nearestRound: number;
  readonly isEventPaid: boolean;
  readonly hasSpecialReason: boolean;
  readonly householdTotalFen: number;
  readonly goodsTotalFen: number;
  readonly sourceLeftFen: number;
}

export type Condition = readonly [
  fact: keyof FlatFacts & string,
  operator: '==' | '<' | '>' | '>=',
  value: string | number | boolean,
];

/** A row of the table: when all its conditions hold, its reason stands. */
export interface TableRow {
  readonly conditions: readonly Condition[];
  /** `code severity` */
  readonly reason: string;
}

/** The rules of `decideAid` over known facts, as the rows that any table engine can run. */
export function toTable(policy: PolicyVersion, minimumLivingFen: number): TableRow[] {
  const hardLimitFen = policy.householdYearHard.months * minimumLivingFen;
  const isQuarterly: Condition = ['aidType', '==', '季度救助'];
  const isMoney: Condition = ['isMoney', '==', true];
  return [
    block('not_a_member', ['isMember', '==', false]),
    block('conditions_not_met', ['meetsConditions', '==', false]),
    block('evidence_missing', ['hasEvidence', '==', false]),
    ...AID_CLASSES.flatMap((code) => classRows(policy, code)),
    block('frequency', isQuarterly, ['roundsInYear', '>=', policy.quarterly.maxPerPersonYear]),
    block('adjacent_quarter', isQuarterly, [
      'nearestRound',
      '<',
      policy.quarterly.minQuarterDistance,
    ]),
    block('same_event', ['isEventPaid', '==', true]),
    ...softRows('person_cap', isMoney, ['amountFen', '>', policy.personPerTime.limitFen]),
    ...softRows('household_cap', isMoney, [
      'householdTotalFen',
      '>',
      policy.householdYear.limitFen,
    ]),
    block('household_hard_cap', isMoney, ['householdTotalFen', '>', hardLimitFen]),
    block(
      'goods_cap',
      ['isMoney', '==', false],
      ['goodsTotalFen', '>', policy.goodsPerTime.limitFen],
    ),
    block('overspent_source', ['sourceLeftFen', '<', 0]),
  ];
}

export function toFlatFacts(facts: AidFacts): FlatFacts {
  const amountFen = facts.amountFen ?? 0;
  const { round, earlierRounds } = facts;
  const rounds = earlierRounds ?? [];
  const distances = rounds.map((earlier) =>
    round === null ? Infinity : Math.abs(toQuarterIndex(round) - toQuarterIndex(earlier)),
  );
  return {
    aidType: facts.aidType ?? '',
    aidClass: facts.aidClass ?? '',
    amountFen,
    isMoney: facts.aidType !== '实物慰问',
    isMember: facts.isMember === true,
    meetsConditions: facts.meetsConditions === true,
    hasEvidence: facts.hasEvidence === true,
    roundsInYear: rounds.filter(({ year }) => year === round?.year).length,
    nearestRound: Math.min(99, ...distances),
    isEventPaid: facts.event !== null && (facts.paidForEvent ?? []).length > 0,
    hasSpecialReason: facts.specialReason !== null,
    householdTotalFen: (facts.householdYearPaidFen ?? 0) + amountFen,
    goodsTotalFen: (facts.otherGoodsFen ?? 0) + amountFen,
    sourceLeftFen: (facts.sourceAvailableFen ?? 0) - amountFen,
  };
}

function block(code: string, ...conditions: readonly Condition[]): TableRow {
  return { conditions, reason: `${code} block` };
}

function softRows(code: string, ...conditions: readonly Condition[]): TableRow[] {
  return [
    {
      conditions: [...conditions, ['hasSpecialReason', '==', false]],
      reason: `${code} needs_reason`,
    },
    {
      conditions: [...conditions, ['hasSpecialReason', '==', true]],
      reason: `${code} needs_approval`,
    },
  ];
}

function classRows(policy: PolicyVersion, code: (typeof AID_CLASSES)[number]): TableRow[] {
  const { aidType, minFen, maxFen } = policy.classes[code];
  const isClass: Condition = ['aidClass', '==', code];
  const isMoney: Condition = ['isMoney', '==', true];
  const others = AID_TYPES.filter((other) => other !== aidType && other !== '实物慰问');
  return [
    block('range', isMoney, isClass, ['amountFen', '<', minFen]),
    block('range', isMoney, isClass, ['amountFen', '>', maxFen]),
    ...others.map((other) => block('class_unknown', isClass, ['aidType', '==', other])),
  ];
}
