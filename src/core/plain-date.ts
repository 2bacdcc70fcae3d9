/** A calendar day `YYYY-MM-DD` of the Gregorian calendar, without time or zone. Compares as text. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Builds a day from its parts; undefined for a day that does not exist (2023-02-30). */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return text as PlainDate;
}

export function parsePlainDate(text: string): PlainDate | undefined {
  const match = ISO_DAY.exec(text);
  if (match === null) return undefined;
  return plainDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** @throws RangeError when the text is no day; for literals and values checked before. */
export function day(text: string): PlainDate {
  const value = parsePlainDate(text);
  if (value === undefined) throw new RangeError(`not a day: ${text}`);
  return value;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

/** Calendar quarter, 1 to 4. */
export function quarterOf(date: PlainDate): number {
  return Math.ceil(monthOf(date) / 3);
}

/** Days since 1970-01-01. */
export function toDayNumber(date: PlainDate): number {
  return Math.round(
    Date.UTC(yearOf(date), monthOf(date) - 1, Number(date.slice(8, 10))) / MS_PER_DAY,
  );
}

export function fromDayNumber(dayNumber: number): PlainDate {
  return new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** 1 Monday to 7 Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** `2023年4月13日`, as documents print it (domain: dates in official papers). */
export function toChineseDate(date: PlainDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${Number(date.slice(8, 10))}日`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
