import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { fen, yuan } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { addDays, day } from '#core/plain-date.ts';

import { describeBreach } from '../messages.ts';
import { policyInForce } from './built-in-policies.ts';
import { judgePayments } from './judge-payments.ts';
import type { PaidAid, PaymentBreach } from './judge-payments.ts';
import { AID_CLASSES, AID_TYPES } from './policy-version.ts';

const POLICY = policyInForce(day('2023-06-30'));
const D = yuan(1238);
const YEAR = 2023;
const HARD_LIMIT = POLICY.householdYearHard.months * D;

/** An orderly quarterly payment; every call is another person, household and application. */
let serial = 0;
function aPayment(overrides: Partial<PaidAid> = {}): PaidAid {
  serial += 1;
  return {
    application: `A-${serial}`,
    identityNumber: `person-${serial}`,
    household: `H-${serial}`,
    aidType: '季度救助',
    aidClass: 'Q1',
    quarter: 1,
    decidedOn: day('2023-03-10'),
    paidOn: day('2023-03-15'),
    amountFen: yuan(600),
    event: null,
    specialReason: null,
    ...overrides,
  };
}

function anEmergency(amountYuan: number, overrides: Partial<PaidAid> = {}): PaidAid {
  const emergency = { aidType: '紧急救助', aidClass: 'E3', quarter: null } as const;
  return aPayment({ ...emergency, amountFen: yuan(amountYuan), ...overrides });
}

function someGoods(amountYuan: number, overrides: Partial<PaidAid> = {}): PaidAid {
  const goods = { aidType: '实物慰问', aidClass: 'Q1', quarter: null } as const;
  return aPayment({ ...goods, amountFen: yuan(amountYuan), ...overrides });
}

function judge(
  rows: readonly PaidAid[],
  minimumLivingFen: Fen | null = D,
): readonly PaymentBreach[] {
  return judgePayments(rows, POLICY, { year: YEAR, minimumLivingFen }).breaches;
}

/** Breaches as `row code`, rows counted from 0. */
function found(rows: readonly PaidAid[], minimumLivingFen: Fen | null = D): string[] {
  return judge(rows, minimumLivingFen).map(({ rowIndex, code }) => `${rowIndex} ${code}`);
}

const PERSON = { identityNumber: '440118199001010019' };

/** Payments of one person in the quarters given. */
function rounds(...quarters: readonly number[]): PaidAid[] {
  return quarters.map((quarter) => aPayment({ ...PERSON, quarter }));
}

describe('class and range', () => {
  test.each(AID_CLASSES)('both ends of the range of %s are inside it', (aidClass) => {
    const { aidType, minFen, maxFen } = POLICY.classes[aidClass];
    const row = (amountFen: number): PaidAid =>
      aPayment({ aidType, aidClass, amountFen: fen(amountFen), specialReason: '特别困难' });
    expect(found([minFen, maxFen].map(row))).toEqual([]);
    expect(found([minFen - 1, maxFen + 1].map(row))).toEqual(['0 range', '1 range']);
  });

  test('an emergency payment of 1000 is right in E1b and wrong in E3', () => {
    expect(found([anEmergency(1000, { aidClass: 'E1b' }), anEmergency(1000)])).toEqual(['1 range']);
  });

  test('a class of another type is named, and its range still checked', () => {
    const rows = [aPayment({ aidClass: 'E1b' }), anEmergency(600, { aidClass: 'Q1' })];
    expect(found(rows)).toEqual(['0 class_unknown', '0 range', '1 class_unknown']);
  });
});

