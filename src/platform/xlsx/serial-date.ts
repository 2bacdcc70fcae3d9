import { day, fromDayNumber, toDayNumber, type PlainDate } from '#core/plain-date.ts';

/** Day 0 of each date system. */
const EPOCH_1900 = toDayNumber(day('1899-12-31'));
const EPOCH_1904 = toDayNumber(day('1904-01-01'));
const LAST_DAY = toDayNumber(day('9999-12-31'));
/** The 1900 system counts a 29 February 1900 that never was. */
const PHANTOM_DAY = 60;
/** About a tenth of a second: times computed in a cell miss midnight by less. */
const TOLERANCE_DAYS = 1e-6;

/** The day of a serial number, its time of day dropped; null where there is no such day. */
export function dateOfSerial(serial: number, uses1904: boolean): PlainDate | null {
  const whole = Math.floor(serial + TOLERANCE_DAYS);
  if (uses1904) return whole < 0 ? null : dayOrNull(EPOCH_1904 + whole);
  if (whole < 1 || whole === PHANTOM_DAY) return null;
  return dayOrNull(EPOCH_1900 + (whole > PHANTOM_DAY ? whole - 1 : whole));
}

/** Inverse of `dateOfSerial` in the 1900 system, for days after February 1900. */
export function serialOfDate(date: PlainDate): number {
  return toDayNumber(date) - EPOCH_1900 + 1;
}

function dayOrNull(dayNumber: number): PlainDate | null {
  return dayNumber > LAST_DAY ? null : fromDayNumber(dayNumber);
}
