/** Levels of the union tree, from the root down (工会层级). */
export const UNION_LEVELS = ['city', 'district', 'town_or_system', 'grassroots'] as const;
export type UnionLevel = (typeof UNION_LEVELS)[number];

/** Roles a person can hold for a union and all below it; several may be held at once. */
export const ROLES = [
  'worker',
  'grassroots_officer',
  'grassroots_chair',
  'town_officer',
  'town_reviewer',
  'district_officer',
  'district_approver',
  'finance_maker',
  'finance_reviewer',
  'finance_approver',
  'auditor',
  'evaluator',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const;
export type Role = (typeof ROLES)[number];

export interface RoleTraits {
  /** Levels of the unions it may be given at. */
  readonly levels: readonly UnionLevel[];
  /** One of the three administrators (三员): separate persons, blind to business data. */
  readonly isAdministrator: boolean;
  /** Sign-in ends only after a second factor; asked of administrators by GB/T 22239-2019, level 3. */
  readonly needsSecondFactor: boolean;
}

const GRASSROOTS: RoleTraits = staffAt('grassroots');
const TOWN: RoleTraits = staffAt('town_or_system');
const DISTRICT: RoleTraits = staffAt('district');
/** A city with a fund of its own has these as well. */
const FUND_HOLDER: RoleTraits = staffAt('city', 'district');
const ADMINISTRATOR: RoleTraits = {
  levels: ['city', 'district'],
  isAdministrator: true,
  needsSecondFactor: true,
};

export const ROLE_TRAITS = {
  worker: GRASSROOTS,
  grassroots_officer: GRASSROOTS,
  grassroots_chair: GRASSROOTS,
  town_officer: TOWN,
  town_reviewer: TOWN,
  district_officer: DISTRICT,
  district_approver: DISTRICT,
  finance_maker: FUND_HOLDER,
  finance_reviewer: FUND_HOLDER,
  finance_approver: FUND_HOLDER,
  auditor: staffAt('city', 'district', 'town_or_system'),
  evaluator: FUND_HOLDER,
  system_admin: ADMINISTRATOR,
  security_admin: ADMINISTRATOR,
  audit_admin: ADMINISTRATOR,
} as const satisfies Readonly<Record<Role, RoleTraits>>;

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

export function isAdministrator(role: Role): boolean {
  return ROLE_TRAITS[role].isAdministrator;
}

export function canBeGivenAt(role: Role, level: UnionLevel): boolean {
  return ROLE_TRAITS[role].levels.includes(level);
}

function staffAt(...levels: readonly UnionLevel[]): RoleTraits {
  return { levels, isAdministrator: false, needsSecondFactor: false };
}
