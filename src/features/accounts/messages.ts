import type { ErrorParams } from '#core/app-error.ts';
import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';
import { parsePlainDate, toChineseDate } from '#core/plain-date.ts';

import type { RoleEndReasonParams } from './rules/decide-role-end.ts';
import type { GrantReasonParams } from './rules/decide-role-grant.ts';
import type { CaseAct, DutyReasonParams } from './rules/decide-second-act.ts';
import type { PasswordRuleParams } from './rules/judge-password.ts';
import type { Permission } from './rules/permissions.ts';
import { isRole } from './rules/roles.ts';
import type { Role, UnionLevel } from './rules/roles.ts';

export const UNION_LEVEL_NAMES: Readonly<Record<UnionLevel, string>> = {
  city: '市总工会',
  district: '区总工会',
  town_or_system: '镇街或系统工会',
  grassroots: '基层工会',
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  worker: '职工',
  grassroots_officer: '基层经办',
  grassroots_chair: '基层主席',
  town_officer: '镇街经办',
  town_reviewer: '镇街审核',
  district_officer: '区经办',
  district_approver: '区审批',
  finance_maker: '财务制单',
  finance_reviewer: '财务复核',
  finance_approver: '财务审批',
  auditor: '经审监督',
  evaluator: '评价组',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
};

export const PERMISSION_NAMES: Readonly<Record<Permission, string>> = {
  'unions.read': '查看工会组织',
  'unions.write': '维护工会联系人和会员人数',
  'unions.restructure': '新建、调整、撤销工会组织',
  'unions.import': '导入工会组织',
  'unions.export': '导出工会组织',
  'unions.reveal': '查看工会联系电话全文',
  'accounts.read': '查看账号',
  'accounts.write': '新建、停用、重置、解锁账号',
  'accounts.reveal': '查看账号手机号全文',
  'roles.grant': '授予和收回角色',
  'second_factor.reset': '重置他人的两步验证',
  'sessions.revoke_any': '强制他人下线',
  'settings.read': '查看参数设置',
  'settings.write': '变更参数设置',
  'audit.read': '查看审计日志',
  'audit.read_business': '查看审计日志中业务数据的变更前后内容',
  'audit.export': '导出审计日志',
  'audit.verify': '校验审计日志完整性',
  'outbox.read': '查看外发通知',
  'outbox.retry': '重发外发通知',
  'backup.status': '查看备份状态',
  'evaluations.read': '查看绩效评价',
  'evaluations.export': '导出绩效评价',
  'year_records.export': '导出年度工作簿',
  'files.read': '查看附件',
  'files.write': '上传附件',
  'households.read': '查看困难家庭档案',
  'households.write': '建立和更新困难家庭档案',
  'households.merge': '合并困难家庭档案、判定重复',
  'households.import': '导入困难家庭档案',
  'households.export': '导出困难家庭档案',
  'households.reveal': '查看困难家庭敏感信息全文',
  'civil_affairs.read': '查看低保名册',
  'civil_affairs.answer': '登记与名册人员的联系情况',
  'civil_affairs.import': '导入低保名册',
  'civil_affairs.export': '导出低保名册',
  'applications.read': '查看救助申请',
  'applications.file': '为职工代办救助申请',
  'applications.review_grassroots': '基层工会审核救助申请',
  'applications.review_town': '镇街或系统工会审核救助申请',
  'applications.review_district': '区总工会初审救助申请',
  'applications.approve': '审批救助申请、复核',
  'applications.recuse': '登记回避',
  'applications.print': '打印审批表和告知书',
  'applications.export': '导出救助名册和台账',
  'funds.read': '查看资金',
  'funds.write': '登记预算、到位、下拨，提出预算调整',
  'funds.approve': '审批预算调整、冲正资金流水',
  'policies.read': '查看救助制度',
  'policies.write': '起草救助制度',
  'policies.activate': '启用和截止救助制度',
  'policies.forward': '转发救助制度',
  'policies.acknowledge': '签收救助制度',
  'public_notices.read': '查看公示',
  'public_notices.write': '张贴公示、登记和答复异议',
  'workers.read': '查看职工邀请、会员名册和更正请求',
  'workers.invite': '邀请职工注册',
  'workers.import': '导入会员名册',
  'workers.answer': '答复职工更正请求、为职工建档',
  'workers.read_own': '查看本人的申请和资料',
  'workers.write_own': '办理本人的申请',
  'fairness.read': '查看公平分析',
  'fairness.export': '导出公平分析',
  'jobs.read_own': '查看本人的后台任务',
  'notices.read_own': '查看本人的消息',
};

