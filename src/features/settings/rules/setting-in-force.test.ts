import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, day } from '#core/plain-date.ts';

import { BUILT_IN_FROM, settingInForce, settingsInForce } from './setting-in-force.ts';
import type { SettingEntry } from './setting-in-force.ts';
import { SETTINGS, SETTING_KEYS } from './settings.ts';

const KEY = 'password.min_length';
const TODAY = day('2026-03-10');

function entry(id: number, validFrom: string, value: unknown, key: string = KEY): SettingEntry {
  return { id, key, value, validFrom: day(validFrom) };
}

function valueOf(entries: readonly SettingEntry[], today = TODAY): unknown {
  return settingInForce(entries, KEY, today).value;
}

describe('the value in force', () => {
  test('is the built-in one without an entry', () => {
    expect(settingInForce([], KEY, TODAY)).toEqual({
      key: KEY,
      value: SETTINGS[KEY].builtIn,
      validFrom: BUILT_IN_FROM,
      entryId: null,
    });
  });

  test('changes on the first day of an entry, not before', () => {
    const entries = [entry(1, '2026-03-10', 12)];
    expect(valueOf(entries, day('2026-03-09'))).toBe(10);
    expect(valueOf(entries, day('2026-03-10'))).toBe(12);
  });

  test('is the one with the later start, whichever was added first', () => {
    const entries = [entry(2, '2026-01-01', 11), entry(1, '2026-02-01', 12)];
    expect(valueOf(entries)).toBe(12);
    expect(valueOf(entries.toReversed())).toBe(12);
  });

  test('is the one added later of two with the same start', () => {
    expect(valueOf([entry(9, '2026-01-01', 14), entry(3, '2026-01-01', 11)])).toBe(14);
  });

  test('is never one that is no longer allowed: the one before it stays', () => {
    const entries = [entry(1, '2026-01-01', 12), entry(2, '2026-02-01', 4)];
    expect(settingInForce(entries, KEY, TODAY)).toMatchObject({ value: 12, entryId: 1 });
    expect(valueOf([entry(1, '2026-01-01', 'long')])).toBe(10);
  });

  test('comes from entries of its own key', () => {
    expect(valueOf([entry(1, '2026-01-01', 20, 'password.max_age_days')])).toBe(10);
  });
});

test('all settings of a day are there and allowed, whatever was stored', () => {
  const stored = fc.record({
    id: fc.nat(),
    key: fc.constantFrom(...SETTING_KEYS, 'unknown.key'),
    value: fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.constant(null)),
    validFrom: fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days)),
  });
  fc.assert(
    fc.property(fc.array(stored), (entries) => {
      const values = settingsInForce(entries, TODAY);
      for (const key of SETTING_KEYS) {
        expect(values[key]).toBe(settingInForce(entries, key, TODAY).value);
      }
    }),
  );
});
