/**
 * An exact rational number, always in lowest terms with a positive denominator.
 * Scores and rates are kept as fractions and rounded once, at the printed place.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** @throws RangeError when the denominator is zero: a rate over nothing is the caller's case to name. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('fraction with a zero denominator');
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d * sign);
  return { numerator: (n * sign) / divisor, denominator: (d * sign) / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function sum(values: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function clamp(value: Fraction, low: Fraction, high: Fraction): Fraction {
  if (compare(value, low) < 0) return low;
  return compare(value, high) > 0 ? high : value;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads plain decimal notation such as `87.5` or `-3`; anything else is undefined. */
export function parseDecimal(text: string): Fraction | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const value = fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return sign === '-' ? { numerator: -value.numerator, denominator: value.denominator } : value;
}

/** `parseDecimal` for text known to be a decimal. @throws RangeError otherwise. */
export function decimal(text: string): Fraction {
  const value = parseDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** Rounds half up (away from zero) to `places` decimals: the one rounding rule of scores and rates. */
export function roundHalfUp(value: Fraction, places: number): Fraction {
  const scale = 10n ** BigInt(places);
  const negative = value.numerator < 0n;
  const magnitude = (negative ? -value.numerator : value.numerator) * scale;
  const units = (2n * magnitude + value.denominator) / (2n * value.denominator);
  return fraction(negative ? -units : units, scale);
}

/** Prints with exactly `places` decimals, rounded half up: `4.00`, `0.984444`. */
export function toFixed(value: Fraction, places: number): string {
  const rounded = roundHalfUp(value, places);
  const scale = 10n ** BigInt(places);
  const units = (rounded.numerator * scale) / rounded.denominator;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/** Prints at most `places` decimals without trailing zeros: `98.44`, `87.5`, `90`. */
export function toShort(value: Fraction, places: number): string {
  const fixed = toFixed(value, places);
  return places === 0 ? fixed : fixed.replace(/\.?0+$/, '');
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
