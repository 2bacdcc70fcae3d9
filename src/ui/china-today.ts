import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

/** Today in Beijing, whatever the computer's clock is set to. */
export function chinaToday(): PlainDate {
  // Swedish dates are ISO dates.
  return day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
}
