import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';

import { describeReason } from '../messages.ts';
import type { AidFact, AidFacts } from './aid-decision.ts';
import { policyInForce } from './built-in-policies.ts';
import { decideAid } from './decide-aid.ts';
import { AID_CLASSES } from './policy-version.ts';

const POLICY = policyInForce(day('2023-06-30'));
const D = yuan(1238);
const { personPerTime, householdYear, householdYearHard, goodsPerTime, quarterly } = POLICY;
const HARD_LIMIT = fen(householdYearHard.months * D);

function quarterlyFacts(overrides: Partial<AidFacts> = {}): AidFacts {
  return {
    aidType: '季度救助',
    aidClass: 'Q1',
    amountFen: POLICY.classes.Q1.maxFen,
    isMember: true,
    meetsConditions: true,
    hasEvidence: true,
    round: { year: 2023, quarter: 3 },
    earlierRounds: [],
    event: null,
    paidForEvent: null,
    householdYearPaidFen: yuan(0),
    otherGoodsFen: null,
    specialReason: null,
    source: '工会经费',
    sourceAvailableFen: yuan(100_000),
    ...overrides,
  };
}

function emergencyFacts(overrides: Partial<AidFacts> = {}): AidFacts {
  const amountFen = POLICY.classes.E3.minFen;
  const emergency = { aidType: '紧急救助', aidClass: 'E3', amountFen, round: null } as const;
  return quarterlyFacts({ ...emergency, event: 'SJ-7', paidForEvent: [], ...overrides });
}

function goodsFacts(overrides: Partial<AidFacts> = {}): AidFacts {
  const goods = { aidType: '实物慰问', aidClass: null, amountFen: yuan(300) } as const;
  return quarterlyFacts({ ...goods, otherGoodsFen: yuan(0), ...overrides });
}

function codes(facts: AidFacts, minimumLivingFen: Fen | null = D): string[] {
  return decideAid(facts, POLICY, minimumLivingFen).reasons.map(({ code, severity }) =>
    severity === 'block' ? code : `${code} ${severity}`,
  );
}

/** Which rounds may follow which: the distance is that of the policy, across New Year too. */
const ROUND_CASES: readonly (readonly [string, (readonly [number, number])[], string[]])[] = [
  ['no earlier round', [], []],
  ['the same quarter', [[2023, 3]], ['adjacent_quarter']],
  ['the quarter before', [[2023, 2]], ['adjacent_quarter']],
  ['the quarter after', [[2023, 4]], ['adjacent_quarter']],
  ['one quarter skipped', [[2023, 1]], []],
  [
    'two in last year',
    [
      [2022, 1],
      [2022, 3],
    ],
    [],
  ],
  [
    'two in the year',
    [
      [2023, 1],
      [2023, 1],
    ],
    ['frequency'],
  ],
  [
    'two in the year and a neighbour',
    [
      [2023, 1],
      [2023, 2],
    ],
    ['frequency', 'adjacent_quarter'],
  ],
];

describe('amount', () => {
  test.each(AID_CLASSES)(
    'both ends of the range of %s are allowed, a fen beyond is not',
    (code) => {
      const { aidType, minFen, maxFen } = POLICY.classes[code];
      const base = aidType === '季度救助' ? quarterlyFacts() : emergencyFacts();
      const judge = (amountFen: number): string[] =>
        codes({ ...base, aidClass: code, amountFen: fen(amountFen), specialReason: '特别困难' });
      for (const inside of [minFen, maxFen]) expect(judge(inside)).not.toContain('range');
      for (const outside of [minFen - 1, maxFen + 1]) expect(judge(outside)).toContain('range');
    },
  );

  test('a class of the other type of aid is refused', () => {
    expect(codes(quarterlyFacts({ aidClass: 'E1b' }))).toEqual(['class_unknown', 'range']);
  });
});

describe('quarterly aid', () => {
  test.each(ROUND_CASES)('%s', (_name, rounds, expected) => {
    const earlierRounds = rounds.map(([year, quarter]) => ({ year, quarter }));
    expect(codes(quarterlyFacts({ earlierRounds }))).toEqual(expected);
  });

  test('the first quarter is a neighbour of the last one of the year before', () => {
    const round = { year: 2024, quarter: 1 };
    const judge = (quarter: number): string[] =>
      codes(quarterlyFacts({ round, earlierRounds: [{ year: 2023, quarter }] }));
    expect(judge(4)).toEqual(['adjacent_quarter']);
    expect(judge(3)).toEqual([]);
    expect(quarterly.minQuarterDistance).toBe(2);
  });
});

