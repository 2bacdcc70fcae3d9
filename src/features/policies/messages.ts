import { findReasonText } from '#core/decision.ts';
import type { Reason } from '#core/decision.ts';
import type { IdentityNumberCause } from '#core/identity-number.ts';
import { formatYuanShort } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import { toChineseDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { NoticeTexts } from '#features/notices/messages.ts';

import type {
  AidFact,
  ReasonCode,
  ReasonOf,
  ReasonParams,
  ReasonSeverity,
} from './rules/aid-decision.ts';
import { POLICY_ACT_TEXTS, POLICY_FAULT_TEXTS } from './rules/policy-reason-texts.ts';
import type { Citation } from './rules/policy-version.ts';
import type { BreachCode, BreachOf, BreachParams, QuarterOfYear } from './rules/rule-breach.ts';

/** A breach in words: the rule it breaks, where the rule stands, and the figures that show it. */
export interface BreachText {
  readonly rule: string;
  readonly citation: string;
  readonly detail: string;
}

type Details<Params> = { readonly [Code in keyof Params]: (params: Params[Code]) => string };

const RULES: Readonly<Record<BreachCode | ReasonCode, string>> = {
  range: '救助金额应在类别标准之内',
  class_unknown: '救助类别应与救助类型一致',
  frequency: '季度救助全年次数不得超过上限',
  adjacent_quarter: '季度救助应间隔一个季度',
  same_event: '同一事件只救助一次',
  person_cap: '慰问金每人每次不突破原则限额',
  household_cap: '慰问金每户全年不突破原则限额',
  household_hard_cap: '慰问金每户全年不得超过最高限额',
  goods_cap: '实物慰问品每户每次不得超过限额',
  paid_before_approval: '先审批后发放',
  overspent_source: '支出不得超过资金来源的可用额',
  identity_number: '公民身份号码应当真实有效',
  not_a_member: '救助对象应为工会会员',
  conditions_not_met: '家庭情况应符合救助类别的条件',
  evidence_missing: '申请应附证明材料',
  fact_missing: '审核所需事实应当齐全',
};

const IDENTITY_CAUSES: Readonly<Record<IdentityNumberCause, string>> = {
  length: '位数不是18位或15位',
  characters: '含有数字以外的字符',
  region: '地区代码不存在',
  birth_date: '出生日期不存在',
  birth_in_future: '出生日期晚于核对日期',
  check_digit: '校验位不符',
};

const BREACH_DETAILS: Details<BreachParams> = {
  range: ({ aidClass, amountFen, minFen, maxFen }) =>
    `${aidClass}类标准为${toRange(minFen, maxFen)}，核准${toYuan(amountFen)}`,
  class_unknown: ({ aidClass, aidType }) => `${aidClass}类不属于${aidType}`,
  frequency: ({ count, max }) => `本年度第${count}次季度救助，上限为${max}次`,
  adjacent_quarter: ({ round, earlier }) =>
    `本次为${toQuarterText(round)}，此前已在${toQuarterText(earlier)}救助，未间隔一个季度`,
  same_event: ({ event, paidBefore }) => `事件${event}已由申请${paidBefore}救助`,
  person_cap: ({ amountFen, limitFen }) =>
    `本次${toYuan(amountFen)}，超过每人每次原则限额${toYuan(limitFen)}`,
  household_cap: ({ totalFen, limitFen }) =>
    `该户本年度累计${toYuan(totalFen)}，超过每户全年原则限额${toYuan(limitFen)}`,
  household_hard_cap: ({ totalFen, limitFen, months, minimumLivingFen }) =>
    `该户本年度累计${toYuan(totalFen)}，超过最高限额${toYuan(limitFen)}` +
    `（${months}个月低保标准，每月${toYuan(minimumLivingFen)}）`,
  goods_cap: ({ totalFen, limitFen }) =>
    `该户本次实物慰问品合计${toYuan(totalFen)}，超过限额${toYuan(limitFen)}`,
  paid_before_approval: ({ paidOn, decidedOn }) =>
    decidedOn === null
      ? '已经发放，但没有区级审批日期'
      : `发放日期为${toDateText(paidOn)}，早于区级审批日期${toDateText(decidedOn)}`,
  overspent_source: ({ source, amountFen, availableFen }) =>
    `${source}支出${toYuan(amountFen)}，可用额为${toYuan(availableFen)}`,
  identity_number: ({ cause }) => `身份证号${IDENTITY_CAUSES[cause]}`,
};

const FACTS: Readonly<Record<AidFact, string>> = {
  aidType: '救助类型',
  aidClass: '救助类别',
  amountFen: '救助金额',
  isMember: '申请人的会员身份',
  meetsConditions: '家庭情况是否符合类别条件的核实结果',
  hasEvidence: '证明材料是否齐全的核对结果',
  round: '本次救助的季度',
  earlierRounds: '申请人以往的季度救助记录',
  event: '事件编号',
  paidForEvent: '该事件以往的救助记录',
  householdYearPaidFen: '该户本年度已发慰问金',
  otherGoodsFen: '该户本次另发的实物慰问品',
  source: '资金来源',
  sourceAvailableFen: '资金来源的可用额',
  minimumLivingFen: '审批日有效的低保标准',
};

const REASON_DETAILS: Details<ReasonParams> = {
  ...BREACH_DETAILS,
  not_a_member: () => '事件发生时申请人不是工会会员',
  conditions_not_met: ({ aidClass }) =>
    aidClass === null ? '经核实不符合救助条件' : `经核实不符合${aidClass}类的条件`,
  evidence_missing: () => '未附规定的证明材料',
  fact_missing: ({ fact }) => `缺少${FACTS[fact]}，补齐后再行审核`,
};

const SEVERITIES: Readonly<Record<ReasonSeverity, string>> = {
  block: '',
  needs_reason: '；须注明特殊原因',
  needs_approval: '；已注明特殊原因，须经区总工会领导审批',
};

/** Soft limits are broken only where nothing lifts them, and the sentence says so. */
const LIFTED_BY_REASON: ReadonlySet<BreachCode> = new Set<BreachCode>([
  'person_cap',
  'household_cap',
]);

/** For the list of violations of a fund-year. */
export function describeBreach<Code extends BreachCode>(breach: BreachOf<Code>): BreachText {
  const { code, citation, params } = breach;
  const excuse = LIFTED_BY_REASON.has(code) ? '，未注明特殊原因' : '';
  const detail = `${BREACH_DETAILS[code](params)}${excuse}`;
  return { rule: RULES[code], citation: toCitationText(citation), detail };
}

/** For the approval form: what stands against an application, and what would lift it. */
export function describeReason<Code extends ReasonCode>(reason: ReasonOf<Code>): BreachText {
  const { code, citation, params, severity } = reason;
  const detail = `${REASON_DETAILS[code](params)}${SEVERITIES[severity]}`;
  return { rule: RULES[code], citation: toCitationText(citation), detail };
}

/** The rule a reason speaks of, without the figures of a case. */
export function reasonRule(code: ReasonCode): string {
  return RULES[code];
}

/** `《…实施办法》关于…的规定` */
export function toCitationText({ document, clause }: Citation): string {
  return `${document}${clause}`;
}

/** Sentences of this feature's failures, by the code of the `AppError`. */
export const POLICY_ERRORS = {
  'policy.none_in_force': '所评价的年度没有有效的救助制度版本，内置制度自2010年1月1日起适用。',
  'policy.unknown': '没有这个救助制度版本，或不在您的管辖范围内。请返回列表重新选择。',
  'policy.test_unknown': '没有这个用例，请刷新后重新选择。',
  'policy.test_name_taken': '本版本已有同名用例，请换一个名称。',
  'policy.changed_meanwhile': '该版本刚被他人修改过。请刷新页面，在最新内容上重新修改。',
  'policy.nothing_changed': '没有任何改动，无须保存。',
  'policy.overlap_meanwhile': '刚有另一版本启用，有效期重叠，本次未启用。请刷新后调整日期。',
  'policy.forwarding_unknown': '没有转发给该工会的记录，或不在您的管辖范围内。请刷新后重新选择。',
  'policy.forward_nobody': '没有选择接收工会，请至少选择一个。',
  'policy.forward_union_unknown':
    '所选工会有的不存在、已撤销或不在您的管辖范围内，请刷新后重新选择。',
  'policy.forward_due_past': '签收期限早于今天，请改为今天或以后。',
  'policy.already_received': '该工会已经签收，无须重复签收。',
  'policy.received_in_future': '签收日期晚于今天，请核对。',
  'policy.received_before_sent': '签收日期早于转发日期，请核对。',
  'policy.nobody_to_remind': '没有需要提醒的工会：都已签收，或今天已经提醒过。',
} as const satisfies Readonly<Record<string, string>>;

const ERRORS: Readonly<Record<string, string>> = POLICY_ERRORS;

/** The sentence of a reason or failure of this feature; undefined when the code is none of its own. */
export function findPolicyText(reason: Reason): string | undefined {
  if (Object.hasOwn(ERRORS, reason.code)) return ERRORS[reason.code];
  const text =
    findReasonText(POLICY_FAULT_TEXTS, reason) ?? findReasonText(POLICY_ACT_TEXTS, reason);
  return text === undefined ? undefined : `${text}。`;
}

/** Chinese names of what this feature leaves in the audit log. */
export const POLICY_ACTION_LABELS: Readonly<Record<string, string>> = {
  'policy.built_in_added': '启用内置救助制度',
  'policy.drafted': '新建救助制度草稿',
  'policy.changed': '修改救助制度草稿',
  'policy.withdrawn': '作废救助制度草稿',
  'policy.activated': '启用救助制度',
  'policy.ended': '截止救助制度',
  'policy.test_added': '添加政策用例',
  'policy.test_changed': '修改政策用例',
  'policy.test_removed': '删除政策用例',
  'policy.forwarded': '转发救助制度',
  'policy.received': '签收救助制度',
  'policy.reminded': '提醒签收救助制度',
  'policy.replay_ordered': '发起政策模拟',
  'policy.replayed': '政策模拟',
};

export const POLICY_NOTICE_TEXTS = {
  'policy.forwarded': ({ title }) => `收到转发的救助制度“${title}”，请打开查看并签收。`,
  'policy.reminded': ({ title }) => `转发的救助制度“${title}”尚未签收，请尽快签收。`,
} satisfies NoticeTexts;

function toYuan(amountFen: Fen): string {
  return `${formatYuanShort(amountFen)}元`;
}

function toRange(minFen: Fen, maxFen: Fen): string {
  if (minFen === maxFen) return toYuan(minFen);
  return `${formatYuanShort(minFen)}至${toYuan(maxFen)}`;
}

function toQuarterText({ year, quarter }: QuarterOfYear): string {
  return `${year}年第${quarter}季度`;
}

function toDateText(date: PlainDate | null): string {
  return date === null ? '空白' : toChineseDate(date);
}
