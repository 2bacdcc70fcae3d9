import { expect, test } from 'vitest';

import { describeForm } from './describe-form.ts';
import { DETAIL } from './household-examples.ts';
import { HouseholdForm } from './household-form.ts';

const form = HouseholdForm.parse(DETAIL.form);

function changedTexts(changed: readonly string[]): string[] {
  return describeForm(form, changed).parts.flatMap(({ title, entries }) =>
    entries
      .filter(({ isChanged }) => isChanged)
      .map(({ label, text }) => `${title} ${label} ${text}`),
  );
}

test('a changed field is told by its name and in words', () => {
  expect(changedTexts(['income.0.yearly', 'people.0.workState', 'otherCauses.0'])).toEqual([
    '成员：张样例 工作状态 在岗',
    '收入：第 1 行 近12个月金额 42,000.00 元',
    '致困原因、银行卡和档案 次要致困原因 未填写',
  ]);
});

test('a row that came in is marked whole', () => {
  expect(changedTexts(['spending.0'])).toHaveLength(4);
});

test('what is gone is told apart, each row once', () => {
  const { gone } = describeForm(form, ['people.2.name', 'people.2.phone', 'accident', 'income.4']);
  expect(gone).toEqual(['家庭成员第 3 行已删除', '意外事件已删除', '收入第 5 行已删除']);
});

test('no field is left without a name', () => {
  const described = describeForm(form, []).parts.flatMap(({ entries }) =>
    entries.map(({ path }) => path),
  );
  const given = [...leafPaths(form, '')].filter((path) => !/\.id$|^accident$/.test(path));
  expect(given.filter((path) => !described.some((one) => path.startsWith(one)))).toEqual([]);
});

function* leafPaths(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield path.slice(1);
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* leafPaths(inner, `${path}.${key}`);
}
