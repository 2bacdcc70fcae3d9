import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';
import { toChineseDate } from '#core/plain-date.ts';

import type { SettingReasonParams } from './rules/decide-setting-change.ts';
import { SETTINGS, getValueRange } from './rules/settings.ts';
import type { SettingGroup, SettingKey, SettingUnit, SettingValue } from './rules/settings.ts';

export const SETTING_GROUP_NAMES: Readonly<Record<SettingGroup, string>> = {
  password: '密码',
  sign_in: '登录保护',
  sessions: '会话',
  files: '附件',
  notices: '外发通知',
  backup: '备份',
  households: '困难认定',
};

export const SETTING_UNIT_NAMES: Readonly<Record<SettingUnit, string>> = {
  characters: '位',
  kinds: '种',
  times: '次',
  bits: '位',
  minutes: '分钟',
  hours: '小时',
  days: '天',
  megabytes: 'MB',
  yuan: '元',
  percent: '%',
  months: '个月',
  years: '周岁',
};

export const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  'password.min_length': '密码最短长度',
  'password.min_kinds': '密码字符种类（大写、小写、数字、符号）至少',
  'password.max_age_days': '密码有效期',
  'password.history_count': '不得与最近使用过的密码重复',
  'sign_in.max_failures': '连续登录失败多少次后锁定',
  'sign_in.lock_minutes': '锁定时长',
  'sign_in.proof_after_failures': '连续登录失败多少次后需要人机验证',
  'sign_in.proof_bits': '人机验证难度',
  'sessions.idle_minutes': '无操作自动退出',
  'sessions.absolute_hours': '登录后最长使用',
  'sign_in.is_second_factor_for_staff': '工作人员登录须两步验证（管理员始终须要）',
  'sessions.is_single': '同一账号只保留最近一次登录',
  'files.max_megabytes': '单个附件大小上限',
  'notices.by_mail': '消息同时发送到本人邮箱',
  'notices.by_robot': '安全告警同时发到群机器人',
  'notices.max_attempts': '外发通知最多尝试',
  'notices.first_retry_minutes': '外发失败后首次重试间隔',
  'backup.warn_after_hours': '多久未备份时提示',
  'households.minimum_living_yuan': '低保标准（每人每月）',
  'households.minimum_wage_yuan': '最低工资（每月）',
  'households.class_is_strict': '深度困难须低于低保标准（“否”则等于也算）',
  'households.relative_percent': '相对困难的上限，为低保标准的',
  'households.accident_share_percent': '意外致困：自付费用超过家庭年收入的',
  'households.accident_months': '意外致困：事件发生后多久内有效',
  'households.old_borderline_percent': '旧分类低保边缘户的上限，为低保标准的',
  'households.old_accidental_percent': '旧分类意外致困户的上限，为低保标准的',
  'households.working_age_end_men': '男性劳动年龄到',
  'households.working_age_end_women': '女性劳动年龄到',
  'households.recheck_months': '档案复核间隔',
};

const REASONS: ReasonTexts<SettingReasonParams> = {
  'settings.unknown_key': ({ key }) => `没有名为“${key}”的参数`,
  'settings.not_a_switch': ({ key }) => `“${SETTING_NAMES[key]}”只能设为“是”或“否”`,
  'settings.out_of_range': ({ key, min, max }) =>
    `“${SETTING_NAMES[key]}”应为${min}至${max}之间的整数（单位：${toUnitText(key)}）`,
  'settings.starts_in_past': ({ validFrom, today }) =>
    `生效日期${toChineseDate(validFrom)}早于今天（${toChineseDate(today)}），参数只能从今天或以后生效`,
  'settings.document_missing': ({ validFrom }) =>
    `自${toChineseDate(validFrom)}起补登须填写公布该标准的文号`,
  'settings.reason_length': ({ min, max }) => `请填写变更原因，${min}至${max}个字`,
  'settings.document_length': ({ max }) => `文号不超过${max}个字`,
};

/** Undefined when the code is not one of this feature. */
export function findSettingText(reason: Reason): string | undefined {
  return findReasonText(REASONS, reason);
}

/** A value with its unit, as a table shows it: `30分钟`, `是`. */
export function formatSettingValue(key: SettingKey, value: SettingValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return `${value}${toUnitText(key)}`;
}

/** What the form says below the field: `8至64位`. */
export function describeValueRange(key: SettingKey): string {
  const range = getValueRange(key);
  return range.kind === 'switch' ? '是或否' : `${range.min}至${range.max}${toUnitText(key)}`;
}

function toUnitText(key: SettingKey): string {
  const { unit } = SETTINGS[key];
  return unit === null ? '' : SETTING_UNIT_NAMES[unit];
}

/** Chinese names of what this feature leaves in the audit log. */
export const SETTING_ACTION_LABELS: Readonly<Record<string, string>> = {
  'setting.set': '设定参数',
};
