import { toDecision } from '#core/decision.ts';
import type { Decision, NoParams, ReasonOf } from '#core/decision.ts';
import type { PlainDate } from '#core/plain-date.ts';

import type { RoleAssignment } from './assignments.ts';
import { ROLES, canBeGivenAt, isAdministrator } from './roles.ts';
import type { Role, UnionLevel } from './roles.ts';

// A type, not an interface: only so does it fit the open params of Reason.
type TwoRoles = {
  readonly wanted: Role;
  readonly held: Role;
};

export interface GrantReasonParams {
  readonly 'roles.granted_to_oneself': NoParams;
  readonly 'roles.wrong_level': { readonly role: Role; readonly level: UnionLevel };
  readonly 'roles.starts_in_past': { readonly validFrom: PlainDate; readonly today: PlainDate };
  readonly 'roles.ends_before_start': {
    readonly validFrom: PlainDate;
    readonly validTo: PlainDate;
  };
  readonly 'roles.already_held': { readonly role: Role };
  readonly 'roles.administrators_apart': TwoRoles;
  readonly 'roles.finance_apart': TwoRoles;
  readonly 'roles.supervision_apart': TwoRoles;
  readonly 'roles.evaluation_apart': TwoRoles;
}
export type GrantReason = ReasonOf<GrantReasonParams>;

export interface RoleGrant {
  readonly wanted: RoleAssignment;
  /** Level of the wanted role's union. */
  readonly level: UnionLevel;
  /** What the person holds, held or will hold, at every union: a conflict outside the giver's scope counts. */
  readonly current: readonly RoleAssignment[];
  /** Unions above and below the wanted one, itself included. */
  readonly relatedUnionIds: ReadonlySet<number>;
  readonly accountId: number;
  readonly grantedBy: number;
}

const FINANCE: readonly Role[] = ['finance_maker', 'finance_reviewer', 'finance_approver'];
/** Who prepares, decides or pays a case. */
const ACTING: readonly Role[] = [
  'grassroots_officer',
  'grassroots_chair',
  'town_officer',
  'town_reviewer',
  'district_officer',
  'district_approver',
  ...FINANCE,
];
/** The department that spends the fund, and those who pay for it. */
const SPENDING: readonly Role[] = ['district_officer', 'district_approver', ...FINANCE];

type ApartCode = Extract<keyof GrantReasonParams, `${string}_apart`>;

interface Exclusion {
  readonly code: ApartCode;
  readonly left: readonly Role[];
  readonly right: readonly Role[];
  /** Only where one union stands at, above or below the other; else wherever the roles are held. */
  readonly isWithinLine: boolean;
}

/** No role of the left side beside another one of the right side on one person on one day. */
const EXCLUSIONS: readonly Exclusion[] = [
  {
    // GB/T 22239-2019: three administrators, three persons, none with a hand in the business. An
    // administrator in need applies as a worker with an account of that kind.
    code: 'roles.administrators_apart',
    left: ROLES.filter(isAdministrator),
    right: ROLES,
    isWithinLine: false,
  },
  { code: 'roles.finance_apart', left: FINANCE, right: FINANCE, isWithinLine: true },
  { code: 'roles.supervision_apart', left: ['auditor'], right: ACTING, isWithinLine: false },
  // The evaluator may spend elsewhere: districts evaluate one another.
  { code: 'roles.evaluation_apart', left: ['evaluator'], right: SPENDING, isWithinLine: true },
];

/** Whether a role may be given to a person: right level, sound dates, no two hats that must be apart. */
export function decideRoleGrant(grant: RoleGrant, today: PlainDate): Decision<GrantReason> {
  const atOnce = grant.current.filter((held) => overlap(held, grant.wanted));
  return toDecision([
    ...checkGiver(grant),
    ...checkDates(grant.wanted, today),
    ...checkHeld(grant.wanted, atOnce),
    ...atOnce.flatMap((held) => checkApart(grant, held)),
  ]);
}

function checkGiver({ wanted, level, accountId, grantedBy }: RoleGrant): GrantReason[] {
  const reasons: GrantReason[] = [];
  if (accountId === grantedBy) reasons.push({ code: 'roles.granted_to_oneself', params: {} });
  if (!canBeGivenAt(wanted.role, level)) {
    reasons.push({ code: 'roles.wrong_level', params: { role: wanted.role, level } });
  }
  return reasons;
}

// A role given for days gone by would make what was refused then look allowed.
function checkDates({ validFrom, validTo }: RoleAssignment, today: PlainDate): GrantReason[] {
  const reasons: GrantReason[] = [];
  if (validFrom < today) {
    reasons.push({ code: 'roles.starts_in_past', params: { validFrom, today } });
  }
  if (validTo !== null && validTo < validFrom) {
    reasons.push({ code: 'roles.ends_before_start', params: { validFrom, validTo } });
  }
  return reasons;
}

function checkHeld(wanted: RoleAssignment, atOnce: readonly RoleAssignment[]): GrantReason[] {
  const isHeld = atOnce.some(
    ({ role, unionId }) => role === wanted.role && unionId === wanted.unionId,
  );
  return isHeld ? [{ code: 'roles.already_held', params: { role: wanted.role } }] : [];
}

function checkApart({ wanted, relatedUnionIds }: RoleGrant, held: RoleAssignment): GrantReason[] {
  if (held.role === wanted.role) return [];
  return EXCLUSIONS.filter(
    ({ left, right, isWithinLine }) =>
      (!isWithinLine || relatedUnionIds.has(held.unionId)) &&
      ((left.includes(wanted.role) && right.includes(held.role)) ||
        (left.includes(held.role) && right.includes(wanted.role))),
  ).map(({ code }) => ({ code, params: { wanted: wanted.role, held: held.role } }));
}

function overlap(left: RoleAssignment, right: RoleAssignment): boolean {
  return (
    (left.validTo === null || right.validFrom <= left.validTo) &&
    (right.validTo === null || left.validFrom <= right.validTo)
  );
}
