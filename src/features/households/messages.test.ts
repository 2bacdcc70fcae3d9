import { expect, test } from 'vitest';

import { HOUSEHOLD_ROUTES } from './contract.ts';
import { HOUSEHOLD_ACTION_LABELS, findHouseholdText } from './messages.ts';
import * as names from './rules/word-names.ts';
import * as words from './rules/words.ts';

test('a class is explained in a Chinese sentence with its figures', () => {
  const net = { netFen: 83_333, minimumFen: 123_800 };
  expect(findHouseholdText({ code: 'household.class_deep', params: net })).toBe(
    '收入扣除刚性支出后人均每月833.33元，低于低保标准1,238元，属深度困难。',
  );
  const equal = { netFen: 100_000, minimumFen: 100_000 };
  expect(findHouseholdText({ code: 'household.class_deep', params: equal })).toContain('不高于');
  const missing = { name: '样例甲', fact: 'income' };
  expect(findHouseholdText({ code: 'household.person_fact_missing', params: missing })).toBe(
    '缺少样例甲的近12个月的收入（没有收入请填0）。',
  );
});

test('a refusal says what to do', () => {
  const params = { count: 2, names: '样例甲、样例乙' };
  expect(findHouseholdText({ code: 'household.people_elsewhere', params })).toBe(
    '有2人（样例甲、样例乙）已在其他在档的档案中，请先处理重复建档。',
  );
  expect(findHouseholdText({ code: 'household.not_open', params: { state: 'exited' } })).toBe(
    '档案已退出，只有在档的档案可以这样办理。',
  );
});

test('a code of another feature is left to that feature', () => {
  expect(findHouseholdText({ code: 'union.unknown', params: {} })).toBeUndefined();
  expect(findHouseholdText({ code: 'toString', params: {} })).toBeUndefined();
});

test('every act of the contract has a name in the log', () => {
  const actions = Object.values(HOUSEHOLD_ROUTES).flatMap(({ audit }) =>
    'action' in audit ? [audit.action] : [],
  );
  expect(actions.length).toBeGreaterThan(8);
  expect(actions.filter((action) => !Object.hasOwn(HOUSEHOLD_ACTION_LABELS, action))).toEqual([]);
});

test('no two words of one list have the same name', () => {
  for (const [list, byWord] of Object.entries(names)) {
    expect(new Set(Object.values(byWord)).size, list).toBe(Object.keys(byWord).length);
  }
  expect(Object.keys(names.HARDSHIP_CLASS_NAMES)).toEqual([...words.HARDSHIP_CLASSES]);
});
