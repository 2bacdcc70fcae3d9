import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toFixed } from '#core/fraction.ts';

import { judgeRate, ratePerThousand } from './judge-rate.ts';

/** A district of 12,000 members with 365 applications in a year of 365 days: a month's share each. */
const DISTRICT = { applications: 365, memberDays: 12_000 * 365 };
const ONE_IN_TWELVE = 1000 * 365;

describe('a union beside its district', () => {
  test.each([
    [14, 'far_below'],
    [15, 'below'],
    [19, 'below'],
    [20, 'usual'],
    [41, 'usual'],
    [42, 'above'],
    [48, 'above'],
    [49, 'far_above'],
  ] as const)(
    'with a twelfth of the members and %i applications is %s',
    (applications, verdict) => {
      const judgement = judgeRate({ applications, memberDays: ONE_IN_TWELVE }, DISTRICT);
      expect(judgement).toMatchObject({
        verdict,
        limits: { outerLow: 15, innerLow: 20, innerHigh: 41, outerHigh: 48 },
      });
      expect(judgement.expected).toEqual({ numerator: 365n, denominator: 12n });
    },
  );

  test('is not accused by chance when it is small', () => {
    const small = { applications: 0, memberDays: 60 * 365 };
    expect(judgeRate(small, DISTRICT).verdict).toBe('usual');
  });

  test('is not compared without members, without others, or where nobody applied', () => {
    const nobody = { applications: 3, memberDays: 0 };
    expect(judgeRate(nobody, DISTRICT).verdict).toBe('no_members');
    expect(judgeRate(DISTRICT, DISTRICT).verdict).toBe('nothing_to_compare');
    const own = { applications: 0, memberDays: 10 };
    expect(judgeRate(own, { applications: 0, memberDays: 90 }).verdict).toBe('nothing_to_compare');
  });

  test('is judged the worse, the fewer it has, whatever its size', () => {
    const order = ['far_below', 'below', 'usual', 'above', 'far_above'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.nat(2000),
        (applications, part, count) => {
          const district = { applications, memberDays: 10_000 };
          const rank = (own: number): number =>
            order.indexOf(judgeRate({ applications: own, memberDays: part }, district).verdict);
          expect(rank(count)).toBeLessThanOrEqual(rank(count + 1));
          const expected = Math.round((applications * part) / 10_000);
          expect(rank(expected)).toBe(order.indexOf('usual'));
        },
      ),
    );
  });
});

describe('the rate', () => {
  test('counts a member for the days the union was there', () => {
    // 200 members the whole year, 100 of another union for half of it.
    const memberDays = 200 * 365 + 100 * 182;
    const rate = ratePerThousand({ applications: 5, memberDays }, 365);
    expect(rate === null ? null : toFixed(rate, 2)).toBe('20.01');
    expect(ratePerThousand({ applications: 5, memberDays: 0 }, 365)).toBeNull();
  });
});