describe('quarterly payments of one person', () => {
  test.each([
    [[1, 3], []],
    [[2, 4], []],
    [[1, 4], []],
    [[1, 2], ['1 adjacent_quarter']],
    [[2, 1], ['1 adjacent_quarter']],
    [[3, 3], ['1 adjacent_quarter']],
    [
      [1, 3, 4],
      ['2 frequency', '2 adjacent_quarter'],
    ],
    [
      [1, 4, 1],
      ['2 frequency', '2 adjacent_quarter'],
    ],
    [
      [1, 2, 4],
      ['1 adjacent_quarter', '2 frequency'],
    ],
  ])('in quarters %j break %j', (quarters, expected) => {
    expect(found(rounds(...quarters))).toEqual(expected);
  });

  test('a payment counts even when it broke a rule itself', () => {
    expect(found(rounds(1, 2, 3))).toEqual([
      '1 adjacent_quarter',
      '2 frequency',
      '2 adjacent_quarter',
    ]);
  });

  test('are of one person under 15 and 18 places', () => {
    const onOldFile = aPayment({ identityNumber: '440118900101001', quarter: 2 });
    expect(found([...rounds(1), onOldFile])).toEqual(['1 adjacent_quarter']);
  });

  test('take the quarter of the pay date, else of the decision, where the ledger leaves it blank', () => {
    const person = { identityNumber: 'x', quarter: null };
    const paidIn = (date: string): PaidAid =>
      aPayment({ ...person, decidedOn: day('2023-01-31'), paidOn: day(date) });
    expect(found([paidIn('2023-03-31'), paidIn('2023-07-01')])).toEqual([]);
    expect(found([paidIn('2023-03-31'), paidIn('2023-06-30')])).toEqual(['1 adjacent_quarter']);
    const undatedPay = aPayment({ ...person, paidOn: null, decidedOn: day('2023-06-30') });
    expect(found([paidIn('2023-03-31'), undatedPay])).toEqual(['1 adjacent_quarter']);
  });

  test('are neighbours across New Year', () => {
    const january = { quarter: null, decidedOn: day('2024-01-05'), paidOn: day('2024-01-08') };
    expect(found([...rounds(4), aPayment({ ...PERSON, ...january })])).toEqual([
      '1 adjacent_quarter',
    ]);
  });

  test('in different households and of different persons do not meet', () => {
    expect(found([aPayment(), aPayment(), aPayment({ household: 'H' })])).toEqual([]);
  });
});

describe('order', () => {
  test('the payment decided later carries the breach, wherever its row stands', () => {
    const late = aPayment({ ...PERSON, quarter: 2, decidedOn: day('2023-03-12') });
    expect(found([late, ...rounds(1)])).toEqual(['0 adjacent_quarter']);
  });

  test('a payment without a decision comes last', () => {
    const undecided = aPayment({ ...PERSON, quarter: 1, decidedOn: null });
    const lastDay = { decidedOn: day('2023-12-31'), paidOn: day('2023-12-31') };
    const rows = [undecided, aPayment({ ...PERSON, quarter: 2, ...lastDay })];
    expect(found(rows)).toEqual(['0 adjacent_quarter', '0 paid_before_approval']);
  });
});

describe('limits in money', () => {
  test('one payment over 3000 needs a special reason', () => {
    const reason = { specialReason: '重大事故' };
    expect(found([anEmergency(3000), anEmergency(3001), anEmergency(5000, reason)])).toEqual([
      '1 person_cap',
    ]);
  });

  test('the running total of a household over 6000 needs a special reason', () => {
    const household = 'H';
    const rows = [3000, 3000, 2000].map((amount) => anEmergency(amount, { household }));
    expect(found(rows)).toEqual(['2 household_cap']);
    const excused = anEmergency(2000, { household, specialReason: '特别困难' });
    expect(found([...rows.slice(0, 2), excused])).toEqual([]);
  });

  test('every payment past ten months of D breaks the ceiling, whatever the reason', () => {
    const household = 'H';
    const specialReason = '特别困难';
    const upTo = anEmergency(5000, { household, specialReason });
    const rows = [upTo, upTo, anEmergency(2380, { household, specialReason })];
    expect(HARD_LIMIT).toBe(yuan(12_380));
    expect(found(rows)).toEqual([]);
    const later = [aPayment({ household }), anEmergency(2000, { household, specialReason })];
    expect(found([...rows, ...later])).toEqual([
      '3 household_cap',
      '3 household_hard_cap',
      '4 household_hard_cap',
    ]);
  });

  test('without D the ceiling is not judged, and the result says so', () => {
    const rows = [1, 2, 3].map(() =>
      anEmergency(5000, { household: 'H', specialReason: '特别困难' }),
    );
    expect(found(rows)).toEqual(['2 household_hard_cap']);
    const unjudged = judgePayments(rows, POLICY, { year: YEAR, minimumLivingFen: null });
    expect(unjudged).toEqual({ breaches: [], hardCapJudged: false });
  });

  test('goods of a household at one time stay within 500 and count in no money limit', () => {
    const household = 'H';
    const otherDay = { household, paidOn: day('2023-04-01') };
    const rows = [
      someGoods(300, { household }),
      someGoods(200, { household }),
      someGoods(1, { household }),
      someGoods(500, otherDay),
      someGoods(501),
    ];
    expect(found(rows)).toEqual(['2 goods_cap', '4 goods_cap']);
    const money = [anEmergency(3000, { household }), anEmergency(3000, { household })];
    expect(found([...rows.slice(0, 2), ...money])).toEqual([]);
  });
});