describe('limits in money', () => {
  const aPayment = (amountFen: Fen, overrides: Partial<AidFacts> = {}): AidFacts =>
    emergencyFacts({ amountFen, ...overrides });

  test('one payment over the soft limit asks for a special reason, and with one for approval', () => {
    const { limitFen } = personPerTime;
    expect(codes(aPayment(limitFen))).toEqual([]);
    expect(codes(aPayment(fen(limitFen + 1)))).toEqual(['person_cap needs_reason']);
    const excused = aPayment(fen(limitFen + 1), { specialReason: '重大事故' });
    expect(codes(excused)).toEqual(['person_cap needs_approval']);
    expect(decideAid(excused, POLICY, D).outcome).toBe('allowed');
  });

  test('a household-year over the soft limit asks for a special reason', () => {
    const amountFen = yuan(2000);
    const atLimit = fen(householdYear.limitFen - amountFen);
    expect(codes(aPayment(amountFen, { householdYearPaidFen: atLimit }))).toEqual([]);
    const over = { householdYearPaidFen: fen(atLimit + 1) };
    expect(codes(aPayment(amountFen, over))).toEqual(['household_cap needs_reason']);
    expect(codes(aPayment(amountFen, { ...over, specialReason: '突发意外' }))).toEqual([
      'household_cap needs_approval',
    ]);
  });

  test('no reason lifts the ceiling of ten months of the minimum living standard', () => {
    const amountFen = yuan(2000);
    const specialReason = '特别困难';
    const atLimit = fen(HARD_LIMIT - amountFen);
    const judge = (paid: number): string[] =>
      codes(aPayment(amountFen, { specialReason, householdYearPaidFen: fen(paid) }));
    expect(judge(atLimit)).toEqual(['household_cap needs_approval']);
    expect(judge(atLimit + 1)).toEqual(['household_cap needs_approval', 'household_hard_cap']);
  });

  test('goods have a limit of their own and no class, range or household limit', () => {
    const { limitFen } = goodsPerTime;
    const overMoneyLimits = { householdYearPaidFen: HARD_LIMIT };
    expect(codes(goodsFacts({ amountFen: limitFen, ...overMoneyLimits }))).toEqual([]);
    expect(codes(goodsFacts({ amountFen: limitFen, otherGoodsFen: fen(1) }))).toEqual([
      'goods_cap',
    ]);
  });

  test('a source pays what it holds and not a fen more', () => {
    const amountFen = yuan(2000);
    expect(codes(aPayment(amountFen, { sourceAvailableFen: amountFen }))).toEqual([]);
    expect(codes(aPayment(amountFen, { sourceAvailableFen: fen(amountFen - 1) }))).toEqual([
      'overspent_source',
    ]);
  });
});

test('an event that was paid before is not paid again, under whatever type', () => {
  expect(codes(emergencyFacts({ paidForEvent: ['A-1'] }))).toEqual(['same_event']);
  const flood = quarterlyFacts({ aidClass: 'Q6', event: 'SJ-7', paidForEvent: ['A-1'] });
  expect(codes(flood)).toEqual(['same_event']);
});

const NEEDED: readonly (readonly [string, AidFacts, readonly AidFact[]])[] = [
  [
    'quarterly aid',
    quarterlyFacts(),
    ['aidClass', 'round', 'earlierRounds', 'householdYearPaidFen'],
  ],
  [
    'emergency aid',
    emergencyFacts(),
    ['aidClass', 'event', 'paidForEvent', 'householdYearPaidFen'],
  ],
  ['goods', goodsFacts(), ['otherGoodsFen']],
];
const ALWAYS_NEEDED: readonly AidFact[] = [
  'aidType',
  'amountFen',
  'isMember',
  'meetsConditions',
  'hasEvidence',
  'source',
  'sourceAvailableFen',
];

describe('a missing fact', () => {
  test.each(NEEDED)('refuses %s and is named', (_name, facts, needed) => {
    for (const fact of [...ALWAYS_NEEDED, ...needed]) {
      const { outcome, reasons } = decideAid({ ...facts, [fact]: null }, POLICY, D);
      expect(outcome, fact).toBe('refused');
      expect(reasons.map(({ params }) => params)).toContainEqual({ fact });
    }
  });

  test('D is a fact too where money is paid', () => {
    expect(codes(quarterlyFacts(), null)).toEqual(['fact_missing']);
    expect(codes(goodsFacts(), null)).toEqual([]);
  });
});

test('all reasons are given at once, in the order of the rules, each with its clause', () => {
  const { outcome, reasons } = decideAid(
    emergencyFacts({
      isMember: false,
      meetsConditions: false,
      hasEvidence: false,
      amountFen: yuan(5001),
      paidForEvent: ['A-1'],
      householdYearPaidFen: yuan(9000),
      sourceAvailableFen: yuan(5000),
    }),
    POLICY,
    D,
  );
  expect(outcome).toBe('refused');
  expect(reasons.map(({ code }) => code)).toEqual([
    'not_a_member',
    'conditions_not_met',
    'evidence_missing',
    'range',
    'same_event',
    'person_cap',
    'household_cap',
    'household_hard_cap',
    'overspent_source',
  ]);
  for (const reason of reasons) {
    expect(POLICY.documents).toContain(reason.citation.document);
    expect(describeReason(reason).detail).not.toMatch(/undefined|null|NaN/);
  }
});

it('never gets a new reason against it from a smaller total, a fuller source or fewer rounds', () => {
  const money = fc.integer({ min: 0, max: 2_000_000 }).map(fen);
  const rounds = fc.array(
    fc.record({ year: fc.constantFrom(2022, 2023), quarter: fc.integer({ min: 1, max: 4 }) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(money, money, money, rounds, (amountFen, paidFen, less, earlierRounds) => {
      const facts = quarterlyFacts({
        amountFen,
        earlierRounds,
        householdYearPaidFen: paidFen,
        sourceAvailableFen: less,
      });
      const milder = {
        ...facts,
        earlierRounds: earlierRounds.slice(1),
        householdYearPaidFen: fen(Math.min(paidFen, less)),
        sourceAvailableFen: fen(Math.max(paidFen, less)),
      };
      const before = new Set(codes(facts));
      expect(codes(milder).filter((code) => !before.has(code))).toEqual([]);
    }),
  );
});
