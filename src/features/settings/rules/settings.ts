import { z } from 'zod';

/** Groups in the order of the page (参数设置). */
export const SETTING_GROUPS = [
  'password',
  'sign_in',
  'sessions',
  'files',
  'notices',
  'backup',
  'households',
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const SETTING_UNITS = [
  'characters',
  'kinds',
  'times',
  'bits',
  'minutes',
  'hours',
  'days',
  'megabytes',
  'yuan',
  'percent',
  'months',
  'years',
] as const;
export type SettingUnit = (typeof SETTING_UNITS)[number];

/** Every setting with the values it may take; a law's minimum is the lower bound here. */
export const SettingValues = z.object({
  'password.min_length': integer(8, 64),
  'password.min_kinds': integer(2, 4),
  'password.max_age_days': integer(30, 365),
  'password.history_count': integer(1, 24),
  'sign_in.max_failures': integer(3, 10),
  'sign_in.lock_minutes': integer(5, 1440),
  'sign_in.proof_after_failures': integer(1, 10),
  'sign_in.proof_bits': integer(8, 22),
  'sign_in.is_second_factor_for_staff': z.boolean(),
  'sessions.idle_minutes': integer(5, 60),
  'sessions.absolute_hours': integer(1, 24),
  'sessions.is_single': z.boolean(),
  'files.max_megabytes': integer(1, 200),
  'notices.by_mail': z.boolean(),
  'notices.by_robot': z.boolean(),
  'notices.max_attempts': integer(1, 20),
  'notices.first_retry_minutes': integer(1, 120),
  'backup.warn_after_hours': integer(12, 720),
  'households.minimum_living_yuan': integer(0, 20_000),
  'households.minimum_wage_yuan': integer(0, 50_000),
  'households.class_is_strict': z.boolean(),
  'households.relative_percent': integer(100, 500),
  'households.accident_share_percent': integer(1, 200),
  'households.accident_months': integer(1, 60),
  'households.old_borderline_percent': integer(100, 500),
  'households.old_accidental_percent': integer(100, 1000),
  'households.working_age_end_men': integer(50, 75),
  'households.working_age_end_women': integer(50, 75),
  'households.recheck_months': integer(1, 36),
});
export type SettingValues = z.output<typeof SettingValues>;
export type SettingKey = keyof SettingValues;
export type SettingValue = SettingValues[SettingKey];

export interface Setting {
  readonly group: SettingGroup;
  /** Null for a switch. */
  readonly unit: SettingUnit | null;
  /** Version 1, in force until an entry takes its place. */
  readonly builtIn: SettingValue;
  /** What the built-in value rests on. */
  readonly basis: string;
}

const IDENTITY = 'GB/T 22239-2019《网络安全等级保护基本要求》身份鉴别；数值为系统内置';
const FAULTS = 'GB/T 22239-2019《网络安全等级保护基本要求》入侵防范；数值为系统内置';
const BACKUP = 'GB/T 22239-2019《网络安全等级保护基本要求》数据备份恢复；数值为系统内置';
const OUTSIDE = '系统内置：消息经外部服务器传送，是否启用由本单位决定';
const CLASSES = '各地困难职工认定办法的通行标准，以本地认定文件为准';
const OLD_CLASSES = '2016至2019年旧档案的分类标准，以当年文件为准';
const YEARLY_NOTICE = '0表示按系统内置的年度标准；公布新标准后请按文件填写';
const ARCHIVES = '总工办发〔2016〕36号：档案每年至少清理一次';
const OWN = '系统内置';

export const SETTINGS: Readonly<Record<SettingKey, Setting>> = {
  'password.min_length': of('password', 'characters', 10, IDENTITY),
  'password.min_kinds': of('password', 'kinds', 3, IDENTITY),
  'password.max_age_days': of('password', 'days', 90, IDENTITY),
  'password.history_count': of('password', 'times', 5, IDENTITY),
  'sign_in.max_failures': of('sign_in', 'times', 5, IDENTITY),
  'sign_in.lock_minutes': of('sign_in', 'minutes', 30, IDENTITY),
  'sign_in.proof_after_failures': of('sign_in', 'times', 3, FAULTS),
  'sign_in.proof_bits': of('sign_in', 'bits', 16, FAULTS),
  // Off: not everybody has a phone for it. On, nobody who resets a password can act as that person.
  'sign_in.is_second_factor_for_staff': of('sign_in', null, false, IDENTITY),
  'sessions.idle_minutes': of('sessions', 'minutes', 15, IDENTITY),
  'sessions.absolute_hours': of('sessions', 'hours', 8, IDENTITY),
  // Off: staff work at the desk and take the phone along on visits.
  'sessions.is_single': of('sessions', null, false, IDENTITY),
  'files.max_megabytes': of('files', 'megabytes', 20, OWN),
  'notices.by_mail': of('notices', null, false, OUTSIDE),
  'notices.by_robot': of('notices', null, false, OUTSIDE),
  'notices.max_attempts': of('notices', 'times', 8, OWN),
  'notices.first_retry_minutes': of('notices', 'minutes', 1, OWN),
  'backup.warn_after_hours': of('backup', 'hours', 26, BACKUP),
  'households.minimum_living_yuan': of('households', 'yuan', 0, YEARLY_NOTICE),
  'households.minimum_wage_yuan': of('households', 'yuan', 0, YEARLY_NOTICE),
  'households.class_is_strict': of('households', null, true, CLASSES),
  'households.relative_percent': of('households', 'percent', 200, CLASSES),
  'households.accident_share_percent': of('households', 'percent', 80, CLASSES),
  'households.accident_months': of('households', 'months', 12, CLASSES),
  'households.old_borderline_percent': of('households', 'percent', 150, OLD_CLASSES),
  'households.old_accidental_percent': of('households', 'percent', 300, OLD_CLASSES),
  'households.working_age_end_men': of('households', 'years', 60, CLASSES),
  'households.working_age_end_women': of('households', 'years', 55, CLASSES),
  'households.recheck_months': of('households', 'months', 12, ARCHIVES),
};

/**
 * Figures that others publish, often after the day they begin: a notice on file may be entered for days
 * gone by. All else keeps the values that were lived under.
 */
export function followsNotice(key: SettingKey): boolean {
  return SETTINGS[key].group === 'households';
}

// Object.keys gives no better type than string[]; the filter says what is known.
export const SETTING_KEYS: readonly SettingKey[] = Object.keys(SETTINGS).filter(isSettingKey);

export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(SettingValues.shape, text);
}

export type ValueRange =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'switch' };

/** What a form needs to ask for a value. */
export function getValueRange(key: SettingKey): ValueRange {
  const schema = SettingValues.shape[key];
  if (schema instanceof z.ZodBoolean) return { kind: 'switch' };
  return { kind: 'integer', min: schema.minValue ?? 0, max: schema.maxValue ?? 0 };
}

function integer(min: number, max: number): z.ZodNumber {
  return z.int().min(min).max(max);
}

function of(
  group: SettingGroup,
  unit: SettingUnit | null,
  builtIn: SettingValue,
  basis: string,
): Setting {
  return { group, unit, builtIn, basis };
}
