import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { maskPublicName } from './mask-public-name.ts';
import { noticeEnd, requiredDays } from './notice-term.ts';
import { toWorkUnit } from './work-unit.ts';

test.each([
  ['李四', '李*'],
  ['张小三', '张*三'],
  ['欧阳小三', '欧**三'],
  ['阿依古丽·买买提', '阿******提'],
  ['李', '李*'],
  ['𠮷野家', '𠮷*家'],
])('the name %s hangs as %s', (name, masked) => {
  expect(maskPublicName(name)).toBe(masked);
});

test.each([
  ['样例服装有限公司工会', '样例服装有限公司'],
  ['样例服装有限公司工会委员会', '样例服装有限公司'],
  ['样例甲街总工会', '样例甲街总工会'],
])('the unit of %s is %s', (union, unit) => {
  expect(toWorkUnit(union)).toBe(unit);
});

describe('the term', () => {
  test('does not count the day of putting up, and leaves out holidays', () => {
    expect(noticeEnd(day('2026-03-02'), 5)).toBe('2026-03-09');
    expect(noticeEnd(day('2026-09-30'), 3)).toBe('2026-10-10');
  });

  test('is the longest that the versions ask for, within three and thirty days', () => {
    const citation = { document: '样例', clause: '一' };
    const of = (grassrootsDays: number, districtDays: number) => ({
      grassrootsDays,
      districtDays,
      isAfterPaymentForEmergency: true,
      citation,
    });
    expect(requiredDays('grassroots', [of(5, 7), of(4, 9)])).toBe(5);
    expect(requiredDays('district', [of(5, 7), of(4, 9)])).toBe(9);
    expect(requiredDays('district', [of(5, 0)])).toBe(3);
    expect(requiredDays('district', [of(5, 60)])).toBe(30);
  });
});
