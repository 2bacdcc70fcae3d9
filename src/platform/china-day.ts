import { fromDayNumber } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

/** China keeps one time, eight hours ahead, without daylight saving since 1991. */
const OFFSET_MS = 8 * 3_600_000;
const MS_PER_DAY = 86_400_000;

/** The day in China at a moment: the day by which roles, settings and clocks count. */
export function toChinaDay(moment: Date): PlainDate {
  return fromDayNumber(Math.floor((moment.getTime() + OFFSET_MS) / MS_PER_DAY));
}

/** `10:05` in China. */
export function toChinaTime(moment: Date): string {
  return new Date(moment.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}
