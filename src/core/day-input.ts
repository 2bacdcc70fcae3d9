import { z } from 'zod';

import { parsePlainDate } from './plain-date.ts';

/** A day that comes in. Zod's own dates have a year 0, which the calendar has not. */
export const DayInput = z.iso.date('请填写日期').transform((text, context) => {
  const day = parsePlainDate(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: '请填写日期' });
  return z.NEVER;
});
