import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  add,
  compare,
  decimal,
  divide,
  fraction,
  multiply,
  parseDecimal,
  subtract,
  toFixed,
  toShort,
  ZERO,
} from './fraction.ts';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => fraction(n, d));

describe('rounding', () => {
  test.each([
    ['0.005', 2, '0.01'],
    ['0.004999', 2, '0.00'],
    ['1.005', 2, '1.01'],
    ['2.675', 2, '2.68'],
    ['89.995', 2, '90.00'],
    ['-0.005', 2, '-0.01'],
    ['12', 0, '12'],
    ['0.5', 0, '1'],
  ])(
    '%s to %i places is %s: half goes up, where a float would stumble',
    (text, places, expected) => {
      expect(toFixed(decimal(text), places)).toBe(expected);
    },
  );

  test('a third keeps its six printed places', () => {
    expect(toFixed(fraction(2, 3), 6)).toBe('0.666667');
    expect(toFixed(fraction(2658, 2700), 6)).toBe('0.984444');
  });

  test('the short form drops trailing zeros and nothing else', () => {
    expect([
      toShort(decimal('87.50'), 2),
      toShort(decimal('90'), 2),
      toShort(decimal('100'), 0),
    ]).toEqual(['87.5', '90', '100']);
  });
});

describe('arithmetic', () => {
  test('addition and subtraction undo each other, as do multiplication and division', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (compare(b, ZERO) !== 0) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });

  test('decimal text is read back as printed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (units) => {
        const value = fraction(units, 1000);
        expect(parseDecimal(toFixed(value, 3))).toEqual(value);
      }),
    );
  });

  test.each(['', '1e3', '1.', '.5', '1,000', 'NaN', '--1', '１'])(
    '“%s” is no plain decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  test('a zero denominator is refused', () => {
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });
});