describe('event and approval', () => {
  test('an event paid by any earlier row is not paid again', () => {
    const event = 'SJ-1';
    const rows = [event, event, null, event].map((number) => anEmergency(2000, { event: number }));
    expect(found(rows)).toEqual(['1 same_event', '3 same_event']);
    for (const breach of judge(rows)) {
      expect(breach).toMatchObject({ params: { event, paidBefore: rows[0]?.application } });
    }
  });

  test('money leaves on the day of the decision at the earliest, and never without one', () => {
    const decidedOn = day('2023-03-10');
    const paid = (paidOn: string | null, overrides: Partial<PaidAid> = {}): PaidAid =>
      aPayment({ decidedOn, paidOn: paidOn === null ? null : day(paidOn), ...overrides });
    const rows = [
      paid('2023-03-10'),
      paid('2023-03-09'),
      paid(null),
      paid('2023-03-10', { decidedOn: null }),
      paid(null, { decidedOn: null }),
    ];
    expect(found(rows)).toEqual([
      '1 paid_before_approval',
      '3 paid_before_approval',
      '4 paid_before_approval',
    ]);
  });
});

/** Ledgers small enough for persons, households and events to meet often. */
const payment: fc.Arbitrary<Omit<PaidAid, 'application'>> = fc.record({
  identityNumber: fc.constantFrom('440118199001010019', '440118900101001', 'P2', 'P3'),
  household: fc.constantFrom('H1', 'H2', 'H3'),
  aidType: fc.constantFrom(...AID_TYPES),
  aidClass: fc.constantFrom(...AID_CLASSES),
  quarter: fc.option(fc.integer({ min: 1, max: 4 })),
  decidedOn: fc.option(fc.nat(400).map((days) => addDays(day('2023-01-01'), days))),
  paidOn: fc.option(fc.nat(400).map((days) => addDays(day('2023-01-01'), days))),
  amountFen: fc.integer({ min: 1, max: 600_000 }).map(fen),
  event: fc.option(fc.constantFrom('SJ-1', 'SJ-2', 'SJ-3')),
  specialReason: fc.option(fc.constant('特别困难')),
});
const ledger = fc
  .array(payment, { maxLength: 12 })
  .map((rows) => rows.map((row, index) => ({ ...row, application: `A-${index}` })));

function byApplication(rows: readonly PaidAid[]): Set<string> {
  return new Set(judge(rows).map(({ application, code }) => `${application} ${code}`));
}

describe('laws', () => {
  it('keeps every breach when a payment is added, wherever it stands', () => {
    fc.assert(
      fc.property(ledger, payment, fc.nat(12), (rows, extra, position) => {
        const before = byApplication(rows);
        const more = rows.toSpliced(position, 0, { ...extra, application: 'EXTRA' });
        const after = byApplication(more);
        expect([...before].filter((breach) => !after.has(breach))).toEqual([]);
      }),
    );
  });

  it('finds no cap broken in a household whose payments stay below every line', () => {
    const small = fc.integer({ min: 1, max: 50_000 }).map(fen);
    fc.assert(
      fc.property(fc.array(small, { maxLength: 12 }), (amounts) => {
        const rows = amounts.map((amountFen) => aPayment({ household: 'H', amountFen }));
        expect(judge(rows).filter(({ code }) => code.endsWith('_cap'))).toEqual([]);
      }),
    );
  });

  it('moves breaches between rows of one decision date when they are permuted, but loses none', () => {
    const decidedOn = day('2023-05-05');
    const sameDay = ledger.map((rows) =>
      rows.map((row) => ({ ...row, decidedOn, specialReason: null })),
    );
    const permuted = sameDay.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(permuted, ([rows, shuffled]) => {
        expect(brokenBy(shuffled)).toEqual(brokenBy(rows));
      }),
    );
  });

  it('gives the breaches by row and says each in full sentences', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const breaches = judge(rows);
        const order = breaches.map(({ rowIndex }) => rowIndex);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const breach of breaches) {
          expect(breach.application).toBe(rows[breach.rowIndex]?.application);
          const { rule, citation, detail } = describeBreach(breach);
          expect(`${rule}${citation}${detail}`).not.toMatch(/undefined|null|NaN|\[object/);
          expect(citation).toMatch(/^《.+》关于.+的规定$/);
        }
      }),
    );
  });
});

/** Who broke which rule, without regard to the row that carries it. */
function brokenBy(rows: readonly PaidAid[]): Set<string> {
  const holders: Partial<Record<string, (row: PaidAid) => string | null>> = {
    frequency: (row) => row.identityNumber.slice(0, 6),
    adjacent_quarter: (row) => row.identityNumber.slice(0, 6),
    household_cap: (row) => row.household,
    household_hard_cap: (row) => row.household,
    goods_cap: (row) => `${row.household} ${row.paidOn}`,
    same_event: (row) => row.event,
  };
  return new Set(
    judge(rows).map(({ code, rowIndex }) => {
      const row = rows[rowIndex];
      if (row === undefined) throw new RangeError('no such row');
      return `${code} ${(holders[code] ?? ((own) => own.application))(row)}`;
    }),
  );
}
