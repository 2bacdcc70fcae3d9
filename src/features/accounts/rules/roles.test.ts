import { expect, test } from 'vitest';

import {
  ROLES,
  ROLE_TRAITS,
  UNION_LEVELS,
  canBeGivenAt,
  isAdministrator,
  isRole,
} from './roles.ts';

test('three roles are administrators, and each of them needs a second factor', () => {
  const administrators = ROLES.filter(isAdministrator);
  expect(administrators).toEqual(['system_admin', 'security_admin', 'audit_admin']);
  expect(administrators.filter((role) => !ROLE_TRAITS[role].needsSecondFactor)).toEqual([]);
});

test('every role can be given at some level, and every level has a role', () => {
  for (const role of ROLES) {
    expect(
      UNION_LEVELS.some((level) => canBeGivenAt(role, level)),
      role,
    ).toBe(true);
  }
  for (const level of UNION_LEVELS) {
    expect(
      ROLES.some((role) => canBeGivenAt(role, level)),
      level,
    ).toBe(true);
  }
});

test('a tier is served by its own roles only', () => {
  expect(canBeGivenAt('town_reviewer', 'town_or_system')).toBe(true);
  expect(canBeGivenAt('town_reviewer', 'grassroots')).toBe(false);
  expect(canBeGivenAt('district_approver', 'town_or_system')).toBe(false);
  expect(canBeGivenAt('worker', 'district')).toBe(false);
});

test('a text is a role only when the list has it', () => {
  expect(isRole('auditor')).toBe(true);
  expect(isRole('constructor')).toBe(false);
});
