import { expect, test } from 'vitest';

import { describeImportProblem, findUnionText } from './messages.ts';

test('a refusal is a Chinese sentence with its figures', () => {
  const params = { count: 2, names: '样例甲工会、样例乙工会' };
  expect(findUnionText({ code: 'union.open_children', params })).toBe(
    '下面还有2个工会（样例甲工会、样例乙工会），请先调整其隶属或撤销。',
  );
  const level = { level: 'district', parentLevel: 'grassroots' };
  expect(findUnionText({ code: 'union.level_order', params: level })).toBe(
    '区总工会不能隶属于基层工会。',
  );
});

test('a code of another feature is left to that feature', () => {
  expect(findUnionText({ code: 'roles.wrong_level', params: {} })).toBeUndefined();
  expect(findUnionText({ code: 'toString', params: {} })).toBeUndefined();
});

test.each([
  ['union.unknown_parent', { parentCode: 'T9' }, '没有编码为T9的工会，或不在您的管辖范围内'],
  [
    'union.level_order',
    { level: 'district', parentLevel: 'grassroots' },
    '区总工会不能隶属于基层工会',
  ],
  ['workbook.not_a_date', {}, '不是日期'],
])('a faulty cell says where, why and what to do: %s', (code, params, cause) => {
  const place = { severity: 'error', sheet: '工会组织', cell: 'D7', value: 'T9' } as const;
  const message = describeImportProblem({ ...place, code, params });
  expect(message).toMatchObject({ where: '工会组织!D7', value: 'T9', cause });
  expect(message.cure).toMatch(/^请/);
});