export const CASE_ACT_NAMES: Readonly<Record<CaseAct, string>> = {
  apply: '申请',
  file_on_behalf: '代办申报',
  grassroots_opinion: '基层工会意见',
  town_review: '镇街或系统工会审核',
  district_review: '区总工会审核',
  district_approval: '区总工会审批',
  payment_making: '发放制单',
  payment_review: '发放复核',
  payment_approval: '发放审批',
  audit: '经审监督',
  score: '评价打分',
};

const GRANT_REASONS: ReasonTexts<GrantReasonParams> = {
  'roles.granted_to_oneself': () => '不得给自己授予角色，请由另一名安全管理员办理',
  'roles.wrong_level': ({ role, level }) =>
    `“${ROLE_NAMES[role]}”不能在${UNION_LEVEL_NAMES[level]}授予`,
  'roles.starts_in_past': ({ validFrom, today }) =>
    `起始日期${toChineseDate(validFrom)}早于今天（${toChineseDate(today)}），角色只能从今天或以后生效`,
  'roles.ends_before_start': ({ validFrom, validTo }) =>
    `截止日期${toChineseDate(validTo)}早于起始日期${toChineseDate(validFrom)}`,
  'roles.already_held': ({ role }) => `该账号在同一工会、同一期间已有“${ROLE_NAMES[role]}”角色`,
  'roles.administrators_apart': ({ wanted, held }) =>
    `三员相互独立且不得兼任业务角色：已有“${ROLE_NAMES[held]}”，不能再授予“${ROLE_NAMES[wanted]}”`,
  'roles.finance_apart': ({ wanted, held }) =>
    `财务制单、复核、审批不得由一人兼任：已有“${ROLE_NAMES[held]}”，不能再授予“${ROLE_NAMES[wanted]}”`,
  'roles.supervision_apart': ({ wanted, held }) =>
    `经审监督不得兼任办理、审批、发放：已有“${ROLE_NAMES[held]}”，不能再授予“${ROLE_NAMES[wanted]}”`,
  'roles.evaluation_apart': ({ wanted, held }) =>
    `评价人员不得来自使用资金的部门：已有“${ROLE_NAMES[held]}”，不能再授予“${ROLE_NAMES[wanted]}”`,
};

const ROLE_END_REASONS: ReasonTexts<RoleEndReasonParams> = {
  'roles.end_in_past': ({ earliest }) =>
    `角色最早可截止到${toChineseDate(earliest)}（即刻收回），不能追溯到更早`,
  'roles.end_before_start': ({ lastDay, validFrom }) =>
    `截止日期${toChineseDate(lastDay)}早于起始日期${toChineseDate(validFrom)}`,
  'roles.end_extends': ({ validTo }) =>
    `该角色已定于${toChineseDate(validTo)}截止，只能提前；如需延长，请重新授予`,
  'roles.last_administrator': ({ role }) =>
    `收回后将没有“${ROLE_NAMES[role]}”，请先授予另一人再收回`,
};

