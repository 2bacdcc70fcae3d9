import { AppError, refusal } from '#core/app-error.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import { judgeAfterOpening, judgeNotFuture } from '../rules/act-conditions.ts';
import { checkHouseholdForm } from '../rules/check-household-form.ts';
import type { HouseholdForm } from '../rules/household-form.ts';
import { hasMask } from '../rules/mask-form.ts';

/**
 * Whether a form, with the stored values in place of their masks, may be saved.
 * @throws AppError `invalid` with every fault.
 */
export function assertSound(context: Context, form: HouseholdForm): void {
  if (hasMask(form)) throw new AppError('invalid', 'household.masked_without_stored');
  const faults = checkHouseholdForm(form, toChinaDay(context.now));
  const reasons = faults.filter(({ severity }) => severity === 'error').map(({ reason }) => reason);
  if (reasons.length > 0) throw refusal(reasons, 'invalid');
}

/** @throws AppError `invalid` `household.day_in_future` or `household.day_before_opening`. */
export function assertDay(context: Context, day: PlainDate, openedOn?: PlainDate): void {
  const reasons = judgeNotFuture(day, toChinaDay(context.now));
  if (openedOn !== undefined) reasons.push(...judgeAfterOpening(day, { openedOn }));
  if (reasons.length > 0) throw refusal(reasons, 'invalid');
}
