import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';

import type { PutUpReasonParams } from './rules/decide-put-up.ts';
import type { NoticeState, NoticeTier } from './rules/public-notice-inputs.ts';

export const NOTICE_TIER_NAMES: Readonly<Record<NoticeTier, string>> = {
  grassroots: '基层公示',
  district: '区级公示',
};

export const NOTICE_STATE_NAMES: Readonly<Record<NoticeState, string>> = {
  hanging: '公示中',
  ended: '已结束',
  cancelled: '已撤销',
};

export const OUTCOME_NAMES = {
  passed: '无异议，已进入下一环节',
  left: '已不予救助、退回或撤回',
  cancelled: '公示已撤销',
} as const;

/** Why cases may not be put up. */
const PUT_UP_TEXTS: ReasonTexts<PutUpReasonParams> = {
  'public_notice.not_waiting': ({ number }) =>
    `申请${number}不在待公示的环节，请刷新列表后重新选择。`,
  'public_notice.no_amount': ({ number }) => `申请${number}没有拟救助金额，请先由审核环节填写。`,
  'public_notice.no_consent': ({ number }) =>
    `申请${number}没有公示同意书，请先请申请人签署并登记。`,
  'public_notice.hangs_already': ({ number }) => `申请${number}已在另一份公示中，请从本次中去掉。`,
  'public_notice.several_unions': ({ names }) =>
    `基层公示一次只能张贴一个工会的申请，所选申请属于${names}。请分开张贴。`,
  'public_notice.too_short': ({ days, required }) =>
    `公示${days}个工作日不符合规定，应为${required}至30个工作日。`,
  'public_notice.starts_in_past': ({ startsOn }) =>
    `张贴日期${startsOn}早于今天，请改为今天或以后。`,
};

const ERRORS: Readonly<Record<string, string>> = {
  'public_notice.unknown': '没有这份公示，或不在您的管辖范围内。请返回列表重新选择。',
  'public_notice.case_unknown':
    '所选申请中有的不存在，或不在您的管辖范围内。请刷新列表后重新选择。',
  'public_notice.no_district': '所选申请不属于您所在的区，请由区总工会张贴区级公示。',
  'public_notice.not_hanging': '这份公示已经结束或撤销，不能再这样办理。请刷新页面查看。',
  'public_notice.entry_unknown': '这份公示中没有这份申请，请从公示名单中选择。',
  'public_notice.received_in_future': '收到异议的日期晚于今天，请改正。',
  'public_notice.received_before': '收到异议的日期早于张贴日期，请核对。',
  'public_notice.objection_unknown': '没有这条异议，请刷新页面后重新选择。',
  'public_notice.answered_already': '这条异议已经答复，不能重复答复。请刷新页面查看。',
};

/** The sentence of a reason or failure of this feature; undefined when the code is none of its own. */
export function findPublicNoticeText(reason: Reason): string | undefined {
  if (Object.hasOwn(ERRORS, reason.code)) return ERRORS[reason.code];
  return findReasonText(PUT_UP_TEXTS, reason);
}

/** Chinese names of what this feature leaves in the audit log. */
export const PUBLIC_NOTICE_ACTION_LABELS: Readonly<Record<string, string>> = {
  'public_notice.put_up': '张贴公示',
  'public_notice.taken_down': '公示到期撤下',
  'public_notice.cancelled': '撤销公示',
  'public_notice.objection_recorded': '登记公示异议',
  'public_notice.objection_answered': '答复公示异议',
  'public_notice.objector_revealed': '查看异议人信息',
  'public_notice.sheet_printed': '打印公示表',
};
