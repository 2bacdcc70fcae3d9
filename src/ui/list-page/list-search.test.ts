import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { describeFilter, listSearchReader, readSort, withSort } from './list-search.ts';
import type { QueryField } from './list-search.ts';

const FIELDS: readonly QueryField[] = [
  { kind: 'text', key: 'name', label: '姓名' },
  {
    kind: 'select',
    key: 'status',
    label: '状态',
    isMultiple: true,
    options: [
      { value: 'open', label: '在档' },
      { value: 'closed', label: '已退出' },
    ],
  },
  { kind: 'select', key: 'union', label: '单位', options: [] },
  { kind: 'dateRange', key: 'applied', label: '申请日期' },
  { kind: 'moneyRange', key: 'amount', label: '金额' },
  { kind: 'numberRange', key: 'people', label: '人数', unit: '人' },
];
const read = listSearchReader(FIELDS, ['name', 'applied']);

describe('the address of a list', () => {
  test('keeps what the fields know', () => {
    const search = {
      name: '王',
      status: 'open,closed',
      union: '12',
      appliedFrom: '2026-01-01',
      appliedTo: '2026-03-31',
      amountMin: '100000',
      peopleMax: '4.5',
      sort: '-applied',
    };
    expect(read(search)).toEqual(search);
  });

  test('reads numbers back as the text that was typed', () => {
    expect(read({ name: 2026, amountMin: 100 })).toEqual({ name: '2026', amountMin: '100' });
  });

  test.each([
    { unknown: 'x' },
    { name: '   ' },
    { status: 'lost' },
    { appliedFrom: '2026-02-30' },
    { amountMin: '1.5' },
    { peopleMin: 'many' },
    { sort: 'amount' },
    { name: ['a'], status: { a: 1 }, sort: null },
  ])('leaves out what cannot be read: %j', (raw) => {
    expect(read(raw)).toEqual({});
  });

  test('is the same when read twice', () => {
    const keys = ['name', 'status', 'union', 'appliedFrom', 'amountMax', 'peopleMin', 'sort'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.anything()), (raw) => {
        const once = read(raw);
        expect(read(once)).toEqual(once);
      }),
    );
  });
});

test('the order is set and taken away beside the filter', () => {
  const sorted = withSort({ name: '王' }, { key: 'applied', isDescending: true });
  expect(sorted).toEqual({ name: '王', sort: '-applied' });
  expect(readSort(sorted)).toEqual({ key: 'applied', isDescending: true });
  expect(withSort(sorted, undefined)).toEqual({ name: '王' });
});

test('the filter reads as a person would say it', () => {
  const search = {
    name: '王',
    status: 'open,closed',
    appliedFrom: '2026-01-01',
    amountMin: '100050',
    amountMax: '200000',
    peopleMax: '4',
  };
  expect(describeFilter(FIELDS, search).map(({ label, text }) => `${label}${text}`)).toEqual([
    '姓名含“王”',
    '状态在档、已退出',
    '申请日期2026年1月1日起',
    '金额1,000.50元至2,000元',
    '人数至4人',
  ]);
});

test('the number of a thing is kept when it can be one', () => {
  const read = listSearchReader([], [], ['unionId']);
  expect(read({ unionId: 12, other: '3' })).toEqual({ unionId: '12' });
  for (const unionId of ['', '0', '-1', '1.5', '12345678901', 'x']) {
    expect(read({ unionId })).toEqual({});
  }
});
