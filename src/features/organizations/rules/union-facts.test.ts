import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isContactPhone, isMaskedPhone, maskPhone } from './contact-phone.ts';
import { isSoundCreditCode } from './credit-code.ts';
import { decideMembership, findUnlikelyCounts } from './judge-membership.ts';

describe('a credit code', () => {
  const GENUINE = '91350100M000100Y43';

  test('is sound when its last sign checks the others', () => {
    expect(isSoundCreditCode(GENUINE)).toBe(true);
    expect(isSoundCreditCode('91350100M000100Y4')).toBe(false);
    expect(isSoundCreditCode('91350100I000100Y43')).toBe(false);
  });

  test('with any one sign changed is not', () => {
    const signs = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), signs, (place, sign) => {
        const changed = GENUINE.slice(0, place) + sign + GENUINE.slice(place + 1);
        expect(isSoundCreditCode(changed)).toBe(changed === GENUINE);
      }),
    );
  });
});

describe('a contact’s phone', () => {
  test.each([
    ['13800138000', true, '138****8000'],
    ['020-82752345', true, '***-****2345'],
    ['020-82752345-801', true, '***-********-801'],
    ['12345', false, ''],
    ['1380013800a', false, ''],
  ])('%s', (phone, isOne, masked) => {
    expect(isContactPhone(phone)).toBe(isOne);
    if (!isOne) return;
    expect(maskPhone(phone)).toBe(masked);
    expect(isMaskedPhone(masked)).toBe(true);
    expect(isMaskedPhone(phone)).toBe(false);
  });
});

describe('counts of members', () => {
  const codes = (memberCount: number, workerCount: number | null, year = 2026) => {
    const decision = decideMembership({ year, memberCount, workerCount }, 2026);
    return decision.ok ? [] : decision.reasons.map(({ code }) => code);
  };

  test('are never more than the workers, nor of a year to come', () => {
    expect(codes(10, 10)).toEqual([]);
    expect(codes(10, null)).toEqual([]);
    expect(codes(10, 9)).toEqual(['union.more_members']);
    expect(codes(10, 10, 2027)).toEqual(['union.year_in_future']);
  });

  test.each<[readonly number[], boolean, readonly string[]]>([
    [[200, 100], true, []],
    [[201, 100], true, ['union.members_jump']],
    [[50, 100], true, []],
    [[49, 100], true, ['union.members_jump']],
    [[20, 5], true, []],
    [[21, 5], true, ['union.members_jump']],
    [[0, 100], true, ['union.no_members']],
    [[0, 100], false, []],
    [[100], true, []],
    [[], true, []],
  ])('%j, newest first', (members, isGrassroots, expected) => {
    const counts = members.map((memberCount, at) => ({
      year: 2026 - at,
      memberCount,
      workerCount: null,
    }));
    expect(findUnlikelyCounts(counts, isGrassroots).map(({ code }) => code)).toEqual(expected);
  });
});
