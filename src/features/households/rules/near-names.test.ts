import { describe, expect, test } from 'vitest';

import { nameSounds } from './name-sounds.ts';
import { compareNames, isNearDay, isTransposed, sortedDigits } from './near-names.ts';

const named = (name: string) => ({ name, sounds: nameSounds(name) });

describe('likeness of names', () => {
  test.each([
    ['张伟', '张 伟', 'same'],
    ['张伟', '章炜', 'same_sound'],
    ['張偉', '张伟', 'same_sound'],
    ['张喆', '张哲', 'same_sound'],
    ['李小红', '李晓红', 'same_sound'],
    ['李小红', '李大红', 'near'],
    ['李小红', '李红', 'near'],
    ['李红', '李小红', 'near'],
    ['李小红', '王小红', 'near'],
    ['李小红', '李红小', 'other'],
    ['李小红', '王大红', 'other'],
    ['李小红', '李', 'other'],
    ['李', '王', 'other'],
    ['张伟', '李强', 'other'],
    ['张伟', '张强', 'near_short'],
    ['张伟', '张', 'other'],
  ])('%s and %s: %s', (one, other, likeness) => {
    expect(compareNames(named(one), named(other))).toBe(likeness);
    expect(compareNames(named(other), named(one))).toBe(likeness);
  });
});

describe('transposed digits', () => {
  const number = '440118199001120015';
  test.each([
    ['the last two of the day', '440118199001210015', true],
    ['month and day', '440118199012010015', false],
    ['two of the region', '441018199001120015', true],
    ['two far from each other', '040118199401120015', false],
    ['the check place alone', '440118199001120019', false],
    ['one digit', '440118199001130015', false],
    ['nothing', number, false],
  ])('%s', (_kind, other, expected) => {
    expect(isTransposed(number, other)).toBe(expected);
    expect(isTransposed(other, number)).toBe(expected);
    if (expected) expect(sortedDigits(other)).toBe(sortedDigits(number));
  });
});

describe('days told apart by a slip', () => {
  test.each([
    ['1990-01-12', '1990-01-21', true],
    ['1990-03-05', '1990-05-03', true],
    ['1990-10-12', '1990-12-10', true],
    ['1990-01-12', '1991-01-12', true],
    ['1990-01-12', '1990-01-12', false],
    ['1990-01-12', '1975-06-30', false],
    ['1990-01-12', '1991-01-13', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isNearDay(one, other)).toBe(expected);
    expect(isNearDay(other, one)).toBe(expected);
  });
});
