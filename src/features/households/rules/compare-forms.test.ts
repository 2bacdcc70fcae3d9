import { expect, test } from 'vitest';

import { aForm, aPerson, income } from '#tests/support/household-form.ts';

import { compareForms } from './compare-forms.ts';

const before = aForm();

test('a form does not differ from its copy', () => {
  expect(compareForms(before, structuredClone(before))).toEqual([]);
});

test('what differs is named by its place, in the order of the form', () => {
  const after = {
    ...before,
    causeText: null,
    head: { ...before.head, address: '样例区样例镇' },
    income: [income(1)],
    exclusions: { ...before.exclusions, two_homes: true },
  };
  expect(compareForms(before, after)).toEqual([
    'head.address',
    'income.0.yearly',
    'exclusions.two_homes',
    'causeText',
  ]);
});

test('what comes or goes as a whole is one place', () => {
  const after = { ...before, people: [...before.people, aPerson()], spending: [] };
  expect(compareForms(before, after)).toEqual(['people.2', 'spending.0']);
  expect(compareForms(after, before)).toEqual(['people.2', 'spending.0']);
});
