import { describe, expect, test } from 'vitest';

import {
  PERMISSIONS,
  findGrantingRoles,
  getPermissionArea,
  isPermission,
  isWritePermission,
} from './permissions.ts';
import { ROLES, isAdministrator } from './roles.ts';

const holdings = PERMISSIONS.flatMap((permission) =>
  findGrantingRoles(permission).map((role) => ({ permission, role })),
);

describe('the table of rights', () => {
  test('gives each permission to at least one role, and to none twice', () => {
    for (const permission of PERMISSIONS) {
      const roles = findGrantingRoles(permission);
      expect(roles.length, permission).toBeGreaterThan(0);
      expect(new Set(roles).size, permission).toBe(roles.length);
    }
  });

  test('names permissions with a dot, feature first', () => {
    expect(PERMISSIONS.filter((name) => !/^[a-z_]+\.[a-z_]+$/.test(name))).toEqual([]);
    expect(isPermission('toString')).toBe(false);
  });

  test('lets no administrator near business data', () => {
    const wrong = holdings.filter(
      ({ permission, role }) =>
        isAdministrator(role) && getPermissionArea(permission) === 'business',
    );
    expect(wrong).toEqual([]);
  });

  test('gives no business role a write of administration', () => {
    const wrong = holdings.filter(
      ({ permission, role }) =>
        !isAdministrator(role) &&
        getPermissionArea(permission) === 'administration' &&
        isWritePermission(permission),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps the writes of administration apart: each has one administrator', () => {
    const shared = PERMISSIONS.filter(
      (permission) =>
        getPermissionArea(permission) === 'administration' &&
        isWritePermission(permission) &&
        findGrantingRoles(permission).length !== 1,
    );
    expect(shared).toEqual([]);
  });

  test('lets supervision read all business and change nothing', () => {
    const reads = PERMISSIONS.filter(
      (permission) =>
        getPermissionArea(permission) === 'business' && !isWritePermission(permission),
    );
    expect(
      reads.filter((permission) => !findGrantingRoles(permission).includes('auditor')),
    ).toEqual([]);
    const writes = holdings.filter(
      ({ permission, role }) => role === 'auditor' && isWritePermission(permission),
    );
    expect(writes).toEqual([]);
  });

  test('gives the audit administrator nothing to change', () => {
    const writes = holdings.filter(
      ({ permission, role }) => role === 'audit_admin' && isWritePermission(permission),
    );
    expect(writes).toEqual([]);
  });

  test('gives a worker only what is the own', () => {
    const held = PERMISSIONS.filter((name) => findGrantingRoles(name).includes('worker'));
    expect(held.every((name) => name.endsWith('_own'))).toBe(true);
  });

  test('leaves no role without a permission', () => {
    const idle = ROLES.filter((role) => !holdings.some((holding) => holding.role === role));
    expect(idle).toEqual([]);
  });
});