const DUTY_REASONS: ReasonTexts<DutyReasonParams> = {
  'duties.own_case': ({ act }) => `不得在本人的申请中办理“${CASE_ACT_NAMES[act]}”`,
  'duties.relative': () => '您是申请人的亲属，须回避本件的审核、审批、发放和评价',
  'duties.two_tiers': ({ act, earlier }) =>
    `同一件不得由一人办理两级：您已办理“${CASE_ACT_NAMES[earlier]}”，不能再办理“${CASE_ACT_NAMES[act]}”`,
  'duties.approves_and_pays': ({ act, earlier }) =>
    `审批与发放不得由一人办理：您已办理“${CASE_ACT_NAMES[earlier]}”，不能再办理“${CASE_ACT_NAMES[act]}”`,
  'duties.payment_chain': ({ act, earlier }) =>
    `制单、复核、审批须由三人办理：您已办理“${CASE_ACT_NAMES[earlier]}”，不能再办理“${CASE_ACT_NAMES[act]}”`,
  'duties.judges_own_work': ({ act, earlier }) =>
    `不得评价、监督本人办理的事项：您已办理“${CASE_ACT_NAMES[earlier]}”，不能再办理“${CASE_ACT_NAMES[act]}”`,
};

const PASSWORD_RULES: ReasonTexts<PasswordRuleParams> = {
  'password.too_short': ({ min }) => `至少${min}位`,
  'password.too_long': ({ max }) => `不超过${max}位`,
  'password.too_few_kinds': ({ min }) => `至少含大写字母、小写字母、数字、符号中的${min}种`,
  'password.has_username': () => '不得含有账号名，正写、倒写都不行',
  'password.is_usual': () => '不得以常见词为主，如admin、password、单位名称的拼音',
  'password.has_sequence': ({ length }) =>
    `不得有${length}位以上的连续或重复字符，如1234、abcd、qwer、8888`,
  'password.was_used': ({ count }) => `不得与最近${count}次用过的密码相同`,
};

/** Sentences for what the server refuses beside the rules. */
const ERRORS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'sign_in.wrong': () => '用户名或密码不正确',
  'sign_in.proof_required': () => '登录失败次数较多，正在进行人机验证，请稍候',
  'sign_in.locked': ({ minutes }) =>
    `登录失败次数过多，账号已锁定，请${minutes}分钟后再试，或联系系统管理员解锁`,
  'sign_in.account_disabled': () => '账号已停用，请联系系统管理员',
  'sign_in.too_busy': () => '同时登录的人过多，请稍候再试',
  'session.not_found': () => '该次登录已经结束',
  'account.unknown': () => '没有这个账号，或不在您的管理范围内',
  'account.union_unknown': () => '没有这个工会，或已撤销，或不在您的管理范围内',
  'account.username_taken': ({ username }) => `用户名“${username}”已被使用，请另取一个`,
  'account.changed_meanwhile': () => '该账号刚被他人修改，请刷新后再改',
  'account.reaches_further': () => '该人员在您管理范围以外担任角色，请由上级工会的管理员办理',
  'account.is_oneself': () => '不得对本人的账号办理此项，请由另一名管理员办理',
  'account.already_disabled': () => '账号已经停用',
  'account.not_disabled': () => '账号没有停用',
  'account.not_locked': () => '账号没有锁定',
  'account.no_password': () => '账号没有密码，只能用统一身份登录',
  'account.password_wrong': () => '当前密码不正确',
  'roles.unknown': () => '没有这项角色，请刷新后再试',
  'second_factor.wrong': () => '动态口令或恢复码不正确，或已用过；请等下一个口令再试',
  'second_factor.not_set_up': () => '没有设置两步验证',
  'second_factor.not_prepared': () => '请先取得二维码，再输入动态口令',
  'second_factor.already_set_up': () => '已设置两步验证；如需更换，请先停用',
  'oidc.not_configured': () => '没有配置统一身份登录，请用用户名和密码登录',
  'oidc.provider_unreachable': () => '统一身份认证暂时连接不上，请用用户名和密码登录',
  'oidc.refused': () => '统一身份认证没有通过，请重新登录',
  'oidc.flow_lost': () => '统一身份登录已超时，或不在同一浏览器中，请重新登录',
  'oidc.not_linked': () =>
    '统一身份没有关联账号：请先用用户名和密码登录，在个人中心关联，或联系系统管理员',
  'oidc.identity_taken': () => '该统一身份已关联另一个账号',
  'oidc.link_of_another_person': () => '关联须由本人在同一次登录中完成，请重新关联',
  'setup.done_already': () => '首次设置已经完成，请登录',
  'setup.code_wrong': () => '设置码不正确，请查看启动服务的窗口',
  'setup.persons_not_three': () => '系统、安全、审计管理员须为三个人，用户名不得相同',
};

