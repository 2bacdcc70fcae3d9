import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { checkValues, isRequiredAt, withoutBlanks } from './form-values.ts';

const Person = z
  .object({
    name: z.string().min(2),
    email: z.email().optional(),
    amountFen: z.int().min(1),
    kind: z.enum(['town', 'district']),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().optional(),
    contacts: z.array(z.object({ phone: z.string().min(5) })).optional(),
    password: z.string().min(3, 'password.too_short').optional(),
  })
  .refine((one) => one.endsOn === undefined || one.endsOn > one.startsOn, {
    path: ['endsOn'],
    message: '止日应晚于起日',
  });

const sound = { name: '区总工会', amountFen: 100, kind: 'town', startsOn: '2026-01-01' };

function errorsOf(values: object): Record<string, string> {
  const describeCode = (code: string) => (code === 'password.too_short' ? '密码过短' : undefined);
  return Object.fromEntries(checkValues(Person, { ...sound, ...values }, describeCode).errors);
}

test('what is sound is parsed, blanks left out', () => {
  const { output, errors } = checkValues(Person, { ...sound, email: ' ', contacts: null });
  expect(output).toEqual(sound);
  expect(errors.size).toBe(0);
});

describe('each fault is named at its field, in Chinese', () => {
  test.each([
    [{ name: undefined }, { name: '请填写' }],
    [{ name: '  ' }, { name: '请填写' }],
    [{ name: '区' }, { name: '至少 2 个字' }],
    [{ email: 'x' }, { email: '请填写正确的邮箱地址' }],
    [{ amountFen: Number.NaN }, { amountFen: '请填写正确的数字' }],
    [{ amountFen: 0.5 }, { amountFen: '请填写整数' }],
    [{ amountFen: 0 }, { amountFen: '不能小于 1' }],
    [{ kind: undefined }, { kind: '请选择' }],
    [{ kind: 'moon' }, { kind: '请从选项中选择' }],
    [{ startsOn: 'x' }, { startsOn: '请填写正确的日期，例如 2023-04-13' }],
    [{ endsOn: '2025-01-01' }, { endsOn: '止日应晚于起日' }],
    [{ contacts: [{ phone: '1' }] }, { 'contacts.0.phone': '至少 5 个字' }],
    [{ password: 'a' }, { password: '密码过短' }],
  ])('%j', (values, errors) => {
    expect(errorsOf(values)).toEqual(errors);
  });
});

describe('the star', () => {
  test.each([
    ['name', true],
    ['email', false],
    ['endsOn', false],
    [['contacts', 0, 'phone'], true],
    [['contacts', 3, 'phone'], true],
  ])('at %j: %s', (name, isRequired) => {
    expect(isRequiredAt(Person, name)).toBe(isRequired);
  });
});

test('blanks inside lists stay in place, so that later rows keep their number', () => {
  expect(withoutBlanks({ rows: [{ a: '' }, { a: 'x' }] })).toEqual({ rows: [{}, { a: 'x' }] });
});
