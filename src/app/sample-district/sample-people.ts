import type { Role } from '#features/accounts/rules/roles.ts';

export interface SamplePerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** Code of the union in the sample tree. */
  readonly union: string;
}

/** District, one town and one grassroots union of the sample tree. */
export const DISTRICT = '440118';
export const TOWN = '440118-01';
export const GRASSROOTS = '440118-01-01';

/** One invented person for each role; the names say what they are. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { username: 'quban', name: '样例区经办', role: 'district_officer', union: DISTRICT },
  { username: 'qushenpi', name: '样例区审批', role: 'district_approver', union: DISTRICT },
  { username: 'zhenban', name: '样例镇街经办', role: 'town_officer', union: TOWN },
  { username: 'zhenshen', name: '样例镇街审核', role: 'town_reviewer', union: TOWN },
  { username: 'jiceng', name: '样例基层经办', role: 'grassroots_officer', union: GRASSROOTS },
  { username: 'zhuxi', name: '样例基层主席', role: 'grassroots_chair', union: GRASSROOTS },
  { username: 'zhidan', name: '样例财务制单', role: 'finance_maker', union: DISTRICT },
  { username: 'fuhe', name: '样例财务复核', role: 'finance_reviewer', union: DISTRICT },
  { username: 'caishen', name: '样例财务审批', role: 'finance_approver', union: DISTRICT },
  { username: 'jingshen', name: '样例经审监督', role: 'auditor', union: DISTRICT },
  { username: 'pingjia', name: '样例评价组', role: 'evaluator', union: DISTRICT },
  { username: 'xitong', name: '样例系统管理员', role: 'system_admin', union: DISTRICT },
  { username: 'anquan', name: '样例安全管理员', role: 'security_admin', union: DISTRICT },
  { username: 'shenji', name: '样例审计管理员', role: 'audit_admin', union: DISTRICT },
  { username: 'zhigong', name: '样例职工', role: 'worker', union: GRASSROOTS },
];
