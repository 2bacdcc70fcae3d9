import { describe, expect, test } from 'vitest';

import { parseTypedDate } from './parse-typed-date.ts';
import { parseTypedMoney } from './parse-typed-money.ts';

describe('a typed day', () => {
  test.each([
    '2023-4-13',
    '2023-04-13',
    '2023/4/13',
    '2023.4.13',
    '2023年4月13日',
    '２０２３年４月１３日',
    ' 2023 年 4 月 13 日 ',
    '20230413',
  ])('%s is read', (text) => {
    expect(parseTypedDate(text)).toBe('2023-04-13');
  });

  test.each(['2023-2-30', '2023-13-1', '13/4/2023', '2023-4', '昨天', ''])('%j is none', (text) => {
    expect(parseTypedDate(text)).toBeUndefined();
  });
});

describe('a typed amount', () => {
  test.each([
    ['265,800.00', 26_580_000],
    ['１，２００．５', 120_050],
    ['￥3000元', 300_000],
    ['-12.3', -1230],
  ])('%s is %i fen', (text, amount) => {
    expect(parseTypedMoney(text)).toEqual({ ok: true, value: amount });
  });

  test.each(['12.345', '一千', '1e3', ''])('%j is none', (text) => {
    expect(parseTypedMoney(text).ok).toBe(false);
  });
});
