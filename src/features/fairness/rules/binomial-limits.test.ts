import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findBinomialLimits } from './binomial-limits.ts';

/** No chance of small numbers is a part of it in whole numbers, so none meets a limit exactly. */
const PRIME = 10_007;

/** Quantiles as R's `qbinom` and SciPy's `binom.ppf` give them: at 0.1 %, 2.5 %, 97.5 % and 99.9 %. */
const KNOWN: readonly (readonly [number, number, number, number, number, number])[] = [
  [10, 0.5, 1, 2, 8, 9],
  [20, 0.1, 0, 0, 5, 7],
  [100, 0.05, 0, 1, 10, 13],
  [365, 1 / 12, 15, 20, 41, 48],
  [1000, 0.003, 0, 0, 7, 10],
  [5000, 0.2, 913, 945, 1056, 1088],
  [100_000, 0.05, 4788, 4865, 5136, 5214],
  [300_000, 0.0001, 15, 20, 41, 48],
  [7, 0.9, 3, 4, 7, 7],
];

describe('limits of a binomial count', () => {
  test.each(KNOWN)('of %i at %f are those of the tables', (trials, share, ...known) => {
    const [outerLow, innerLow, innerHigh, outerHigh] = known;
    expect(findBinomialLimits(trials, share, 0.025)).toEqual({ low: innerLow, high: innerHigh });
    expect(findBinomialLimits(trials, share, 0.001)).toEqual({ low: outerLow, high: outerHigh });
  });

  test('leave no room where nothing or everything must come', () => {
    expect(findBinomialLimits(12, 0, 0.025)).toEqual({ low: 0, high: 0 });
    expect(findBinomialLimits(12, 1, 0.025)).toEqual({ low: 12, high: 12 });
    expect(findBinomialLimits(0, 0.3, 0.025)).toEqual({ low: 0, high: 0 });
  });

  test('are passed by chance no more often than they say, and any narrower ones are, exactly', () => {
    fc.assert(
      fc.property(SMALL, ({ trials, part, whole, tenths }) => {
        const { low, high } = findBinomialLimits(trials, part / whole, tenths / PRIME);
        const chances = exactChances(trials, part, whole);
        const sumOf = (from: number, to: number): bigint =>
          chances.slice(Math.max(from, 0), to + 1).reduce((sum, chance) => sum + chance, 0n);
        const total = sumOf(0, trials);
        const isWithin = (sum: bigint): boolean => sum * BigInt(PRIME) <= total * BigInt(tenths);
        expect(isWithin(sumOf(0, low - 1))).toBe(true);
        expect(isWithin(sumOf(0, low))).toBe(false);
        expect(isWithin(sumOf(high + 1, trials))).toBe(true);
        expect(isWithin(sumOf(high, trials))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('mirror each other, widen with certainty, and hold what is expected', () => {
    fc.assert(
      fc.property(LARGE, ({ trials, share }) => {
        const inner = findBinomialLimits(trials, share, 0.025);
        const outer = findBinomialLimits(trials, share, 0.001);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
        expect(inner.low).toBeLessThanOrEqual(Math.ceil(trials * share));
        expect(inner.high).toBeGreaterThanOrEqual(Math.floor(trials * share));
        const mirrored = findBinomialLimits(trials, 1 - share, 0.025);
        expect(Math.abs(trials - mirrored.high - inner.low)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

const SMALL = fc
  .record({
    trials: fc.integer({ min: 0, max: 60 }),
    whole: fc.integer({ min: 2, max: 500 }),
    tenths: fc.constantFrom(10, 250, 1000),
  })
  .chain((base) =>
    fc.record({ ...constants(base), part: fc.integer({ min: 1, max: base.whole - 1 }) }),
  );
const LARGE = fc.record({
  trials: fc.integer({ min: 0, max: 50_000 }),
  share: fc.double({ min: 0.000_01, max: 0.999_99, noNaN: true }),
});

function constants<Values extends object>(values: Values) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, fc.constant(value)]),
  ) as { [Key in keyof Values]: fc.Arbitrary<Values[Key]> };
}

/** Chances of 0, 1, … as whole numbers with one common denominator. */
function exactChances(trials: number, part: number, whole: number): bigint[] {
  const [hit, miss] = [BigInt(part), BigInt(whole - part)];
  const chances: bigint[] = [];
  let ways = 1n;
  for (let count = 0; count <= trials; count += 1) {
    chances.push(ways * hit ** BigInt(count) * miss ** BigInt(trials - count));
    ways = (ways * BigInt(trials - count)) / BigInt(count + 1);
  }
  return chances;
}
