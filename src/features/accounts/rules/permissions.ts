import type { Role } from './roles.ts';

/**
 * `administration`: running the installation. `business`: the fund and the people it helps, never
 * open to an administrator. `shared`: what both need, namely the union tree and a person's own things.
 * `own`: a worker's own case and data; it opens no union, only rows that belong to the account.
 */
export type PermissionArea = 'administration' | 'business' | 'shared' | 'own';

interface PermissionRule {
  readonly area: PermissionArea;
  /** Changes something that others see; supervision holds none of these. */
  readonly isWrite: boolean;
  readonly roles: readonly Role[];
}

const GRASSROOTS_STAFF = ['grassroots_officer', 'grassroots_chair'] as const;
const TOWN_STAFF = ['town_officer', 'town_reviewer'] as const;
const DISTRICT_STAFF = ['district_officer', 'district_approver'] as const;
const FINANCE = ['finance_maker', 'finance_reviewer', 'finance_approver'] as const;
const ADMINISTRATORS = ['system_admin', 'security_admin', 'audit_admin'] as const;
/** Everybody who works for a union; a worker sees the own case, never a union's list. */
const STAFF = [
  ...GRASSROOTS_STAFF,
  ...TOWN_STAFF,
  ...DISTRICT_STAFF,
  ...FINANCE,
  'auditor',
  'evaluator',
] as const;
const EVERYBODY = ['worker', ...STAFF, ...ADMINISTRATORS] as const;

/**
 * The one table of rights. A feature adds its permissions here, and a route names one of them.
 *
 * The tree: contacts and membership counts are kept by the district's own officer as well
 * (`unions.write`), within the officer's district. Founding, moving and closing unions, and the
 * import that does so in bulk, stay with the system administrator: where a union stands decides who
 * sees its cases, so nobody who sees cases may change it.
 *
 * The log: both audit roles read it. What was written in a business record before and after a change is
 * business data itself, so it takes `audit.read_business` and stays closed to the audit administrator.
 */
