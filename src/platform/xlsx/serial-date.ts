import { day, fromDayNumber, toDayNumber, type PlainDate } from '#core/plain-date.ts';

/** Day 0 of each date system. */
const EPOCH_1900 = toDayNumber(day('1899-12-31'));
const EPOCH_1904 = toDayNumber(day('1904-01-01'));
const LAST_DAY = toDayNumber(day('9999-12-31'));
/** The 1900 system counts a 29 February 1900 that never was. */
const PHANTOM_DAY = 60;
/** About a tenth of a second: times computed in a cell miss midnight by less. */
const TOLERANCE_DAYS = 1e-6;

/** Days remembered; a year's records have a few hundred. */
const MAX_REMEMBERED = 5_000;

/** Turns serial numbers into days, and remembers them: ledgers repeat the same few hundred. */
export function createDateReader(uses1904: boolean): (serial: number) => PlainDate | null {
  const remembered = new Map<number, PlainDate | null>();
  return (serial) => {
    const known = remembered.get(serial);
    if (known !== undefined) return known;
    const date = dateOfSerial(serial, uses1904);
    if (remembered.size < MAX_REMEMBERED) remembered.set(serial, date);
    return date;
  };
}

/** The day of a serial number, its time of day dropped; null where there is no such day. */
export function dateOfSerial(serial: number, uses1904: boolean): PlainDate | null {
  const whole = Math.floor(serial + TOLERANCE_DAYS);
  if (uses1904) return whole < 0 ? null : dayOrNull(EPOCH_1904 + whole);
  if (whole < 1 || whole === PHANTOM_DAY) return null;
  return dayOrNull(EPOCH_1900 + (whole > PHANTOM_DAY ? whole - 1 : whole));
}

function dayOrNull(dayNumber: number): PlainDate | null {
  return dayNumber > LAST_DAY ? null : fromDayNumber(dayNumber);
}
