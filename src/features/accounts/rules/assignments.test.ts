import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, day } from '#core/plain-date.ts';

import {
  findScopeRoots,
  holdsPermission,
  isActiveOn,
  listActiveAssignments,
  listPermissions,
  mustUseSecondFactor,
} from './assignments.ts';
import type { RoleAssignment } from './assignments.ts';
import { PERMISSIONS, findGrantingRoles, getPermissionArea } from './permissions.ts';
import { ROLES } from './roles.ts';

const TODAY = day('2026-03-10');

function held(overrides: Partial<RoleAssignment> = {}): RoleAssignment {
  return {
    role: 'district_officer',
    unionId: 1,
    validFrom: day('2026-01-01'),
    validTo: null,
    ...overrides,
  };
}

const anyAssignment: fc.Arbitrary<RoleAssignment> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    unionId: fc.integer({ min: 1, max: 5 }),
    from: fc.integer({ min: -3, max: 3 }),
    days: fc.option(fc.integer({ min: 0, max: 4 })),
  })
  .map(({ role, unionId, from, days }) => {
    const validFrom = addDays(TODAY, from);
    return { role, unionId, validFrom, validTo: days === null ? null : addDays(validFrom, days) };
  });

describe('an assignment', () => {
  test.each([
    ['starts tomorrow', { validFrom: day('2026-03-11') }, false],
    ['starts today', { validFrom: TODAY }, true],
    ['ends today', { validTo: TODAY }, true],
    ['ended yesterday', { validTo: day('2026-03-09') }, false],
    ['has no end', {}, true],
  ])('that %s', (_name, dates, expected) => {
    expect(isActiveOn(held(dates), TODAY)).toBe(expected);
  });
});

describe('scope roots', () => {
  test('are the unions of the roles that grant the permission, each once', () => {
    const assignments = [
      held({ unionId: 7 }),
      held({ unionId: 3, role: 'district_approver' }),
      held({ unionId: 7, role: 'auditor' }),
      held({ unionId: 9, role: 'worker' }),
      held({ unionId: 4, validTo: day('2026-03-09') }),
    ];
    expect(findScopeRoots(assignments, 'evaluations.read', TODAY)).toEqual([3, 7]);
    expect(findScopeRoots(assignments, 'unions.write', TODAY)).toEqual([7]);
    expect(findScopeRoots(assignments, 'accounts.write', TODAY)).toEqual([]);
  });

  test('are empty when the permission is not held, or opens the own rows only', () => {
    fc.assert(
      fc.property(fc.array(anyAssignment), fc.constantFrom(...PERMISSIONS), (all, permission) => {
        const isListed = listPermissions(all, TODAY).includes(permission);
        expect(holdsPermission(all, permission, TODAY)).toBe(isListed);
        const isOwn = getPermissionArea(permission) === 'own';
        expect(findScopeRoots(all, permission, TODAY).length > 0).toBe(isListed && !isOwn);
      }),
    );
  });

  test('never come from a role that does not grant the permission or is not in force', () => {
    fc.assert(
      fc.property(fc.array(anyAssignment), fc.constantFrom(...PERMISSIONS), (all, permission) => {
        for (const root of findScopeRoots(all, permission, TODAY)) {
          const grounds = listActiveAssignments(all, TODAY).filter(
            ({ role, unionId }) => unionId === root && findGrantingRoles(permission).includes(role),
          );
          expect(grounds.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

test('a second factor is asked while an administrator role is in force', () => {
  const [start, end] = [day('2026-03-10'), day('2026-03-12')];
  const assignments = [held(), held({ role: 'audit_admin', validFrom: start, validTo: end })];
  expect(mustUseSecondFactor(assignments, day('2026-03-09'), false)).toBe(false);
  expect(mustUseSecondFactor(assignments, end, false)).toBe(true);
  expect(mustUseSecondFactor(assignments, day('2026-03-13'), false)).toBe(false);
});

test('it is asked of other staff where that is set, and of no worker', () => {
  const today = day('2026-03-10');
  const officer = [held({ role: 'town_officer' })];
  expect(mustUseSecondFactor(officer, today, false)).toBe(false);
  expect(mustUseSecondFactor(officer, today, true)).toBe(true);
  expect(mustUseSecondFactor([held({ role: 'worker' })], today, true)).toBe(false);
});
