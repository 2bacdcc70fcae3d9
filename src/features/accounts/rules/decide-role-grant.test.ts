import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDays, day } from '#core/plain-date.ts';

import type { RoleAssignment } from './assignments.ts';
import { decideRoleGrant } from './decide-role-grant.ts';
import type { RoleGrant } from './decide-role-grant.ts';
import { ROLES, ROLE_TRAITS, isAdministrator } from './roles.ts';
import type { Role } from './roles.ts';

const TODAY = day('2026-03-10');
const DISTRICT = 10;
const OTHER_DISTRICT = 20;

function holding(role: Role, overrides: Partial<RoleAssignment> = {}): RoleAssignment {
  return { role, unionId: DISTRICT, validFrom: TODAY, validTo: null, ...overrides };
}

function codesOf(role: Role, overrides: Partial<RoleGrant> = {}): readonly string[] {
  const grant: RoleGrant = {
    wanted: holding(role),
    level: ROLE_TRAITS[role].levels[0] ?? 'district',
    current: [],
    relatedUnionIds: new Set([1, DISTRICT]),
    accountId: 5,
    grantedBy: 6,
    ...overrides,
  };
  const decision = decideRoleGrant(grant, TODAY);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
}

test.each(ROLES)('%s is given to a person without other roles', (role) => {
  expect(codesOf(role)).toEqual([]);
});

test('nobody gives a role to himself', () => {
  expect(codesOf('worker', { grantedBy: 5 })).toEqual(['roles.granted_to_oneself']);
});

test('a role is given at the levels it serves', () => {
  expect(codesOf('town_reviewer', { level: 'grassroots' })).toEqual(['roles.wrong_level']);
});

test('a role starts today or later, and ends on its first day at the earliest', () => {
  const starting = (validFrom: RoleAssignment['validFrom'], validTo: RoleAssignment['validTo']) =>
    codesOf('worker', { wanted: holding('worker', { validFrom, validTo }) });
  expect(starting(TODAY, TODAY)).toEqual([]);
  expect(starting(addDays(TODAY, -1), null)).toEqual(['roles.starts_in_past']);
  expect(starting(TODAY, addDays(TODAY, -1))).toEqual(['roles.ends_before_start']);
});

test('what is held for the same union and days is not given again', () => {
  const endsToday = holding('evaluator', { validFrom: day('2026-01-01'), validTo: TODAY });
  expect(codesOf('evaluator', { current: [endsToday] })).toEqual(['roles.already_held']);
  const wanted = holding('evaluator', { validFrom: addDays(TODAY, 1) });
  expect(codesOf('evaluator', { current: [endsToday], wanted })).toEqual([]);
  const elsewhere = holding('evaluator', { unionId: OTHER_DISTRICT });
  expect(codesOf('evaluator', { current: [elsewhere] })).toEqual([]);
});

describe('hats that must be apart', () => {
  test('an administrator holds no other role, wherever it is', () => {
    for (const admin of ROLES.filter(isAdministrator)) {
      for (const role of ROLES.filter((one) => one !== admin)) {
        const current = [holding(admin, { unionId: OTHER_DISTRICT })];
        expect(codesOf(role, { current }), `${role} beside ${admin}`).toContain(
          'roles.administrators_apart',
        );
      }
    }
  });

  test.each<[Role, Role, string, string[]]>([
    ['finance_maker', 'finance_reviewer', 'the same line', ['roles.finance_apart']],
    ['finance_maker', 'finance_approver', 'the same line', ['roles.finance_apart']],
    ['finance_reviewer', 'finance_approver', 'the same line', ['roles.finance_apart']],
    ['finance_maker', 'finance_reviewer', 'another line', []],
    ['auditor', 'district_officer', 'the same line', ['roles.supervision_apart']],
    ['auditor', 'grassroots_chair', 'another line', ['roles.supervision_apart']],
    ['auditor', 'finance_approver', 'another line', ['roles.supervision_apart']],
    ['auditor', 'evaluator', 'the same line', []],
    ['evaluator', 'district_approver', 'the same line', ['roles.evaluation_apart']],
    ['evaluator', 'finance_maker', 'the same line', ['roles.evaluation_apart']],
    ['evaluator', 'district_officer', 'another line', []],
    ['evaluator', 'town_reviewer', 'the same line', []],
    ['town_officer', 'town_reviewer', 'the same line', []],
    ['worker', 'grassroots_chair', 'the same line', []],
  ])('%s and %s in %s', (left, right, line, expected) => {
    const unionId = line === 'the same line' ? DISTRICT : OTHER_DISTRICT;
    expect(codesOf(left, { current: [holding(right, { unionId })] })).toEqual(expected);
    expect(codesOf(right, { current: [holding(left, { unionId })] })).toEqual(expected);
  });

  test('may follow one another', () => {
    const current = [holding('finance_maker', { validTo: addDays(TODAY, 9) })];
    const next = holding('finance_reviewer', { validFrom: addDays(TODAY, 10) });
    expect(codesOf('finance_reviewer', { current, wanted: next })).toEqual([]);
    const tooEarly = holding('finance_reviewer', { validFrom: addDays(TODAY, 9) });
    expect(codesOf('finance_reviewer', { current, wanted: tooEarly })).toEqual([
      'roles.finance_apart',
    ]);
  });

  test('are told whichever of the two comes first', () => {
    const role = fc.constantFrom(...ROLES);
    fc.assert(
      fc.property(role, role, (left, right) => {
        expect(codesOf(left, { current: [holding(right)] })).toEqual(
          codesOf(right, { current: [holding(left)] }),
        );
      }),
    );
  });
});
