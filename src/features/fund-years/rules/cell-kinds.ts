import { showCell, type CellValue } from '#core/cell-value.ts';
import { compare, fraction, parseDecimal, toShort, type Fraction } from '#core/fraction.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { cleanName, squeeze, trimText } from './normalise-text.ts';
import {
  fault,
  parseAmount,
  parseCount,
  parsed,
  parseExact,
  parseIdentity,
  parseQuarter,
  parseText,
  parseYear,
  type Parsed,
  type QuarterMark,
} from './parse-cell.ts';
import { parseBirthDate, parseDate } from './parse-date.ts';

/** How a column looks in the template. */
export type CellLook =
  /** Text that may be long. */
  | 'text'
  /** Text that looks like a number and must not become one. */
  | 'code'
  | 'date'
  | 'yuan'
  | 'whole'
  | 'decimal';

/** One way of filling in a cell: reading and writing are inverse. */
export interface CellKind<T> {
  readonly look: CellLook;
  /** What may be chosen; empty when anything may be written. */
  readonly options: readonly string[];
  /** For cells that are not blank. */
  readonly parse: (cell: CellValue) => Parsed<T>;
  readonly print: (value: T) => CellValue;
}

/** Free text: opinions, notes, reasons. */
export const TEXT: CellKind<string> = textKind('text', trimText);
/** Names of persons, unions, indicators. */
export const NAME: CellKind<string> = textKind('text', cleanName);
/** Numbers of applications, households, documents. */
export const CODE: CellKind<string> = textKind('code', squeeze);

export const IDENTITY: CellKind<string> = {
  look: 'code',
  options: [],
  parse: parseIdentity,
  print: textCell,
};

export const DATE: CellKind<PlainDate> = {
  look: 'date',
  options: [],
  parse: (cell) => parseDate(cell),
  print: (date) => ({ kind: 'date', date, shown: date }),
};

export const BIRTH_DATE: CellKind<PlainDate> = { ...DATE, parse: parseBirthDate };

export const YEAR: CellKind<number> = {
  look: 'whole',
  options: [],
  parse: parseYear,
  print: numberCell,
};

export const COUNT: CellKind<number> = {
  look: 'whole',
  options: [],
  parse: parseCount,
  print: numberCell,
};

export const QUARTER: CellKind<QuarterMark> = {
  look: 'code',
  options: ['1', '2', '3', '4'],
  parse: parseQuarter,
  print: ({ year, quarter }) => textCell(year === null ? String(quarter) : `${year}Q${quarter}`),
};

/** An amount that may be negative: a budget adjustment. */
export const SIGNED_YUAN: CellKind<Fen> = {
  look: 'yuan',
  options: [],
  parse: parseAmount,
  print: (amount) => numberCell(amount / 100),
};

export const YUAN: CellKind<Fen> = {
  ...SIGNED_YUAN,
  parse: (cell) => {
    const amount = parseAmount(cell);
    return amount.ok && amount.value < 0 ? fault('workbook.negative_amount') : amount;
  },
};

/** An exact decimal with at most so many places. */
export function decimalWith(places: number): CellKind<Fraction> {
  return {
    look: 'decimal',
    options: [],
    parse: (cell) => {
      const value = parseExact(cell);
      if (!value.ok) return value;
      const { denominator } = value.value;
      return 10n ** BigInt(places) % denominator === 0n
        ? value
        : fault('workbook.too_many_decimals', { places });
    },
    print: (value) => decimalCell(value, places),
  };
}

/** One word of a list, compared without blanks, width and case. */
export function oneOf<const Option extends string>(options: readonly Option[]): CellKind<Option> {
  const byKey = new Map(options.map((option) => [option.toLowerCase(), option]));
  return {
    look: 'text',
    options,
    parse: (cell) => {
      const text = parseText(cell);
      if (!text.ok) return text;
      const option = byKey.get(text.value) ?? byKey.get(squeeze(text.value).toLowerCase());
      return option === undefined
        ? fault('workbook.not_an_option', { options: options.join('、') })
        : parsed(option);
    },
    print: textCell,
  };
}

/** One of the words of a list, written by its Chinese name. */
export function oneNamed<const Word extends string>(
  words: readonly Word[],
  names: Readonly<Record<Word, string>>,
): CellKind<Word> {
  const shown = oneOf(words.map((word) => names[word]));
  return {
    look: shown.look,
    options: shown.options,
    parse: (cell) => {
      const name = shown.parse(cell);
      if (!name.ok) return name;
      const word = words.find((one) => names[one] === name.value);
      return word === undefined ? fault('workbook.not_an_option') : parsed(word);
    },
    print: (word) => shown.print(names[word]),
  };
}

const YES_OR_NO = oneOf(['是', '否']);

export const YES_NO: CellKind<boolean> = {
  look: 'text',
  options: YES_OR_NO.options,
  parse: (cell) => {
    const answer = YES_OR_NO.parse(cell);
    return answer.ok ? parsed(answer.value === '是') : answer;
  },
  print: (isYes) => textCell(isYes ? '是' : '否'),
};

export function isBlankCell(cell: CellValue): boolean {
  return cell.kind === 'blank' || (cell.kind === 'text' && trimText(cell.text) === '');
}

function textKind(look: CellLook, clean: (text: string) => string): CellKind<string> {
  return {
    look,
    options: [],
    parse: (cell) => {
      const text = parseText(cell);
      return text.ok ? parsed(clean(text.value)) : text;
    },
    print: textCell,
  };
}

function textCell(text: string): CellValue {
  return { kind: 'text', text };
}

function numberCell(number: number): CellValue {
  return { kind: 'number', number, isPercent: false };
}

/** A number where the spreadsheet keeps it exactly, else text. */
function decimalCell(value: Fraction, places: number): CellValue {
  const text = toShort(value, places);
  const cell = numberCell(Number(text));
  const kept = parseDecimal(showCell(cell)) ?? fraction(0);
  return compare(kept, value) === 0 ? cell : textCell(text);
}
