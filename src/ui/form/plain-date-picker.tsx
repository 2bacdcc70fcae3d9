import generatePicker from 'antd/es/date-picker/generatePicker';

import { addDays, dayOfWeek, monthOf, plainDate, toDayNumber, yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { parseTypedDate } from './parse-typed-date.ts';

/** The picker wants its days to be objects. */
export interface PickedDay {
  readonly day: PlainDate;
}

type PickerConfig = Parameters<typeof generatePicker<PickedDay>>[0];

const same = (value: PickedDay): PickedDay => value;
const none = (): number => 0;

/** Days without time or zone: a day picked here cannot shift to its neighbour on the way. */
const config: PickerConfig = {
  getNow: today,
  getFixedDate: (fixed) => picked(parseTypedDate(fixed)) ?? today(),
  getEndDate: ({ day }) => atMonth(yearOf(day), monthOf(day), 31),
  getYear: ({ day }) => yearOf(day),
  getMonth: ({ day }) => monthOf(day) - 1,
  getDate: ({ day }) => dayOfMonth(day),
  getWeekDay: ({ day }) => dayOfWeek(day) % 7,
  getHour: none,
  getMinute: none,
  getSecond: none,
  getMillisecond: none,
  addYear: ({ day }, years) => atMonth(yearOf(day) + years, monthOf(day), dayOfMonth(day)),
  addMonth: ({ day }, months) => {
    const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
    return atMonth(Math.floor(index / 12), (index % 12) + 1, dayOfMonth(day));
  },
  addDate: ({ day }, days) => ({ day: addDays(day, days) }),
  setYear: ({ day }, year) => atMonth(year, monthOf(day), dayOfMonth(day)),
  setMonth: ({ day }, month) => atMonth(yearOf(day), month + 1, dayOfMonth(day)),
  setDate: ({ day }, date) => ({ day: addDays(day, date - dayOfMonth(day)) }),
  setHour: same,
  setMinute: same,
  setSecond: same,
  setMillisecond: same,
  isAfter: (one, other) => one.day > other.day,
  isValidate: () => true,
  locale: {
    getWeekFirstDay: () => 1,
    getWeekFirstDate: (_, { day }) => ({ day: addDays(day, 1 - dayOfWeek(day)) }),
    getWeek: (_, { day }) => weekOf(day),
    format: (_, { day }, format) => formatDay(day, format),
    parse: (_, text) => picked(parseTypedDate(text)) ?? null,
    getShortWeekDays: () => ['日', '一', '二', '三', '四', '五', '六'],
    getShortMonths: () => Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  },
};

export const PlainDatePicker = generatePicker<PickedDay>(config);

function picked(day: PlainDate | undefined): PickedDay | undefined {
  return day === undefined ? undefined : { day };
}

function today(): PickedDay {
  const now = new Date();
  return atMonth(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The month's last day when it has no such day. */
function atMonth(year: number, month: number, date: number): PickedDay {
  for (let last = date; last > 28; last -= 1) {
    const day = plainDate(year, month, last);
    if (day !== undefined) return { day };
  }
  const day = plainDate(year, month, Math.min(date, 28));
  // Years outside 1 to 9999 are paged to, never chosen.
  return day === undefined ? today() : { day };
}

function dayOfMonth(day: PlainDate): number {
  return Number(day.slice(8, 10));
}

/** ISO week of the year. */
function weekOf(day: PlainDate): number {
  const thursday = addDays(day, 4 - dayOfWeek(day));
  const newYear = plainDate(yearOf(thursday), 1, 1);
  const days = newYear === undefined ? 0 : toDayNumber(thursday) - toDayNumber(newYear);
  return Math.floor(days / 7) + 1;
}

function formatDay(day: PlainDate, format: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const parts: Record<string, string> = {
    YYYY: year,
    MMM: `${Number(month)}月`,
    MM: month,
    M: String(Number(month)),
    DD: date,
    D: String(Number(date)),
  };
  return format.replaceAll(/YYYY|MMM|MM|M|DD|D/g, (part) => parts[part] ?? part);
}
