import { describe, expect, it } from 'vitest';

import type { CellValue } from '#core/cell-value.ts';
import { decimal } from '#core/fraction.ts';
import { day } from '#core/plain-date.ts';

import {
  CODE,
  COUNT,
  DATE,
  decimalWith,
  IDENTITY,
  NAME,
  oneOf,
  QUARTER,
  SIGNED_YUAN,
  TEXT,
  YEAR,
  YES_NO,
  YUAN,
  type CellKind,
} from './cell-kinds.ts';
import { headingKey } from './normalise-text.ts';

const text = (value: string): CellValue => ({ kind: 'text', text: value });
const number = (value: number): CellValue => ({ kind: 'number', number: value, isPercent: false });
const date = (value: string): CellValue => ({ kind: 'date', date: day(value), shown: value });

/** The value, or the code of the fault. */
function read<T>(kind: CellKind<T>, cell: CellValue): unknown {
  const result = kind.parse(cell);
  return result.ok ? result.value : result.code.replace('workbook.', '');
}

describe('amounts', () => {
  it.each<[CellValue, unknown]>([
    [number(1000), 100_000],
    [number(0.1 + 0.2), 30],
    [number(1_000_000.1 - 999_900.1), 10_000],
    [number(4.35), 435],
    [text('1,000.50'), 100_050],
    [text('１，０００．５'), 100_050],
    [text(' ￥265，800 元 '), 26_580_000],
    [text('500.000'), 50_000],
    [number(0), 0],
    [number(12.345), 'third_decimal'],
    [number(133.333333333333), 'third_decimal'],
    [number(500.0001), 'third_decimal'],
    [text('12.345'), 'third_decimal'],
    [text('1,00'), 'not_an_amount'],
    [text('1,00,000'), 'not_an_amount'],
    [text('五百'), 'not_an_amount'],
    [number(1e15), 'not_an_amount'],
    [{ kind: 'boolean', isTrue: true }, 'not_an_amount'],
    [date('2023-04-13'), 'not_an_amount'],
    [{ kind: 'error', code: '#REF!' }, 'error_value'],
    [{ kind: 'uncomputed', formula: 'A1' }, 'formula_without_value'],
  ])('%o is %s', (cell, expected) => {
    expect(read(YUAN, cell)).toBe(expected);
  });

  it('only a signed column takes a negative amount', () => {
    expect(read(YUAN, text('-1'))).toBe('negative_amount');
    expect(read(YUAN, text('－１'))).toBe('negative_amount');
    expect(read(SIGNED_YUAN, text('−48,000.00'))).toBe(-4_800_000);
    expect(read(SIGNED_YUAN, number(-48_000.5))).toBe(-4_800_050);
  });
});

describe('dates', () => {
  it.each([
    '2023-04-13',
    '2023-4-13',
    '2023/4/13',
    '2023.4.13',
    '2023年4月13日',
    '2023 年 04 月 13 日',
    '２０２３－０４－１３',
    ' 2023/04/13 ',
    '2023-04-13 15:30',
    '2023-04-13T00:00:00Z',
  ])('%s is a date', (shown) => {
    expect(read(DATE, text(shown))).toBe('2023-04-13');
  });

  it.each<[CellValue, string]>([
    [text('2023-02-30'), 'no_such_day'],
    [text('2023年13月1日'), 'no_such_day'],
    [{ kind: 'date', date: null, shown: '60' }, 'no_such_day'],
    [text('2023-04/13'), 'not_a_date'],
    [text('4月13日'), 'not_a_date'],
    [text('20230413'), 'not_a_date'],
    [text('23-4-13'), 'not_a_date'],
    [number(45_029), 'number_for_date'],
    [date('1923-04-13'), 'date_out_of_range'],
    [text('2203-04-13'), 'date_out_of_range'],
  ])('%o is refused as %s', (cell, code) => {
    expect(read(DATE, cell)).toBe(code);
  });
});

describe('counts and decimals', () => {
  it.each<[CellValue, unknown]>([
    [number(30), 30],
    [text('1,024'), 1024],
    [text('３０'), 30],
    [text('30.0'), 30],
    [number(0), 0],
    [number(30.5), 'not_a_count'],
    [number(-1), 'not_a_count'],
    [text('30份'), 'not_a_count'],
    [number(1e300), 'not_a_count'],
  ])('count %o is %s', (cell, expected) => {
    expect(read(COUNT, cell)).toBe(expected);
  });

  it.each<[CellValue, string]>([
    [number(33.34), '33.34'],
    [text('33.34%'), '33.34'],
    [{ kind: 'number', number: 0.3334, isPercent: true }, '33.34'],
    [{ kind: 'number', number: 0.07, isPercent: true }, '7'],
    [text('100'), '100'],
  ])('share %o is %s per cent', (cell, expected) => {
    expect(read(decimalWith(2), cell)).toEqual(decimal(expected));
  });

  it('a share has at most two decimals', () => {
    expect(read(decimalWith(2), number(33.333))).toBe('too_many_decimals');
    expect(read(decimalWith(2), number(1 / 3))).toBe('too_many_decimals');
    expect(read(decimalWith(2), text('三成'))).toBe('not_a_number');
  });
});

