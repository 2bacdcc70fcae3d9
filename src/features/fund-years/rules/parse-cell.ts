import { toPlainDigits, type CellValue } from '#core/cell-value.ts';
import { fraction, multiply, parseDecimal, type Fraction } from '#core/fraction.ts';
import { fen, parseYuan, type Fen } from '#core/money.ts';

import { squeeze } from './normalise-text.ts';

export type Parsed<T> = { readonly ok: true; readonly value: T } | ParseFault;

export interface ParseFault {
  readonly ok: false;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function fault(code: string, params: ParseFault['params'] = {}): ParseFault {
  return { ok: false, code, params };
}

/** Spreadsheets keep 15 significant digits; a longer number has lost its end. */
const FIRST_INEXACT = 1e15;
/** Sums of amounts in a cell drift from whole fen by less than this; a typed third decimal never. */
const NOISE_FEN = 1e-5;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** The text of a cell, a number in plain digits. */
export function parseText(cell: CellValue): Parsed<string> {
  switch (cell.kind) {
    case 'text':
      return parsed(cell.text);
    case 'number':
      if (Math.abs(cell.number) >= FIRST_INEXACT) return fault('workbook.digits_lost');
      return parsed(toPlainDigits(cell.number));
    case 'date':
      return cell.date === null ? fault('workbook.no_such_day') : parsed(cell.date);
    case 'boolean':
      return parsed(cell.isTrue ? 'TRUE' : 'FALSE');
    case 'blank':
      return parsed('');
    case 'error':
      return fault('workbook.error_value');
    case 'uncomputed':
      return fault('workbook.formula_without_value');
  }
}

/** Yuan with at most two decimals, in fen. */
export function parseAmount(cell: CellValue): Parsed<Fen> {
  if (cell.kind === 'number') return fenOfNumber(cell.number);
  if (cell.kind !== 'text') return wrongKind(cell, 'workbook.not_an_amount');
  const digits = removeSeparators(squeeze(cell.text).replace(/^[￥¥]|元$/g, ''));
  const result = digits === undefined ? undefined : parseYuan(digits);
  if (result?.ok === true) return parsed(result.value);
  return fault(
    result?.cause === 'third_decimal' ? 'workbook.third_decimal' : 'workbook.not_an_amount',
  );
}

/** A whole number of things, zero or more. */
export function parseCount(cell: CellValue): Parsed<number> {
  const value = parseExact(cell);
  if (!value.ok)
    return value.code === 'workbook.not_a_number' ? fault('workbook.not_a_count') : value;
  const { numerator, denominator } = value.value;
  if (denominator !== 1n || numerator < 0n || numerator > 1_000_000_000_000n) {
    return fault('workbook.not_a_count');
  }
  return parsed(Number(numerator));
}

/** An exact decimal; a cell shown as per cent gives its per cent, so that 20 % is 20. */
export function parseExact(cell: CellValue): Parsed<Fraction> {
  if (cell.kind === 'number') {
    const value = parseDecimal(toPlainDigits(cell.number));
    if (value === undefined) return fault('workbook.not_a_number');
    return parsed(cell.isPercent ? multiply(value, fraction(100)) : value);
  }
  if (cell.kind !== 'text') return wrongKind(cell, 'workbook.not_a_number');
  const digits = removeSeparators(squeeze(cell.text).replace(/%$/, ''));
  const value = digits === undefined ? undefined : parseDecimal(digits);
  return value === undefined ? fault('workbook.not_a_number') : parsed(value);
}

/** 18 or 15 places; whether the check digit is right is judged later, as a rule of the fund. */
export function parseIdentity(cell: CellValue): Parsed<string> {
  if (cell.kind === 'number') {
    return fault(
      Math.abs(cell.number) >= FIRST_INEXACT / 10
        ? 'workbook.identity_as_number'
        : 'workbook.not_an_identity_number',
    );
  }
  const text = parseText(cell);
  if (!text.ok) return text;
  const value = squeeze(text.value)
    .replace(/^['‘’]/, '')
    .toUpperCase();
  if (/^(\d{17}[\dX]|\d{15})$/.test(value)) return parsed(value);
  return fault('workbook.not_an_identity_number', { places: value.length });
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const QUARTER = /^(?:(\d{4})年?[-/]?)?(?:第?([1-4一二三四])(?:季度|季)?|Q([1-4]))$/i;

/** A quarter, with its year where the cell names one: `2023年第1季度`, `2023Q1`, `一季度`, `1`. */
export interface QuarterMark {
  readonly year: number | null;
  readonly quarter: number;
}

export function parseQuarter(cell: CellValue): Parsed<QuarterMark> {
  const text = parseText(cell);
  if (!text.ok) return text;
  const match = QUARTER.exec(squeeze(text.value));
  if (match === null) return fault('workbook.not_a_quarter');
  const [, year, word, digit] = match;
  const mark = word ?? digit ?? '';
  return parsed({
    year: year === undefined ? null : Number(year),
    quarter: QUARTERS[mark] ?? Number(mark),
  });
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

export function parseYear(cell: CellValue): Parsed<number> {
  const text = parseText(cell);
  if (!text.ok) return text;
  const match = /^(\d{4})(?:年度?)?$/.exec(squeeze(text.value));
  const year = Number(match?.[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? parsed(year) : fault('workbook.not_a_year');
}

function fenOfNumber(yuan: number): Parsed<Fen> {
  const exact = yuan * 100;
  const rounded = Math.round(exact);
  if (!Number.isSafeInteger(rounded)) return fault('workbook.not_an_amount');
  const noise = Math.max(NOISE_FEN, Math.abs(exact) * 4 * Number.EPSILON);
  if (Math.abs(exact - rounded) > noise) return fault('workbook.third_decimal');
  return parsed(fen(rounded === 0 ? 0 : rounded));
}

/** `1,000.50` and `1，000.50` (already half-width) without separators; undefined where they are misplaced. */
function removeSeparators(text: string): string | undefined {
  if (!text.includes(',')) return text;
  return GROUPED.test(text) ? text.replaceAll(',', '') : undefined;
}

function wrongKind(cell: CellValue, code: string): ParseFault {
  const text = parseText(cell);
  return text.ok ? fault(code) : text;
}
