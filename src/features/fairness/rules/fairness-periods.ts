import { addDays, day, monthOf, plainDate, toDayNumber, yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toQuarter, toQuarterIndex } from '#features/policies/rules/neighbouring-quarters.ts';
import type { QuarterOfYear } from '#features/policies/rules/rule-breach.ts';

/** Days from first to last, both included. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** `12m`: the twelve months up to today; `2026`: a year; `2026Q3`: a quarter. */
export const PERIOD_PATTERN = /^(?:12m|(20\d\d)(?:Q([1-4]))?)$/;
export const TWELVE_MONTHS = '12m';

/** The days of a period up to today; undefined for one that has not begun, or is none. */
export function findPeriod(code: string, today: PlainDate): Span | undefined {
  const match = PERIOD_PATTERN.exec(code);
  if (match === null) return undefined;
  const [, year, quarter] = match;
  const span = year === undefined ? toTwelveMonths(today) : toSpan(Number(year), quarter);
  if (span.from > today) return undefined;
  return span.to > today ? { from: span.from, to: today } : span;
}

/** Periods to choose from, the newest first: twelve months, years, the last quarters. */
export function listPeriods(today: PlainDate): string[] {
  const year = yearOf(today);
  const last = toQuarterIndex(toQuarter(today));
  const quarters = [last, last - 1, last - 2, last - 3].map(fromQuarterIndex);
  return [
    TWELVE_MONTHS,
    ...[year, year - 1, year - 2].map(String),
    ...quarters.map((one) => `${one.year}Q${one.quarter}`),
  ];
}

export function countDays({ from, to }: Span): number {
  return toDayNumber(to) - toDayNumber(from) + 1;
}

/** Two quarters over which a union is silent or heard, the last of them told by its index. */
export interface QuietQuarters extends Span {
  readonly quarters: readonly [QuarterOfYear, QuarterOfYear];
  readonly lastIndex: number;
}

/** The last two quarters that are over. */
export function findQuietQuarters(today: PlainDate): QuietQuarters {
  const lastIndex = toQuarterIndex(toQuarter(today)) - 1;
  const quarters = [fromQuarterIndex(lastIndex - 1), fromQuarterIndex(lastIndex)] as const;
  const [first, second] = quarters.map(({ year, quarter }) => toSpan(year, String(quarter)));
  if (first === undefined || second === undefined) throw new Error('two quarters are two');
  return { from: first.from, to: second.to, quarters, lastIndex };
}

function fromQuarterIndex(index: number): QuarterOfYear {
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
}

function toSpan(year: number, quarter: string | undefined): Span {
  const first = quarter === undefined ? 1 : (Number(quarter) - 1) * 3 + 1;
  const after = quarter === undefined ? 13 : first + 3;
  return { from: firstOf(year, first), to: addDays(firstOf(year, after), -1) };
}

/** @param month may be 13: January of the next year. */
function firstOf(year: number, month: number): PlainDate {
  const isNext = month > 12;
  return day(`${isNext ? year + 1 : year}-${String(isNext ? 1 : month).padStart(2, '0')}-01`);
}

/** Up to today, from the day after the same day of last year. */
function toTwelveMonths(today: PlainDate): Span {
  const [year, month] = [yearOf(today) - 1, monthOf(today)];
  const sameDay = plainDate(year, month, Number(today.slice(8))) ?? day(`${year}-02-28`);
  return { from: addDays(sameDay, 1), to: today };
}
