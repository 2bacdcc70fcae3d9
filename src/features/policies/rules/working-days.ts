import { day, fromDayNumber, toDayNumber } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { HOLIDAY_TABLE } from './holiday-table.ts';

/*
 * Clocks of the rules run in working days (工作日): Monday to Friday, less public holidays, plus the
 * weekend days worked to make up for them. Everything is built on one running count of working days
 * over day numbers, so no time zone enters and a step of any length costs the same.
 */

const YEARS = Object.keys(HOLIDAY_TABLE).map(Number);
const FIRST_DAY = toDayNumber(day(`${Math.min(...YEARS)}-01-01`));
const LAST_DAY = toDayNumber(day(`${Math.max(...YEARS)}-12-31`));

/** By day since FIRST_DAY: working days gained or lost so far against plain Monday to Friday. */
const DEVIATIONS = runningDeviations();

/** False outside the years of the table, where only weekends are known: the caller must warn. */
export function calendarCovers(date: PlainDate): boolean {
  const dayNumber = toDayNumber(date);
  return dayNumber >= FIRST_DAY && dayNumber <= LAST_DAY;
}

export function isWorkingDay(date: PlainDate): boolean {
  const dayNumber = toDayNumber(date);
  return countUpTo(dayNumber) > countUpTo(dayNumber - 1);
}

/**
 * The day on which the n-th working day after `start` falls; the start day is not counted, so a
 * limit of n working days is kept on the returned day and missed after it. Zero gives `start`.
 * @throws RangeError when n is negative or no whole number.
 */
export function addWorkingDays(start: PlainDate, n: number): PlainDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let dayNumber = toDayNumber(start);
  const target = countUpTo(dayNumber) + n;
  // Each missing working day takes at least one calendar day, so a step never jumps past the target.
  for (let missing = n; missing > 0; missing = target - countUpTo(dayNumber)) dayNumber += missing;
  return fromDayNumber(dayNumber);
}

/**
 * Working days after `start` up to and including `end`; negative when `end` comes first.
 * `workingDaysBetween(d, addWorkingDays(d, n))` is n.
 */
export function workingDaysBetween(start: PlainDate, end: PlainDate): number {
  return countUpTo(toDayNumber(end)) - countUpTo(toDayNumber(start));
}

/** Working days from some fixed Monday up to and including the day. */
function countUpTo(dayNumber: number): number {
  return weekdaysUpTo(dayNumber) + deviationAt(dayNumber);
}

function weekdaysUpTo(dayNumber: number): number {
  const sinceMonday = dayNumber + 3; // Day 0 was a Thursday.
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

function deviationAt(dayNumber: number): number {
  if (dayNumber < FIRST_DAY) return 0;
  return DEVIATIONS[Math.min(dayNumber, LAST_DAY) - FIRST_DAY] ?? 0;
}

function runningDeviations(): Int16Array {
  const running = new Int16Array(LAST_DAY - FIRST_DAY + 1);
  for (const year of YEARS) {
    for (const dayNumber of tableDays(year, 'off')) {
      if (isWeekday(dayNumber)) running[dayNumber - FIRST_DAY] = -1;
    }
    for (const dayNumber of tableDays(year, 'work')) {
      if (!isWeekday(dayNumber)) running[dayNumber - FIRST_DAY] = 1;
    }
  }
  let total = 0;
  for (const [index, step] of running.entries()) running[index] = total += step;
  return running;
}

function isWeekday(dayNumber: number): boolean {
  return weekdaysUpTo(dayNumber) > weekdaysUpTo(dayNumber - 1);
}

function tableDays(year: number, kind: 'off' | 'work'): number[] {
  const runs = HOLIDAY_TABLE[year]?.[kind].split(' ') ?? [];
  return runs.flatMap((run) => {
    const [first = '', last = first] = run.split('-');
    const firstDay = toDayNumber(tableDay(year, first));
    const length = toDayNumber(tableDay(year, last)) - firstDay + 1;
    return Array.from({ length }, (_, index) => firstDay + index);
  });
}

function tableDay(year: number, text: string): PlainDate {
  return day(`${year}-${text.slice(0, 2)}-${text.slice(2)}`);
}