/** The sentence of a reason of this feature; undefined when the code is none of its own. */
export function findAccountText(reason: Reason): string | undefined {
  const { code, params } = reason;
  if (Object.hasOwn(ERRORS, code)) return ERRORS[code]?.(params);
  return (
    findReasonText(GRANT_REASONS, reason) ??
    findReasonText(ROLE_END_REASONS, reason) ??
    findReasonText(DUTY_REASONS, reason) ??
    findReasonText(PASSWORD_RULES, reason)
  );
}

/** What a person is told about the own account; by mail too, so nothing in it is secret. */
export const ACCOUNT_NOTICE_TEXTS = {
  'account.locked': ({ minutes }) =>
    `您的账号因连续多次登录失败，已锁定${minutes}分钟。如不是本人操作，请告知系统管理员并修改密码。`,
  'account.identity_linked': () =>
    '系统管理员已将一个统一身份关联到您的账号，凭它可以登录。如不是应您的要求，请在“个人中心”解除关联，并告知安全管理员。',
  'account.password_reset': () =>
    '您的密码已被重置，各处登录已结束。如不是应您的要求，请立即联系系统管理员。',
  'account.second_factor_reset': () =>
    '您的两步验证已被重置，请登录后重新启用。如不是应您的要求，请立即联系安全管理员。',
  'role.granted': (params) =>
    `您被授予${toRoleText(params)}，自${toDayText(params['day'])}起生效。`,
  'role.ended': (params) =>
    `您的${toRoleText(params)}最后一日定为${toDayText(params['day'])}，此后不再有效。`,
  'role.taken_back': (params) => `尚未生效的${toRoleText(params)}已收回。`,
} satisfies Readonly<Record<string, (params: ErrorParams) => string>>;
export type AccountNoticeCode = keyof typeof ACCOUNT_NOTICE_TEXTS;

function toRoleText({ role = '', union = '' }: ErrorParams): string {
  return `“${typeof role === 'string' && isRole(role) ? ROLE_NAMES[role] : role}”角色（${union}）`;
}

function toDayText(text: string | number | undefined): string {
  const day = parsePlainDate(String(text));
  return day === undefined ? '' : toChineseDate(day);
}

/** Chinese names of what this feature leaves in the audit log. */
export const ACCOUNT_ACTION_LABELS: Readonly<Record<string, string>> = {
  'session.signed_in': '登录',
  'session.sign_in_failed': '登录失败',
  'session.second_factor_given': '通过两步验证',
  'session.refused': '两步验证未通过',
  'session.signed_out': '退出登录',
  'session.revoked': '结束登录',
  'account.created': '新建账号',
  'account.changed': '修改账号',
  'account.disabled': '停用账号',
  'account.enabled': '启用账号',
  'account.unlocked': '解锁账号',
  'account.password_changed': '修改密码',
  'account.password_reset': '重置密码',
  'account.phone_revealed': '查看完整手机号',
  'account.second_factor_prepared': '生成两步验证密钥',
  'account.second_factor_set_up': '启用两步验证',
  'account.second_factor_removed': '关闭两步验证',
  'account.second_factor_reset': '重置两步验证',
  'account.recovery_codes_renewed': '换发恢复码',
  'account.identity_linked': '关联统一身份',
  'account.identity_unlinked': '解除统一身份',
  'role.granted': '授予角色',
  'role.ended': '结束角色',
  'installation.set_up': '首次设置',
};
