import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { decideRoleEnd } from './decide-role-end.ts';
import type { RoleEnd } from './decide-role-end.ts';

const TODAY = day('2026-03-10');

function codesOf(overrides: {
  readonly lastDay?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly role?: RoleEnd['assignment']['role'];
  readonly holdersLeft?: number;
}): readonly string[] {
  const {
    lastDay = '2026-03-10',
    validFrom = '2026-01-01',
    validTo,
    role,
    holdersLeft,
  } = overrides;
  const end: RoleEnd = {
    assignment: {
      role: role ?? 'town_reviewer',
      unionId: 1,
      validFrom: day(validFrom),
      validTo: validTo === undefined ? null : day(validTo),
    },
    lastDay: day(lastDay),
    holdersLeft: holdersLeft ?? 0,
  };
  const decision = decideRoleEnd(end, TODAY);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
}

describe('the end of a role', () => {
  test('may be yesterday, so that it is gone at once, but no earlier', () => {
    expect(codesOf({ lastDay: '2026-03-09' })).toEqual([]);
    expect(codesOf({ lastDay: '2026-03-08' })).toEqual(['roles.end_in_past']);
  });

  test('is not before its first day, but for the day before it, which takes it back', () => {
    expect(codesOf({ validFrom: '2026-03-20', lastDay: '2026-03-18' })).toEqual([
      'roles.end_before_start',
    ]);
    expect(codesOf({ validFrom: '2026-03-20', lastDay: '2026-03-19' })).toEqual([]);
  });

  test('may come earlier than set, never later: that is a new grant', () => {
    expect(codesOf({ validTo: '2026-03-20', lastDay: '2026-03-15' })).toEqual([]);
    expect(codesOf({ validTo: '2026-03-20', lastDay: '2026-03-21' })).toEqual([
      'roles.end_extends',
    ]);
  });

  test('never leaves the house without one of its administrators', () => {
    expect(codesOf({ role: 'security_admin', holdersLeft: 0 })).toEqual([
      'roles.last_administrator',
    ]);
    expect(codesOf({ role: 'security_admin', holdersLeft: 1 })).toEqual([]);
    expect(codesOf({ role: 'district_approver', holdersLeft: 0 })).toEqual([]);
  });
});
