import { describe, expect, test } from 'vitest';

import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { TODAY, aForm, aHead, aPerson, income, spending } from '#tests/support/household-form.ts';

import { findHouseholdText } from '../messages.ts';
import { checkHouseholdForm } from './check-household-form.ts';
import type { HouseholdForm, PersonForm } from './household-form.ts';

const NUMBER = '440118199001010019';

const faultsOf = (overrides: Partial<HouseholdForm>) => {
  const base = { people: [aHead({ identityNumber: NUMBER })], cardNumber: null };
  return checkHouseholdForm(aForm({ ...base, ...overrides }), TODAY);
};
const listOf = (overrides: Partial<HouseholdForm>) =>
  faultsOf(overrides).map(({ path, severity, reason }) => `${severity} ${path} ${reason.code}`);
const ofHead = (overrides: Partial<PersonForm>) =>
  listOf({ people: [aHead({ identityNumber: NUMBER, ...overrides })] });

test('the form of the examples, masked as it is, has no fault but what is truly missing', () => {
  expect(checkHouseholdForm(aForm(), TODAY)).toEqual([
    {
      path: 'people.1.identityNumber',
      severity: 'warning',
      reason: { code: 'household.identity_missing', params: { name: '张小样' } },
    },
  ]);
});

describe('the head', () => {
  const number = { identityNumber: NUMBER };
  test.each<[string, readonly PersonForm[], readonly string[]]>([
    ['one', [aHead(number)], []],
    ['none', [aPerson(number)], ['error people household.no_head']],
    [
      'two',
      [aHead(number), aHead({ identityNumber: '44011819********' })],
      ['error people household.several_heads'],
    ],
    [
      'related to another',
      [aHead({ ...number, relation: 'spouse' })],
      ['error people.0.relation household.head_relation'],
    ],
    [
      'is claimed by a member',
      [aHead(number), aPerson({ relation: 'head', identityNumber: '****' })],
      ['error people.1.relation household.relation_not_head'],
    ],
  ])('%s', (_what, people, expected) => {
    expect(listOf({ people: [...people] })).toEqual(expected);
  });

  test.each([
    ['2010-03-02', []],
    ['2010-03-03', ['error people.0.bornOn household.head_too_young']],
    ['2026-03-03', ['error people.0.bornOn household.form_day_in_future']],
  ])('born on %s', (bornOn, expected) => {
    expect(ofHead({ identityNumber: '******', bornOn: day(bornOn) })).toEqual(expected);
  });

  test('the age comes from the number where no birth is written', () => {
    const identityNumber = '440118201506010022';
    const people = [aHead({ identityNumber, bornOn: null, sex: null })];
    const codes = faultsOf({ people }).map(({ reason }) => reason.code);
    expect(codes).toEqual(['household.head_too_young']);
  });
});

describe('numbers', () => {
  test.each<[string, Partial<PersonForm>, readonly string[]]>([
    [
      'too short',
      { identityNumber: '4401' },
      ['error people.0.identityNumber household.identity_length'],
    ],
    [
      'of letters',
      { identityNumber: '4401181990010100AB' },
      ['error people.0.identityNumber household.identity_characters'],
    ],
    [
      'of no province',
      { identityNumber: '990118199001010019' },
      ['error people.0.identityNumber household.identity_region'],
    ],
    [
      'of a day that is none',
      { identityNumber: '440118199002300019' },
      ['error people.0.identityNumber household.identity_birth_date'],
    ],
    [
      'of a day to come',
      { identityNumber: '440118209901010019' },
      ['error people.0.identityNumber household.identity_birth_in_future'],
    ],
    [
      'with one digit wrong',
      { identityNumber: '440118199001010018' },
      ['error people.0.identityNumber household.identity_check_digit'],
    ],
    [
      'of another birth',
      { bornOn: day('1990-01-02') },
      ['error people.0.bornOn household.birth_differs'],
    ],
    ['of the other sex', { sex: 'female' }, ['error people.0.sex household.sex_differs']],
    [
      'of 15 places',
      { identityNumber: '440118900101001' },
      ['warning people.0.identityNumber household.identity_fifteen'],
    ],
    [
      'missing',
      { identityNumber: null },
      ['warning people.0.identityNumber household.identity_missing'],
    ],
    ['masked', { identityNumber: '440118********9999', sex: 'female' }, []],
    ['with blanks and a wide digit', { identityNumber: ' 440118 19900101 001９' }, []],
    ['a phone of the head', { phone: '13800138000' }, []],
    ['a landline', { phone: '020-82701234' }, []],
    ['a masked phone', { phone: '138****8000' }, []],
    ['a word for a phone', { phone: '无' }, ['error people.0.phone household.phone_form']],
  ])('%s', (_what, overrides, expected) => {
    expect(ofHead(overrides)).toEqual(expected);
  });

  test('twice in one family, also in its old form', () => {
    const twin = aPerson({ name: '样例乙', identityNumber: '440118900101001' });
    const people = [aHead({ identityNumber: NUMBER }), twin];
    expect(listOf({ people })).toContain(
      'error people.1.identityNumber household.identity_repeated',
    );
  });
});

