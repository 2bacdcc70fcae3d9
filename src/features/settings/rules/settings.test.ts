import { describe, expect, test } from 'vitest';

import {
  SETTINGS,
  SETTING_GROUPS,
  SETTING_KEYS,
  SettingValues,
  getValueRange,
} from './settings.ts';

describe('the settings', () => {
  test.each(SETTING_KEYS)('%s has a built-in value it may take, its ends and a basis', (key) => {
    const { group, unit, builtIn, basis } = SETTINGS[key];
    const schema = SettingValues.shape[key];
    expect(schema.safeParse(builtIn).success).toBe(true);
    expect(basis).not.toBe('');
    expect(key.startsWith(`${group}.`)).toBe(true);
    const range = getValueRange(key);
    expect(unit === null).toBe(range.kind === 'switch');
    if (range.kind === 'switch') return;
    for (const value of [range.min, range.max]) expect(schema.safeParse(value).success).toBe(true);
    for (const value of [range.min - 1, range.max + 1, range.min + 0.5, `${range.min}`, null]) {
      expect(schema.safeParse(value).success).toBe(false);
    }
  });

  test('fill every group', () => {
    const used = new Set(SETTING_KEYS.map((key) => SETTINGS[key].group));
    expect(SETTING_GROUPS.filter((group) => !used.has(group))).toEqual([]);
  });

  test('ask for a proof before they lock', () => {
    expect(SETTINGS['sign_in.proof_after_failures'].builtIn).toBeLessThan(
      Number(SETTINGS['sign_in.max_failures'].builtIn),
    );
  });
});
