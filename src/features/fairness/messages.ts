import type { NoticeTexts } from '#features/notices/messages.ts';

import type { Silence } from './rules/decide-silence.ts';
import { TWELVE_MONTHS } from './rules/fairness-periods.ts';
import type { FairnessOverview, UnionRate } from './rules/fairness-views.ts';
import type { RateVerdict } from './rules/judge-rate.ts';

export const VERDICT_NAMES: Readonly<Record<RateVerdict, string>> = {
  far_below: '明显偏少',
  below: '偏少',
  usual: '正常',
  above: '偏多',
  far_above: '明显偏多',
  no_members: '无会员数',
  nothing_to_compare: '不比较',
};

export const SILENCE_NAMES: Readonly<Record<Silence, string>> = {
  silent: '两季无申请',
  heard: '有申请',
  closed: '已撤销',
  too_new: '成立未满两季',
  records_too_new: '记录未满两季',
};

/** What the figures of a union mean, in plain words. */
export function verdictText(row: UnionRate): string {
  const { verdict, expected, limits, comparedCount } = row;
  if (expected === null || limits === null) return ADVICE[verdict];
  const range = `按全区水平约有${expected}份，${limits.innerLow}至${limits.innerHigh}份都属正常波动，实有${comparedCount}份。`;
  return range + ADVICE[verdict];
}

const ADVICE: Readonly<Record<RateVerdict, string>> = {
  far_below: '偶然这样少的可能不到千分之一，请了解职工是否不知道政策或申请不便。',
  below: '偶然这样少的可能不到四十分之一，请留意。',
  usual: '',
  above: '偶然这样多的可能不到四十分之一，请留意。',
  far_above: '偶然这样多的可能不到千分之一，请了解是否困难职工集中，或把关尺度不一。',
  no_members: '没有登记会员数，不能比较。请先在“工会组织”登记。',
  nothing_to_compare: '没有可比较的其他工会或申请。',
};

/** Of what a row leaves out; empty when nothing. */
export function leftOutText({ applicationCount, comparedCount }: UnionRate): string {
  const count = applicationCount - comparedCount;
  return count === 0 ? '' : `另有${count}份来自未登记会员数的工会，未计入比较。`;
}

/** `2025年第3季度和第4季度` */
export function quartersText(quarters: FairnessOverview['quarters']): string {
  const [first, second] = quarters;
  const later = second.year === first.year ? '' : `${second.year}年`;
  return `${first.year}年第${first.quarter}季度和${later}第${second.quarter}季度`;
}

/** `近12个月`, `2026年`, `2026年第3季度` */
export function periodText(code: string): string {
  if (code === TWELVE_MONTHS) return '近12个月';
  const [year, quarter] = code.split('Q');
  return quarter === undefined ? `${year}年` : `${year}年第${quarter}季度`;
}

export const FAIRNESS_ERRORS = {
  'fairness.union_unknown': '没有这个工会，或不在您的管辖范围内。请返回上一级重新选择。',
  'fairness.period_ahead': '所选期间还没有开始，请选择已经开始的期间。',
} as const;

/** Chinese names of what this feature leaves in the audit log. */
export const FAIRNESS_ACTION_LABELS: Readonly<Record<string, string>> = {
  'fairness.exported': '导出公平分析',
  'fairness.silence_told': '提醒两季无申请的镇街',
};

export const FAIRNESS_NOTICE_TEXTS = {
  'fairness.silent_unions': ({ quarters, count, names }) =>
    `${quarters}，${count}个镇街或系统工会没有一份救助申请：${names}。请了解职工是否不知道政策或申请不便。`,
} satisfies NoticeTexts;