describe('quarters and years', () => {
  it.each([
    '1',
    '一',
    '第一季度',
    '一季度',
    '1季度',
    '第1季度',
    'Q1',
    'q1',
    'Ｑ１',
    '2023Q1',
    '2023-Q1',
    '2023年第1季度',
    '2023年一季度',
    '2023年 第一季度',
  ])('%s is the first quarter', (shown) => {
    expect(read(QUARTER, text(shown))).toMatchObject({ quarter: 1 });
  });

  it('keeps the year a quarter is written with', () => {
    expect(read(QUARTER, text('2022Q4'))).toEqual({ year: 2022, quarter: 4 });
    expect(read(QUARTER, number(3))).toEqual({ year: null, quarter: 3 });
  });

  it.each(['5', '第五季度', '上半年', '1-2'])('%s is no quarter', (shown) => {
    expect(read(QUARTER, text(shown))).toBe('not_a_quarter');
  });

  it.each<[CellValue, unknown]>([
    [number(2023), 2023],
    [text('2023年'), 2023],
    [text('２０２３ 年度'), 2023],
    [number(23), 'not_a_year'],
    [text('二〇二三'), 'not_a_year'],
    [number(1890), 'not_a_year'],
  ])('year %o is %s', (cell, expected) => {
    expect(read(YEAR, cell)).toBe(expected);
  });
});

describe('identity numbers', () => {
  it.each<[CellValue, string]>([
    [text(' 440183 19900101 123x '), '44018319900101123X'],
    [text('４４０１８３１９９００１０１１２３４'), '440183199001011234'],
    [text("'440183900101123"), '440183900101123'],
    // A wrong check digit or birth date is a violation, not an error.
    [text('440183199013321239'), '440183199013321239'],
    [number(Number('440183199001011234')), 'identity_as_number'],
    [number(440_183_900_101_123), 'identity_as_number'],
    [number(4401), 'not_an_identity_number'],
    [text('44018319900101123'), 'not_an_identity_number'],
    [text('4401831990010112X4'), 'not_an_identity_number'],
    [text('护照E12345678'), 'not_an_identity_number'],
  ])('%o is %s', (cell, expected) => {
    expect(read(IDENTITY, cell)).toBe(expected);
  });
});

describe('texts, codes and choices', () => {
  it('a code loses blanks and width, and its end when it was a long number', () => {
    expect(read(CODE, text('ＳＱ ００１\n'))).toBe('SQ001');
    expect(read(CODE, number(2_023_001))).toBe('2023001');
    expect(read(CODE, number(Number('2023001000000001234')))).toBe('digits_lost');
  });

  it('a name set wide is the same name', () => {
    expect(read(NAME, text('张\u3000三'))).toBe('张三');
    expect(read(NAME, text('Mary  Ann'))).toBe('Mary Ann');
  });

  it('free text keeps its lines', () => {
    expect(read(TEXT, text('\u200B 同意\r\n救助 \u3000'))).toBe('同意\n救助');
  });

  it('a choice is found whatever its width, blanks and case; others are named', () => {
    const kind = oneOf(['QQ群', 'E1a']);
    expect(read(kind, text(' ｑｑ 群'))).toBe('QQ群');
    expect(read(kind, text('e1A'))).toBe('E1a');
    expect(kind.parse(text('微信'))).toEqual({
      ok: false,
      code: 'workbook.not_an_option',
      params: { options: 'QQ群、E1a' },
    });
    expect([read(YES_NO, text('是')), read(YES_NO, text('否')), read(YES_NO, text('对'))]).toEqual([
      true,
      false,
      'not_an_option',
    ]);
  });
});

describe('headings', () => {
  it.each([
    '核准金额',
    '核准金额*',
    '核准金额＊',
    '* 核准金额（元）',
    '核准金额(元)*',
    '核准\n金额【元】',
    '核准金额：',
  ])('%s names the column', (heading) => {
    expect(headingKey(heading)).toBe('核准金额');
  });
});
