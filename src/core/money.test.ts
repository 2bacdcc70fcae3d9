import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  fen,
  formatYuan,
  formatYuanShort,
  parseYuan,
  sumFen,
  toCapitalYuan,
  yuan,
} from './money.ts';

describe('reading yuan', () => {
  test.each([
    ['600', 60_000],
    ['600.5', 60_050],
    ['0.01', 1],
    ['-162000', -16_200_000],
    ['1234567.89', 123_456_789],
    ['600.10000', 60_010],
  ])('%s is %i fen', (text, expected) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: expected });
  });

  test('a third decimal is refused, not rounded', () => {
    expect(parseYuan('600.005')).toEqual({ ok: false, cause: 'third_decimal' });
  });

  test.each(['', '六百', '1e3', '600元', '1,000'])('“%s” is no amount', (text) => {
    expect(parseYuan(text)).toEqual({ ok: false, cause: 'not_a_number' });
  });

  test('what is printed is read back to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (amount) => {
        expect(parseYuan(formatYuan(fen(amount)).replaceAll(',', ''))).toEqual({
          ok: true,
          value: amount,
        });
      }),
    );
  });

  test('money never becomes a float', () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(sumFen([fen(1), fen(2)])).toBe(3);
  });
});

describe('printing yuan', () => {
  test('thousands are grouped, decimals shown in tables and only where needed in text', () => {
    expect(formatYuan(yuan(265_800))).toBe('265,800.00');
    expect(formatYuanShort(yuan(265_800))).toBe('265,800');
    expect(formatYuanShort(fen(323_077))).toBe('3,230.77');
  });

  test.each([
    [0, '零元整'],
    [26_580_000, '贰拾陆万伍仟捌佰元整'],
    [100, '壹元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [100_000_000, '壹佰万元整'],
    [100_010_000, '壹佰万零壹佰元整'],
    [1_000_100, '壹万零壹元整'],
    [1_010_000, '壹万零壹佰元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_010_000_000, '壹亿零壹拾万元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [120_000_000_000_000, '壹万贰仟亿元整'],
    [-10_050, '负壹佰元伍角整'],
  ])('%i fen in capitals is %s', (amount, expected) => {
    expect(toCapitalYuan(fen(amount))).toBe(expected);
  });
});
