import type { ViolationCode } from './rules/evaluation.ts';

/** Short names of breaches for lists on the page, in the report and in the workbook of scores. */
export const VIOLATION_TITLES: Readonly<Record<ViolationCode, string>> = {
  range: '金额不在类别标准内',
  frequency: '超过年度次数',
  adjacent_quarter: '相邻季度发放',
  person_cap: '超过每人每次原则限额',
  household_cap: '超过每户每年原则限额',
  household_hard_cap: '突破每户每年最高限额',
  goods_cap: '实物慰问超过限额',
  same_event: '同一事件重复救助',
  paid_before_approval: '先发放后审批',
  overspent_source: '来源超支',
  identity_number: '身份证号未通过校验',
  class_unknown: '类别与救助方式不符',
};

/** Chinese names of what this feature leaves in the audit log. */
export const EVALUATION_ACTION_LABELS: Readonly<Record<string, string>> = {
  'evaluation.file_exported': '查看或下载评价文件',
};
