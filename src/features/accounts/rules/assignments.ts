import type { PlainDate } from '#core/plain-date.ts';

import { PERMISSIONS, findGrantingRoles, getPermissionArea } from './permissions.ts';
import type { Permission } from './permissions.ts';
import { ROLE_TRAITS } from './roles.ts';
import type { Role } from './roles.ts';

/** A role held for a union and all below it, on the days from `validFrom` to `validTo`, both included. */
export interface RoleAssignment {
  readonly role: Role;
  readonly unionId: number;
  readonly validFrom: PlainDate;
  /** Null while no end is set. */
  readonly validTo: PlainDate | null;
}

export function isActiveOn(assignment: RoleAssignment, today: PlainDate): boolean {
  const { validFrom, validTo } = assignment;
  return validFrom <= today && (validTo === null || today <= validTo);
}

export function listActiveAssignments<Held extends RoleAssignment>(
  assignments: readonly Held[],
  today: PlainDate,
): readonly Held[] {
  return assignments.filter((assignment) => isActiveOn(assignment, today));
}

/** Whether the person holds the permission anywhere, or for the own matters. */
export function holdsPermission(
  assignments: readonly RoleAssignment[],
  permission: Permission,
  today: PlainDate,
): boolean {
  const granting = findGrantingRoles(permission);
  return listActiveAssignments(assignments, today).some(({ role }) => granting.includes(role));
}

/**
 * Unions for which the person holds the permission, each with all below it; none where it is not held,
 * and none where it opens the own rows only.
 */
export function findScopeRoots(
  assignments: readonly RoleAssignment[],
  permission: Permission,
  today: PlainDate,
): readonly number[] {
  if (getPermissionArea(permission) === 'own') return [];
  const granting = findGrantingRoles(permission);
  const held = listActiveAssignments(assignments, today).filter(({ role }) =>
    granting.includes(role),
  );
  return [...new Set(held.map(({ unionId }) => unionId))].toSorted((a, b) => a - b);
}

/** Permissions held anywhere, in the order of the table; what a menu is drawn from. */
export function listPermissions(
  assignments: readonly RoleAssignment[],
  today: PlainDate,
): readonly Permission[] {
  const roles = new Set(listActiveAssignments(assignments, today).map(({ role }) => role));
  return PERMISSIONS.filter((permission) =>
    findGrantingRoles(permission).some((role) => roles.has(role)),
  );
}

/**
 * Whether one of the roles held today asks for a second factor: an administrator's always does, that of
 * other staff where the unit has decided so, a worker's never.
 */
export function mustUseSecondFactor(
  assignments: readonly RoleAssignment[],
  today: PlainDate,
  isAskedOfStaff: boolean,
): boolean {
  return listActiveAssignments(assignments, today).some(
    ({ role }) => ROLE_TRAITS[role].needsSecondFactor || (isAskedOfStaff && role !== 'worker'),
  );
}
