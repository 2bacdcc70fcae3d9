import { describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import { CASE_ACT_NAMES, PERMISSION_NAMES, ROLE_NAMES, findAccountText } from './messages.ts';
import { decideRoleEnd } from './rules/decide-role-end.ts';
import { decideRoleGrant } from './rules/decide-role-grant.ts';
import { CASE_ACTS, decideSecondAct } from './rules/decide-second-act.ts';
import { listPasswordRules } from './rules/judge-password.ts';
import { PERMISSIONS } from './rules/permissions.ts';
import { ROLES } from './rules/roles.ts';

const TODAY = day('2026-03-10');
const PASSWORDS = { minLength: 10, minKinds: 3, maxAgeDays: 90, historyCount: 5 };

describe('names', () => {
  test.each([
    ['roles', ROLES.map((role) => ROLE_NAMES[role])],
    ['permissions', PERMISSIONS.map((permission) => PERMISSION_NAMES[permission])],
    ['acts', CASE_ACTS.map((act) => CASE_ACT_NAMES[act])],
  ])('of %s tell them apart', (_what, names) => {
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a refusal', () => {
  test('of a role says which two roles are in each other’s way', () => {
    const dates = { unionId: 1, validFrom: TODAY, validTo: null };
    const decision = decideRoleGrant(
      {
        wanted: { role: 'finance_reviewer', ...dates },
        level: 'town_or_system',
        current: [{ role: 'finance_maker', ...dates }],
        relatedUnionIds: new Set([1]),
        accountId: 5,
        grantedBy: 5,
      },
      TODAY,
    );
    expect(decision.ok ? [] : decision.reasons.map(findAccountText)).toEqual([
      '不得给自己授予角色，请由另一名安全管理员办理',
      '“财务复核”不能在镇街或系统工会授予',
      '财务制单、复核、审批不得由一人兼任：已有“财务制单”，不能再授予“财务复核”',
    ]);
  });

  test('of an end says what to do instead', () => {
    const assignment = {
      role: 'audit_admin',
      unionId: 1,
      validFrom: TODAY,
      validTo: TODAY,
    } as const;
    const end = { assignment, lastDay: day('2026-03-11'), holdersLeft: 0 };
    const decision = decideRoleEnd(end, TODAY);
    expect(decision.ok ? [] : decision.reasons.map(findAccountText)).toEqual([
      '该角色已定于2026年3月10日截止，只能提前；如需延长，请重新授予',
      '收回后将没有“审计管理员”，请先授予另一人再收回',
    ]);
  });

  test('of an act names the earlier one', () => {
    const decision = decideSecondAct({
      earlierActors: [{ accountId: 1, act: 'town_review' }],
      actor: { accountId: 1, isRelative: false },
      act: 'district_approval',
    });
    expect(decision.ok ? [] : decision.reasons.map(findAccountText)).toEqual([
      '同一件不得由一人办理两级：您已办理“镇街或系统工会审核”，不能再办理“区总工会审批”',
    ]);
  });

  test('of another feature is not for this one to tell', () => {
    expect(findAccountText({ code: 'settings.unknown_key', params: {} })).toBeUndefined();
  });
});

test('the rules of a password carry the figures of the day', () => {
  const sentences = listPasswordRules(PASSWORDS).map(findAccountText);
  expect(sentences).toContain('至少10位');
  expect(sentences).toContain('不得与最近5次用过的密码相同');
  expect(new Set(sentences).size).toBe(sentences.length);
});
