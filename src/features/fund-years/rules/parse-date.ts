import type { CellValue } from '#core/cell-value.ts';
import { plainDate, yearOf, type PlainDate } from '#core/plain-date.ts';

import { toHalfWidth } from './normalise-text.ts';
import { fault, parsed, parseText, type Parsed } from './parse-cell.ts';

const TIME = String.raw`(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$`;
const WITH_SIGNS = new RegExp(String.raw`^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})${TIME}`);
const IN_CHINESE = new RegExp(
  String.raw`^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]${TIME}`,
);
/** Outside these years a date is a slip of the pen. */
const FIRST_YEAR = 1950;
const FIRST_BIRTH_YEAR = 1900;
const LAST_YEAR = 2099;

/** A date cell, or `2023-04-13`, `2023/4/13`, `2023.4.13`, `2023年4月13日`; a time of day is dropped. */
export function parseDate(cell: CellValue, first = FIRST_YEAR): Parsed<PlainDate> {
  if (cell.kind === 'date') {
    return cell.date === null ? fault('workbook.no_such_day') : withinYears(cell.date, first);
  }
  if (cell.kind === 'number') return fault('workbook.number_for_date');
  const text = parseText(cell);
  if (!text.ok) return text;
  const half = toHalfWidth(text.value);
  const match = WITH_SIGNS.exec(half) ?? IN_CHINESE.exec(half);
  if (match === null) return fault('workbook.not_a_date');
  const date = plainDate(Number(match[1]), Number(match[3]), Number(match[4]));
  return date === undefined ? fault('workbook.no_such_day') : withinYears(date, first);
}

function withinYears(date: PlainDate, first: number): Parsed<PlainDate> {
  const year = yearOf(date);
  return year < first || year > LAST_YEAR
    ? fault('workbook.date_out_of_range', { first, last: LAST_YEAR })
    : parsed(date);
}

/** A day of birth, which may lie further back than what people did. */
export function parseBirthDate(cell: CellValue): Parsed<PlainDate> {
  return parseDate(cell, FIRST_BIRTH_YEAR);
}
