import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { decideSettingChange } from './decide-setting-change.ts';
import type { SettingChange } from './decide-setting-change.ts';

const TODAY = day('2026-03-10');

function codesOf(overrides: Partial<SettingChange> = {}): readonly string[] {
  const change: SettingChange = {
    key: 'sign_in.lock_minutes',
    value: 60,
    validFrom: TODAY,
    reason: '按测评意见调整',
    document: null,
    ...overrides,
  };
  const decision = decideSettingChange(change, TODAY);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
}

describe('a change of a setting', () => {
  test.each<[string, Partial<SettingChange>, string[]]>([
    ['from today', {}, []],
    ['with a document number', { document: '增工〔2026〕3号' }, []],
    ['from yesterday', { validFrom: day('2026-03-09') }, ['settings.starts_in_past']],
    ['of an unknown key', { key: 'sign_in.none' }, ['settings.unknown_key']],
    ['of an inherited name', { key: 'toString' }, ['settings.unknown_key']],
    ['to a value above the range', { value: 1441 }, ['settings.out_of_range']],
    ['to half a minute', { value: 30.5 }, ['settings.out_of_range']],
    ['to a text', { value: '60' }, ['settings.out_of_range']],
    ['of a switch to a number', { key: 'sessions.is_single', value: 1 }, ['settings.not_a_switch']],
    ['of a switch', { key: 'sessions.is_single', value: true }, []],
    ['with a reason of blanks', { reason: '   嗯   ' }, ['settings.reason_length']],
    ['with four characters of reason', { reason: '测评要求' }, []],
    ['with a novel as reason', { reason: '因'.repeat(201) }, ['settings.reason_length']],
    ['with a document too long', { document: '文'.repeat(101) }, ['settings.document_length']],
  ])('%s', (_name, overrides, expected) => {
    expect(codesOf(overrides)).toEqual(expected);
  });

  test('of a published figure may begin on a day gone by, with the number of its notice', () => {
    const figure = { key: 'households.minimum_living_yuan', value: 1300 };
    const past = { ...figure, validFrom: day('2026-01-01') };
    expect(codesOf(past)).toEqual(['settings.document_missing']);
    expect(codesOf({ ...past, document: '  ' })).toEqual(['settings.document_missing']);
    expect(codesOf({ ...past, document: '样民发〔2026〕1号' })).toEqual([]);
  });

  test('may not shorten a password below eight characters', () => {
    const key = 'password.min_length';
    expect(codesOf({ key, value: 7 })).toEqual(['settings.out_of_range']);
    expect(codesOf({ key, value: 8 })).toEqual([]);
  });

  test('hears every reason at once', () => {
    expect(codesOf({ value: 0, validFrom: day('2020-01-01'), reason: '' })).toEqual([
      'settings.out_of_range',
      'settings.starts_in_past',
      'settings.reason_length',
    ]);
  });
});
