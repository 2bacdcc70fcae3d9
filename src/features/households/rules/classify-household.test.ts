import { describe, expect, test } from 'vitest';

import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { SETTINGS, SettingValues } from '#features/settings/rules/settings.ts';
import {
  TODAY,
  aForm,
  aHead,
  aPerson,
  income,
  spending,
  standards,
} from '#tests/support/household-form.ts';

import { classStandardsOn } from './class-standards.ts';
import { classifyHousehold } from './classify-household.ts';
import type { HouseholdForm } from './household-form.ts';
import { EXCLUSIONS } from './words.ts';

const alone = (overrides: Partial<HouseholdForm> = {}) =>
  aForm({ people: [aHead()], income: [income(0)], spending: [], ...overrides });

const classOf = (form: HouseholdForm, figures = standards()) =>
  classifyHousehold(form, figures, TODAY).hardshipClass;

const codesOf = (form: HouseholdForm, figures = standards()) =>
  classifyHousehold(form, figures, TODAY).reasons.map(({ code }) => code);

/** Yearly income of one person at which net is exactly D. */
const D_YEAR = 1_200_000;

test('the family of the examples is classed as the examples say', () => {
  const figures = standards({ minimumLiving: { fen: fen(123_800) } });
  expect(classifyHousehold(aForm(), figures, day('2023-06-01'))).toEqual({
    hardshipClass: 'deep',
    reasons: [{ code: 'household.class_deep', params: { netFen: 83_333, minimumFen: 123_800 } }],
    incomeFen: 4_200_000,
    spendingFen: 2_200_000,
    netMonthlyFen: 83_333,
    minimumLivingFen: 123_800,
  });
});

describe('borders, to the fen', () => {
  test.each([
    [D_YEAR - 1, true, 'deep'],
    [D_YEAR, true, 'relative'],
    [D_YEAR, false, 'deep'],
    [D_YEAR + 1, false, 'relative'],
    [2 * D_YEAR - 1, true, 'relative'],
    [2 * D_YEAR, true, 'none'],
    [2 * D_YEAR, false, 'none'],
    [0, true, 'deep'],
  ])('%i a year, strict %s: %s', (yearly, isStrict, expected) => {
    expect(classOf(alone({ income: [income(yearly)] }), standards({ isStrict }))).toBe(expected);
  });

  test('a fen a year among seven people decides though the printed amount is D', () => {
    const people = [
      aHead(),
      ...Array.from({ length: 6 }, () => aPerson({ workState: 'in_school' })),
    ];
    const family = (yearly: number) => alone({ people, income: [income(yearly)] });
    const isStrict = false;
    expect(classOf(family(7 * D_YEAR), standards({ isStrict }))).toBe('deep');
    const above = classifyHousehold(family(7 * D_YEAR + 1), standards({ isStrict }), TODAY);
    expect(above).toMatchObject({ hardshipClass: 'relative', netMonthlyFen: 100_000 });
  });

  test('spending beyond income gives a negative amount, rounded down', () => {
    const form = alone({ income: [income(100)], spending: [spending(201)] });
    expect(classifyHousehold(form, standards(), TODAY)).toMatchObject({
      hardshipClass: 'deep',
      netMonthlyFen: -9,
    });
  });

  test('an upper end that is no multiple of a hundred is kept whole', () => {
    const figures = standards({ minimumLiving: { fen: fen(100_001) }, relativePercent: 150 });
    const end = (100_001 * 150 * 12) / 100;
    expect(classOf(alone({ income: [income(end - 1)] }), figures)).toBe('relative');
    expect(classOf(alone({ income: [income(end)] }), figures)).toBe('none');
  });
});

describe('what counts', () => {
  test('neither the basic pension nor greetings at festivals, and both are told', () => {
    const rows = [
      income(0),
      income(5_000_000, { kind: 'basic_pension' }),
      income(7_000_000, { kind: 'festival_gift' }),
      income(300, { kind: 'union_relief' }),
    ];
    const found = classifyHousehold(alone({ income: rows }), standards(), TODAY);
    expect(found).toMatchObject({ hardshipClass: 'deep', incomeFen: 300 });
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'household.class_deep',
      'household.income_not_counted',
      'household.income_not_counted',
    ]);
  });

  test('spending less what was paid back, never below nothing; compulsory schooling not at all', () => {
    const rows = [
      spending(1000, { reimbursed: fen(400) }),
      spending(1000, { reimbursed: fen(4000) }),
      spending(9000, { kind: 'compulsory_schooling' }),
    ];
    const found = classifyHousehold(alone({ spending: rows }), standards(), TODAY);
    expect(found.spendingFen).toBe(600);
    expect(found.reasons).toContainEqual({
      code: 'household.compulsory_schooling_not_counted',
      params: { yearlyFen: 9000 },
    });
  });

  test('a head who is no member is told of and not barred', () => {
    const form = alone({ people: [aHead({ isUnionMember: false })] });
    expect(codesOf(form)).toEqual(['household.class_deep', 'household.head_not_member']);
  });
});

