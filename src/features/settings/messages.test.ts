import { expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import {
  SETTING_NAMES,
  describeValueRange,
  findSettingText,
  formatSettingValue,
} from './messages.ts';
import { decideSettingChange } from './rules/decide-setting-change.ts';
import { SETTING_KEYS } from './rules/settings.ts';

test('every setting has a name of its own', () => {
  expect(new Set(SETTING_KEYS.map((key) => SETTING_NAMES[key])).size).toBe(SETTING_KEYS.length);
});

test('a value is shown with its unit, a switch in words', () => {
  expect(formatSettingValue('sign_in.lock_minutes', 30)).toBe('30分钟');
  expect(formatSettingValue('sessions.is_single', false)).toBe('否');
  expect(describeValueRange('password.min_length')).toBe('8至64位');
  expect(describeValueRange('sessions.is_single')).toBe('是或否');
});

test('a refusal says what is allowed instead', () => {
  const change = {
    key: 'password.max_age_days',
    value: 400,
    validFrom: day('2026-03-09'),
    reason: '',
    document: null,
  };
  const decision = decideSettingChange(change, day('2026-03-10'));
  const texts = decision.ok ? [] : decision.reasons.map(findSettingText);
  expect(texts).toEqual([
    '“密码有效期”应为30至365之间的整数（单位：天）',
    '生效日期2026年3月9日早于今天（2026年3月10日），参数只能从今天或以后生效',
    '请填写变更原因，4至200个字',
  ]);
  expect(findSettingText({ code: 'roles.already_held', params: {} })).toBeUndefined();
});
