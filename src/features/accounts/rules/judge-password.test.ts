import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';
import { settingsInForce } from '#features/settings/rules/setting-in-force.ts';

import { toPasswordSettings } from './account-settings.ts';
import {
  MAX_PASSWORD_LENGTH,
  isPasswordExpired,
  judgePassword,
  listPasswordRules,
} from './judge-password.ts';

const SETTINGS = toPasswordSettings(settingsInForce([], day('2026-03-10')));
const GOOD = 'Kx7!mZw2Rp';
const DAY_MS = 86_400_000;

function codesOf(password: string, username = 'chenxiaoming', wasUsed = false): readonly string[] {
  return judgePassword(password, { username, wasUsed }, SETTINGS).map(({ code }) => code);
}

describe('a password', () => {
  test.each<[string, string[]]>([
    [GOOD, []],
    ['窗外的雨下了一整夜7x', []],
    ['correct-Horse-battery', []],
    [GOOD.slice(0, 9), ['password.too_short']],
    ['kxmzwtrpghv', ['password.too_few_kinds']],
    ['kxmzw7rpghv', ['password.too_few_kinds']],
    ['Chenxiaoming7x', ['password.has_username']],
    ['gnimoaixnehC7x', ['password.has_username']],
    ['Admin@2026!x', ['password.is_usual']],
    ['P@$$w0rd-2026', ['password.is_usual']],
    ['PasswordAdmin7', ['password.is_usual']],
    ['Gonghui@2026!', ['password.is_usual']],
    ['Songnuan-202627', ['password.is_usual']],
    ['1qaz2WSX-abd', ['password.is_usual']],
    ['Gonghui-7Kx!mZw2', []],
    ['Kx!mZw1234Rp', ['password.has_sequence']],
    ['Kx!mZw7fEdCp', ['password.has_sequence']],
    ['Kx7!mZqWeRpt', ['password.has_sequence']],
    ['Kx7mZw2Rp!@#$', ['password.has_sequence']],
    ['Kx7!mZwaaaa', ['password.has_sequence']],
    ['Kx7!mZwaaab123', []],
    ['', ['password.too_short', 'password.too_few_kinds']],
  ])('“%s” breaks %j', (password, expected) => {
    expect(codesOf(password)).toEqual(expected);
  });

  test('is counted in characters, of which a rare Chinese one is one', () => {
    expect(codesOf('𠮷Kx7!mZw2')).toContain('password.too_short');
    expect(codesOf('𠮷Kx7!mZw2R')).toEqual([]);
  });

  test('may be as long as the bound and no longer', () => {
    const long = 'Kx7!'.repeat(MAX_PASSWORD_LENGTH / 4);
    expect(codesOf(long)).toEqual([]);
    expect(codesOf(`${long}K`)).toEqual(['password.too_long']);
  });

  test('is refused when it was used before', () => {
    expect(codesOf(GOOD, 'chenxiaoming', true)).toEqual(['password.was_used']);
  });

  test('may contain a user name of two letters', () => {
    expect(codesOf(GOOD, 'kx')).toEqual([]);
  });

  test('follows the settings of the day', () => {
    const strict = { ...SETTINGS, minLength: 12, minKinds: 4 };
    const codes = judgePassword('Kxrmzw2Rpgh', { username: 'a', wasUsed: false }, strict);
    expect(codes).toEqual([
      { code: 'password.too_short', params: { min: 12 } },
      { code: 'password.too_few_kinds', params: { min: 4 } },
    ]);
  });

  test('is judged by the listed rules only, in their order, whatever was typed', () => {
    const listed = listPasswordRules(SETTINGS).map(({ code }) => code);
    fc.assert(
      fc.property(fc.string({ maxLength: 140 }), fc.boolean(), (text, wasUsed) => {
        const codes = codesOf(text, 'chen', wasUsed);
        expect(codes).toEqual(listed.filter((code) => codes.includes(code)));
      }),
    );
  });

  test('of sixteen random signs is nearly always good', () => {
    const sign = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789');
    const samples = fc.sample(fc.array(sign, { minLength: 16, maxLength: 16 }), {
      numRuns: 500,
      seed: 7,
    });
    const refused = samples.filter((signs) =>
      codesOf(signs.join('')).some((code) => code !== 'password.too_few_kinds'),
    );
    expect(refused.length).toBeLessThan(10);
  });
});

describe('the age of a password', () => {
  test('ends on the millisecond after the days set', () => {
    const end = 90 * DAY_MS;
    expect(isPasswordExpired(0, SETTINGS, end - 1)).toBe(false);
    expect(isPasswordExpired(0, SETTINGS, end)).toBe(true);
  });

  test('is none without a password', () => {
    expect(isPasswordExpired(null, SETTINGS, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