describe('an event that struck the family', () => {
  const struck = (overrides: Partial<NonNullable<HouseholdForm['accident']>> = {}) =>
    alone({
      income: [income(10_000_000)],
      accident: {
        kind: 'sudden_illness',
        happenedOn: TODAY,
        netCost: fen(8_000_001),
        note: null,
        ...overrides,
      },
    });

  test.each([
    ['of more than its share of the income', {}, 'accidental', 'class_sudden_illness'],
    ['of exactly its share', { netCost: fen(8_000_000) }, 'none', 'illness_cost_low'],
    ['a year ago', { happenedOn: day('2025-03-02') }, 'accidental', 'class_sudden_illness'],
    ['a year and a day ago', { happenedOn: day('2025-03-01') }, 'none', 'accident_out_of_time'],
    ['still to come', { happenedOn: day('2026-03-03') }, 'none', 'accident_out_of_time'],
    ['a fire', { kind: 'disaster', netCost: fen(1) }, 'accidental', 'class_accidental'],
    ['paid for by others', { kind: 'accident', netCost: fen(0) }, 'none', 'accident_without_cost'],
  ] as const)('%s', (_what, accident, expected, code) => {
    expect(classOf(struck(accident))).toBe(expected);
    expect(codesOf(struck(accident))).toContain(`household.${code}`);
  });

  test('leaves a deeper class as it is and is told beside it', () => {
    const form = { ...struck({ kind: 'accident' }), income: [income(D_YEAR)] };
    expect(classOf(form)).toBe('relative');
    expect(codesOf(form)).toEqual(['household.class_relative', 'household.class_accidental']);
  });
});

describe('shut out and unknown', () => {
  test.each(EXCLUSIONS)('%s shuts out, unanswered it leaves the class open', (ground) => {
    const { exclusions } = aForm();
    const answered = (answer: boolean | null) =>
      classifyHousehold(
        alone({ exclusions: { ...exclusions, [ground]: answer } }),
        standards(),
        TODAY,
      );
    expect(answered(true)).toMatchObject({
      hardshipClass: 'none',
      reasons: [{ code: 'household.excluded', params: { ground } }],
    });
    expect(answered(null)).toMatchObject({
      hardshipClass: 'unknown',
      reasons: [{ code: 'household.exclusion_unanswered', params: { ground } }],
    });
  });

  test('a day without a minimum living standard is named', () => {
    const found = classifyHousehold(alone(), standards({ minimumLiving: undefined }), TODAY);
    expect(found).toMatchObject({
      hardshipClass: 'unknown',
      minimumLivingFen: null,
      reasons: [{ code: 'household.minimum_living_missing', params: { on: TODAY } }],
    });
  });

  test('every missing fact is named at once', () => {
    const people = [aHead(), aPerson({ name: '样例乙', workState: null })];
    const form = alone({ people, income: [] });
    const figures = standards({ minimumLiving: undefined });
    expect(classifyHousehold(form, figures, TODAY)).toMatchObject({
      incomeFen: null,
      netMonthlyFen: null,
      reasons: [
        { code: 'household.minimum_living_missing' },
        { params: { name: '样例户主', fact: 'income' } },
        { params: { name: '样例乙', fact: 'workState' } },
      ],
    });
  });
});

describe('a file of 2016 to 2019', () => {
  const exclusions = aForm().exclusions;
  const unasked = { ...exclusions, two_homes: null };
  test.each([
    ['minimum_living', D_YEAR - 1, 'deep'],
    ['minimum_living', D_YEAR, 'none'],
    ['borderline', 1.5 * D_YEAR - 1, 'relative'],
    ['borderline', 1.5 * D_YEAR, 'none'],
    ['accidental', 3 * D_YEAR - 1, 'accidental'],
    ['accidental', 3 * D_YEAR, 'none'],
    [null, 0, 'unknown'],
  ] as const)('%s at %i a year: %s', (oldClass, yearly, expected) => {
    const overrides = { scheme: 'old', oldClass, exclusions: unasked } as const;
    expect(classOf(alone({ ...overrides, income: [income(yearly)] }))).toBe(expected);
  });

  test('is shut out like any other', () => {
    const form = alone({
      scheme: 'old',
      oldClass: 'minimum_living',
      exclusions: { ...exclusions, refuses_checks: true },
    });
    expect(classOf(form)).toBe('none');
  });
});

describe('the figures of a day', () => {
  const settings = SettingValues.parse(
    Object.fromEntries(Object.entries(SETTINGS).map(([key, { builtIn }]) => [key, builtIn])),
  );

  test('come from the tables, which end', () => {
    expect(classStandardsOn(settings, day('2023-12-31'))).toMatchObject({
      minimumLiving: { fen: 123_800 },
      minimumWage: { fen: 230_000 },
      isStrict: true,
      relativePercent: 200,
    });
    const later = classStandardsOn(settings, day('2026-01-01'));
    expect(later).toMatchObject({ minimumLiving: undefined, minimumWage: undefined });
  });

  test('come from the settings once somebody has set them', () => {
    const set = {
      ...settings,
      'households.minimum_living_yuan': 1300,
      'households.minimum_wage_yuan': 2600,
    };
    expect(classStandardsOn(set, TODAY)).toMatchObject({
      minimumLiving: { fen: 130_000 },
      minimumWage: { fen: 260_000 },
    });
  });
});
