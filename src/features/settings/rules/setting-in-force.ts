import { day } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import { SETTINGS, SETTING_KEYS, SettingValues } from './settings.ts';
import type { SettingKey, SettingValue } from './settings.ts';

/** First day of the built-in values; days before it have no others. */
export const BUILT_IN_FROM: PlainDate = day('2020-01-01');

/** A value with the day it starts on. Entries are only ever added; the id tells their order. */
export interface SettingEntry {
  readonly id: number;
  readonly key: string;
  readonly value: unknown;
  readonly validFrom: PlainDate;
}

export interface SettingInForce {
  readonly key: SettingKey;
  readonly value: SettingValue;
  readonly validFrom: PlainDate;
  /** Null for the built-in value. */
  readonly entryId: number | null;
}

/**
 * The entry with the latest start that has come; of two with one start the one added later. An entry
 * whose value is no longer allowed is passed over: after a bound was raised, the law's minimum wins.
 */
export function settingInForce(
  entries: readonly SettingEntry[],
  key: SettingKey,
  today: PlainDate,
): SettingInForce {
  const builtIn = { key, value: SETTINGS[key].builtIn, validFrom: BUILT_IN_FROM, entryId: null };
  return entries
    .filter((entry) => entry.key === key && entry.validFrom <= today)
    .toSorted(compareByStart)
    .reduce<SettingInForce>((inForce, { id, value, validFrom }) => {
      const allowed = SettingValues.shape[key].safeParse(value);
      return allowed.success ? { key, value: allowed.data, validFrom, entryId: id } : inForce;
    }, builtIn);
}

/** All settings of the day, typed key by key. */
export function settingsInForce(entries: readonly SettingEntry[], today: PlainDate): SettingValues {
  const values = SETTING_KEYS.map((key) => [key, settingInForce(entries, key, today).value]);
  return SettingValues.parse(Object.fromEntries(values));
}

function compareByStart(left: SettingEntry, right: SettingEntry): number {
  if (left.validFrom !== right.validFrom) return left.validFrom < right.validFrom ? -1 : 1;
  return left.id - right.id;
}
