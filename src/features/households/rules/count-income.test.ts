import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';
import { TODAY, aForm, aHead, aPerson, income, standards } from '#tests/support/household-form.ts';

import { countIncome } from './count-income.ts';
import type { IncomeRow, PersonForm } from './household-form.ts';
import { WORK_STATES } from './words.ts';

const MINIMUM_WAGE_YEAR = 2_400_000;

/** A head with an income of nothing, and one more. */
const count = (
  person: Partial<PersonForm>,
  rows: readonly IncomeRow[] = [],
  figures = standards(),
) =>
  countIncome(
    aForm({ people: [aHead(), aPerson(person)], income: [income(0), ...rows], spending: [] }),
    figures,
    TODAY,
  );
const ofSecond = (yearly: number, kind: IncomeRow['kind']) => income(yearly, { person: 1, kind });
const missingOf = (found: ReturnType<typeof count>) =>
  found.missing.map(({ code, params }) => ('fact' in params ? params.fact : code));

describe('without a row of income', () => {
  const GROWN = day('1990-01-01');
  test.each<[string, Partial<PersonForm>, number | null, readonly string[]]>([
    ...WORK_STATES.filter((state) => !/school|unemployed|off_post|below/.test(state)).map(
      (workState) =>
        [workState, { workState }, null, ['income']] satisfies [string, object, null, string[]],
    ),
    ['in school', { workState: 'in_school' }, 0, []],
    ['no state', { workState: null }, null, ['workState']],
    ['no state, a child', { workState: null, bornOn: day('2010-03-03') }, 0, []],
    ['no state, 16 today', { workState: null, bornOn: day('2010-03-02') }, null, ['workState']],
    ['too young to work', { workState: 'below_working_age', bornOn: day('2015-06-01') }, 0, []],
    [
      'said to be too young',
      { workState: 'below_working_age', bornOn: GROWN },
      null,
      ['household.work_state_contradicts_age'],
    ],
    ['too young, unborn', { workState: 'below_working_age', bornOn: null }, null, ['bornOn']],
    ['unemployed', { workState: 'unemployed' }, MINIMUM_WAGE_YEAR, []],
    ['off post', { workState: 'off_post' }, MINIMUM_WAGE_YEAR, []],
    ['unemployed, a child', { workState: 'unemployed', bornOn: day('2011-01-01') }, 0, []],
    ['unemployed, no birth', { workState: 'unemployed', bornOn: null }, null, ['bornOn']],
    [
      'unemployed, birth from the number',
      { workState: 'unemployed', bornOn: null, identityNumber: '440118199001010019' },
      MINIMUM_WAGE_YEAR,
      [],
    ],
    [
      'unemployed, 60 tomorrow',
      { workState: 'unemployed', bornOn: day('1966-03-03') },
      MINIMUM_WAGE_YEAR,
      [],
    ],
    ['unemployed, 60', { workState: 'unemployed', bornOn: day('1966-03-02') }, null, ['income']],
    [
      'unemployed, a woman of 55',
      { workState: 'unemployed', sex: 'female', bornOn: day('1971-03-02') },
      null,
      ['income'],
    ],
    [
      'unemployed, 55, sex unknown',
      { workState: 'unemployed', sex: null, bornOn: day('1971-03-02') },
      null,
      ['sex'],
    ],
    [
      'unemployed, 54, sex unknown',
      { workState: 'unemployed', sex: null, bornOn: day('1971-03-03') },
      MINIMUM_WAGE_YEAR,
      [],
    ],
  ])('%s', (_what, person, yearlyFen, missing) => {
    const found = count(person);
    expect(found.yearlyFen).toBe(yearlyFen);
    expect(missingOf(found)).toEqual(missing);
  });
});

test('a row of 0 is an answer', () => {
  expect(count({ workState: 'retired' }, [ofSecond(0, 'pension')])).toMatchObject({
    yearlyFen: 0,
    missing: [],
  });
});

test('somebody out of work shows what they earn; a gift shows nothing', () => {
  const jobless = { workState: 'unemployed' } as const;
  expect(count(jobless, [ofSecond(90_000, 'unemployment_benefit')]).yearlyFen).toBe(90_000);
  expect(count(jobless, [ofSecond(0, 'wage')]).yearlyFen).toBe(0);
  const withGift = count(jobless, [ofSecond(5, 'gift')]);
  expect(withGift.yearlyFen).toBe(MINIMUM_WAGE_YEAR + 5);
  expect(withGift.notes).toEqual([
    {
      code: 'household.minimum_wage_counted',
      params: { name: '样例甲', yearlyFen: MINIMUM_WAGE_YEAR },
    },
  ]);
});

test('without a minimum wage on record nobody is counted at one', () => {
  const found = count({ workState: 'off_post' }, [], standards({ minimumWage: undefined }));
  expect(found.yearlyFen).toBeNull();
  expect(missingOf(found)).toEqual(['household.minimum_wage_missing']);
});
