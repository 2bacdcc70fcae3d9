import { toDecision } from '#core/decision.ts';
import type { Decision, ReasonOf } from '#core/decision.ts';
import { addDays } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { RoleAssignment } from './assignments.ts';
import { isAdministrator } from './roles.ts';
import type { Role } from './roles.ts';

export interface RoleEndReasonParams {
  readonly 'roles.end_in_past': { readonly lastDay: PlainDate; readonly earliest: PlainDate };
  readonly 'roles.end_before_start': { readonly lastDay: PlainDate; readonly validFrom: PlainDate };
  readonly 'roles.end_extends': { readonly lastDay: PlainDate; readonly validTo: PlainDate };
  readonly 'roles.last_administrator': { readonly role: Role };
}
export type RoleEndReason = ReasonOf<RoleEndReasonParams>;

export interface RoleEnd {
  readonly assignment: RoleAssignment;
  readonly lastDay: PlainDate;
  /** Persons who hold the same role after that day without this assignment, in the installation. */
  readonly holdersLeft: number;
}

/** Whether an assignment may end on that day; yesterday takes the role away at once. */
export function decideRoleEnd(
  { assignment, lastDay, holdersLeft }: RoleEnd,
  today: PlainDate,
): Decision<RoleEndReason> {
  const { role, validFrom, validTo } = assignment;
  const reasons: RoleEndReason[] = [];
  const earliest = addDays(today, -1);
  // What was done under the role on days gone by stays covered by it.
  if (lastDay < earliest) {
    reasons.push({ code: 'roles.end_in_past', params: { lastDay, earliest } });
  }
  // With the day before its first one it is taken back and never was in force.
  if (lastDay < addDays(validFrom, -1)) {
    reasons.push({ code: 'roles.end_before_start', params: { lastDay, validFrom } });
  }
  // A longer time is a new grant, which is compared with what the person has come to hold since.
  if (validTo !== null && lastDay > validTo) {
    reasons.push({ code: 'roles.end_extends', params: { lastDay, validTo } });
  }
  if (isAdministrator(role) && holdersLeft === 0) {
    reasons.push({ code: 'roles.last_administrator', params: { role } });
  }
  return toDecision(reasons);
}