describe('money, days and causes', () => {
  const { head } = aForm();
  test.each<[string, Partial<HouseholdForm>, readonly string[]]>([
    ['all of it paid back', { spending: [spending(5, { reimbursed: fen(5) })] }, []],
    [
      'more paid back than spent',
      { spending: [spending(9), spending(5, { reimbursed: fen(6) })] },
      ['error spending.1.reimbursed household.reimbursed_more'],
    ],
    [
      'income of nobody',
      { income: [income(5, { person: 1 })] },
      ['error income.0.person household.income_of_nobody'],
    ],
    [
      'the same income twice',
      { income: [income(5), income(6, { kind: 'rent' }), income(7)] },
      ['error income.2.kind household.income_repeated'],
    ],
    [
      'days to come',
      {
        head: {
          ...head,
          workingSince: day('2026-03-03'),
          contractFrom: day('2026-03-03'),
          memberSince: day('2026-03-03'),
        },
      },
      [
        'error head.workingSince household.form_day_in_future',
        'error head.contractFrom household.form_day_in_future',
        'error head.memberSince household.form_day_in_future',
      ],
    ],
    [
      'a contract of one day, that ends in years',
      { head: { ...head, contractFrom: TODAY, contractTo: day('2030-01-01') } },
      [],
    ],
    [
      'a contract that ends before it starts',
      { head: { ...head, contractFrom: TODAY, contractTo: day('2026-03-01') } },
      ['error head.contractTo household.contract_order'],
    ],
    [
      'an accident to come',
      {
        accident: {
          kind: 'accident',
          happenedOn: day('2026-03-03'),
          netCost: fen(1),
          note: null,
        },
      },
      ['error accident.happenedOn household.form_day_in_future'],
    ],
    [
      'the main cause again, and another twice',
      { mainCause: 'own_illness', otherCauses: ['own_illness', 'schooling', 'schooling'] },
      [
        'error otherCauses.0 household.cause_repeated',
        'error otherCauses.2 household.cause_repeated',
      ],
    ],
    ['a card of letters', { cardNumber: '6217X' }, ['error cardNumber household.card_characters']],
    ['a passbook', { cardNumber: '123456' }, ['warning cardNumber household.card_length']],
    [
      'a card with a wrong digit',
      { cardNumber: '6217 0033 0000 0000 006' },
      ['warning cardNumber household.card_check'],
    ],
    ['a good card', { cardNumber: '6217 0033 0000 0000 005' }, []],
    ['a masked card', { cardNumber: '**** 0005' }, []],
    [
      'an old class on a new file',
      { oldClass: 'borderline' },
      ['error oldClass household.old_class_on_current'],
    ],
    ['an old class on an old file', { scheme: 'old', oldClass: 'borderline' }, []],
  ])('%s', (_what, overrides, expected) => {
    expect(listOf(overrides)).toEqual(expected);
  });
});

test('every fault is a Chinese sentence without a number in it', () => {
  const people = [aHead({ identityNumber: '440118199001010018' }), aPerson({ phone: 'x' })];
  for (const { reason } of faultsOf({ people, oldClass: 'borderline' })) {
    const text = findHouseholdText(reason);
    expect(text, reason.code).toMatch(/。$/);
    expect(text).not.toContain('440118199001010018');
  }
});
