import { yuan } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { SettingValues } from '#features/settings/rules/settings.ts';

import { minimumLivingInForce } from './parameters.ts';

/** D on a day: the setting in force on it, else (0) the table that ships; null when none is known. */
export function minimumLivingOn(
  settings: Pick<SettingValues, 'households.minimum_living_yuan'>,
  on: PlainDate,
): Fen | null {
  const amount = settings['households.minimum_living_yuan'];
  return amount > 0 ? yuan(amount) : (minimumLivingInForce(on)?.fen ?? null);
}