const RULES = {
  'unions.read': shared(false, [...STAFF, ...ADMINISTRATORS]),
  'unions.write': shared(true, ['system_admin', 'district_officer']),
  'unions.restructure': administration(true, ['system_admin']),
  'unions.import': administration(true, ['system_admin']),
  'unions.export': shared(false, ['system_admin', ...DISTRICT_STAFF, 'town_officer', 'auditor']),
  /** A contact's phone in full. */
  'unions.reveal': shared(false, ['system_admin', ...DISTRICT_STAFF, ...TOWN_STAFF, 'auditor']),

  'accounts.read': administration(false, [...ADMINISTRATORS, 'auditor']),
  /** Create, change, disable, reset, unlock, link to the provider; what an account may do is given by `roles.grant`. */
  'accounts.write': administration(true, ['system_admin']),
  'accounts.reveal': administration(false, ['system_admin']),
  'roles.grant': administration(true, ['security_admin']),
  /** Not beside `accounts.write`: who could reset both could act as another person. */
  'second_factor.reset': administration(true, ['security_admin']),
  'sessions.revoke_any': administration(true, ['security_admin']),

  'settings.read': administration(false, [...ADMINISTRATORS, 'auditor']),
  'settings.write': administration(true, ['security_admin']),

  'audit.read': administration(false, ['audit_admin', 'auditor']),
  'audit.read_business': business(false, ['auditor']),
  'audit.export': administration(false, ['audit_admin', 'auditor']),
  'audit.verify': administration(false, ['audit_admin', 'auditor']),

  /** State and addressee of messages, not their text, which may speak of a case. */
  'outbox.read': administration(false, ['system_admin']),
  'outbox.retry': administration(true, ['system_admin']),
  'backup.status': administration(false, ['system_admin']),

  'evaluations.read': business(false, [...DISTRICT_STAFF, ...FINANCE, 'auditor', 'evaluator']),
  'evaluations.export': business(false, [...DISTRICT_STAFF, 'auditor', 'evaluator']),
  /** The records of a year as its workbook, with identity numbers: those who evaluate by it. */
  'year_records.export': business(false, [...DISTRICT_STAFF, 'auditor', 'evaluator']),
  'files.read': business(false, STAFF),
  'files.write': business(true, [
    ...GRASSROOTS_STAFF,
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    ...FINANCE,
    'evaluator',
  ]),

  /** The registry: everybody who handles cases sees the files of the own unions, masked. */
  'households.read': business(false, [
    ...GRASSROOTS_STAFF,
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    'auditor',
  ]),
  'households.write': business(true, ['grassroots_officer', 'town_officer', 'district_officer']),
  /** Merging, undoing it, and saying that two rows are one person: the district's officer alone. */
  'households.merge': business(true, ['district_officer']),
  'households.import': business(true, ['town_officer', 'district_officer']),
  'households.export': business(false, ['town_officer', ...DISTRICT_STAFF, 'auditor']),
  'households.reveal': business(false, [
    'grassroots_officer',
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    'auditor',
  ]),

  /** Low-income lists of civil affairs; a town sees those of its own unions. */
  'civil_affairs.read': business(false, ['town_officer', ...DISTRICT_STAFF, 'auditor']),
  'civil_affairs.answer': business(true, ['town_officer', 'district_officer']),
  'civil_affairs.import': business(true, ['district_officer']),
  'civil_affairs.export': business(false, [...DISTRICT_STAFF, 'auditor']),

  /** Applications of the own unions: everybody who handles cases. */
  'applications.read': business(false, [
    ...GRASSROOTS_STAFF,
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    ...FINANCE,
    'auditor',
    'evaluator',
  ]),
  /** Filing for a worker; who files judges at no tier but the first. */
  'applications.file': business(true, ['grassroots_officer', 'town_officer', 'district_officer']),
  'applications.review_grassroots': business(true, [...GRASSROOTS_STAFF]),
  'applications.review_town': business(true, [...TOWN_STAFF]),
  'applications.review_district': business(true, ['district_officer']),
  'applications.approve': business(true, ['district_approver']),
  'applications.recuse': business(true, [...GRASSROOTS_STAFF, ...TOWN_STAFF, ...DISTRICT_STAFF]),

  /** Approval forms and refusal letters of the own unions; who may not see families prints without them. */
  'applications.print': business(false, [
    ...GRASSROOTS_STAFF,
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    ...FINANCE,
    'auditor',
  ]),
  /** Rosters and ledgers: many people on one list. */
  'applications.export': business(false, ['town_officer', ...DISTRICT_STAFF, 'auditor']),

  /** Money: a town sees what it was allocated; budgets are the district's and finance's. */
  'funds.read': business(false, [
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    ...FINANCE,
    'auditor',
    'evaluator',
  ]),
  'funds.write': business(true, ['district_officer', 'finance_maker']),
  /** Adjustments and counter-entries, never of who proposed or recorded them. */
  'funds.approve': business(true, ['district_approver', 'finance_approver']),

  /** The rules by which aid is given are open to all who work with them. */
  'policies.read': business(false, STAFF),
  'policies.write': business(true, ['district_officer']),
  /** Coming into force and ending early; never by whoever last edited the draft. */
  'policies.activate': business(true, ['district_approver']),
  'policies.forward': business(true, ['district_officer']),
  /** That the own union has what was forwarded. */
  'policies.acknowledge': business(true, ['town_officer', 'grassroots_officer']),

  /** Public notices (公示): put up by the tier's own officers; what hangs is masked. */
  'public_notices.read': business(false, [
    ...GRASSROOTS_STAFF,
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    'auditor',
  ]),
  'public_notices.write': business(true, [...GRASSROOTS_STAFF, 'town_officer', 'district_officer']),

  /** Access of workers: invitations, the roster of members (会员名册), forms and corrections handed in. */
  'workers.read': business(false, [
    ...GRASSROOTS_STAFF,
    ...TOWN_STAFF,
    ...DISTRICT_STAFF,
    'auditor',
  ]),
  'workers.invite': business(true, ['grassroots_officer', 'town_officer', 'district_officer']),
  'workers.import': business(true, ['grassroots_officer', 'town_officer', 'district_officer']),
  /** Corrections asked for, and opening a file from what a worker handed in. */
  'workers.answer': business(true, ['grassroots_officer', 'town_officer', 'district_officer']),
  /** The own case and data of whoever asks. */
  'workers.read_own': own(false),
  'workers.write_own': own(true),

  /** Sums of the own unions beside their district (公平分析); no person is named. */
  'fairness.read': business(false, [...TOWN_STAFF, ...DISTRICT_STAFF, 'auditor', 'evaluator']),
  'fairness.export': business(false, ['town_officer', ...DISTRICT_STAFF, 'auditor', 'evaluator']),

  'jobs.read_own': shared(false, EVERYBODY),
  'notices.read_own': shared(false, EVERYBODY),
} as const satisfies Readonly<Record<string, PermissionRule>>;

export type Permission = keyof typeof RULES;

// Object.keys gives no better type than string[]; the filter says what is known.
export const PERMISSIONS: readonly Permission[] = Object.keys(RULES).filter(isPermission);

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(RULES, text);
}

/** Roles that hold the permission, each for its union and all below it. */
export function findGrantingRoles(permission: Permission): readonly Role[] {
  return RULES[permission].roles;
}

export function getPermissionArea(permission: Permission): PermissionArea {
  return RULES[permission].area;
}

export function isWritePermission(permission: Permission): boolean {
  return RULES[permission].isWrite;
}

function administration(isWrite: boolean, roles: readonly Role[]): PermissionRule {
  return { area: 'administration', isWrite, roles };
}

function business(isWrite: boolean, roles: readonly Role[]): PermissionRule {
  return { area: 'business', isWrite, roles };
}

function shared(isWrite: boolean, roles: readonly Role[]): PermissionRule {
  return { area: 'shared', isWrite, roles };
}

function own(isWrite: boolean): PermissionRule {
  return { area: 'own', isWrite, roles: ['worker'] };
}
