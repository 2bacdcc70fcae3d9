import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';

import type { FundReasonParams } from './rules/choose-source.ts';
import type { AdjustmentState, EntryKind, SourceKind } from './rules/fund-words.ts';

export const SOURCE_KIND_NAMES: Readonly<Record<SourceKind, string>> = {
  fiscal: '财政预算资金',
  union: '工会经费',
  higher_level: '上级补助',
  donation: '社会捐助',
  other: '其他',
};

export const ENTRY_KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  initial: '年初预算',
  adjusted: '预算调整',
  received: '到位',
  carried_in: '结转转入',
  carried_out: '结转转出',
  allocated_in: '下拨转入',
  allocated_out: '下拨转出',
  returned: '上缴收回',
  reserved: '审批预留',
  released: '释放预留',
  committed: '编入批次',
  uncommitted: '退出批次',
  spent: '支出',
  recovered: '追回',
};

export const ADJUSTMENT_STATE_NAMES: Readonly<Record<AdjustmentState, string>> = {
  proposed: '待审批',
  approved: '已批准',
  rejected: '未批准',
};

/** Why no source pays for a case. */
const REASON_TEXTS: ReasonTexts<FundReasonParams> = {
  'fund.no_source': ({ year }) =>
    `${year}年没有可用于本申请的资金来源。请先在“资金管理”登记该年度的资金来源和预算，或放宽来源的使用范围。`,
  'fund.no_room': ({ name, room, need }) =>
    `${name}可用额度只有${room}元，本次需要${need}元。请改选其他来源，或先调整预算。`,
  'fund.unfit_source': ({ name }) =>
    `${name}不能用于本申请：来源限定了档案层级或救助类型。请改选其他来源。`,
};

/** Sentences of this feature's failures, by the code of the `AppError`. */
const ERRORS: Readonly<Record<string, string>> = {
  'fund.past_budget':
    '资金来源的可用额度不足，未保存。请刷新后查看可用额度，改选其他来源，或先调整预算。',
  'fund.past_receipts':
    '资金来源的账上余额不足：已到位资金少于要付出的金额，未保存。请先登记资金到位。',
  'fund.below_zero': '这样会使资金来源的预算或到位金额小于零，未保存。请核对金额。',
  'fund.reserved_already': '申请已经预留过资金，不能重复预留。请刷新后查看。',
  'fund.other_source': '申请的资金已预留在另一个来源，不能从别的来源支付。请先释放原来的预留。',
  'fund.moved_meanwhile':
    '申请的资金已被他人办理（预留、批次或支付有变化），未保存。请刷新后重新操作。',
  'fund.unfit_for_case':
    '资金来源不能用于这份申请：年度、档案层级或救助类型不符，未保存。请改选其他来源。',
  'fund.source_unknown': '没有这个资金来源，或不在您的管辖范围内。请刷新后重新选择。',
  'fund.between_kinds':
    '财政资金、工会经费等不同来源之间不能互相调剂、抵销。请按来源分别办理，各用各的文件。',
  'fund.own_adjustment': '预算调整须由提出人以外的人审批。请由另一人办理。',
  'fund.adjustment_decided': '这项预算调整已经审批过，或内容不符，未记账。请刷新后查看。',
  'fund.not_correctable': '这条流水不能这样冲正。请刷新后重新选择。',
  'fund.corrected_already': '这条流水已经冲正过。请刷新后查看。',
  'fund.year_exists': '该工会这一年度的资金已经建立。请在年度列表中打开。',
  'fund.year_unknown': '没有这个资金年度，或不在您的管辖范围内。请返回资金管理重新选择。',
  'fund.union_unknown': '没有这个工会，或不在您的管辖范围内。请重新选择工会。',
  'fund.entry_unknown': '没有这条资金流水，或不在您的管辖范围内。请刷新后重新选择。',
  'fund.adjustment_unknown': '没有这项预算调整，或不在您的管辖范围内。请刷新后重新选择。',
  'fund.changed_meanwhile': '内容刚被他人修改过，未保存。请刷新页面后再修改。',
  'fund.day_in_future': '日期晚于今天，请改正。',
  'fund.source_twice': '同一资金来源在调整表中出现两次，请合并为一行。',
  'fund.own_entry': '冲正须由登记人以外的人办理。请由另一人办理。',
  'fund.wrong_way':
    '下拨只能由上级工会拨给下级工会的同年度来源；结转只能转入本工会以后年度的来源。请重新选择来源。',
  'fund.source_exists': '本年度已有同名的资金来源。请换一个名称。',
};

/** The sentence of a reason or failure of this feature; undefined when the code is none of its own. */
export function findFundText(reason: Reason): string | undefined {
  if (Object.hasOwn(ERRORS, reason.code)) return ERRORS[reason.code];
  return findReasonText(REASON_TEXTS, reason);
}

/** Chinese names of what this feature leaves in the audit log. */
export const FUND_ACTION_LABELS: Readonly<Record<string, string>> = {
  'fund.year_opened': '建立资金年度',
  'fund.year_planned': '修改资金计划和下年预算',
  'fund.source_added': '登记资金来源',
  'fund.source_changed': '修改资金来源',
  'fund.entry_recorded': '登记资金流水',
  'fund.transferred': '下拨或结转资金',
  'fund.entry_taken_back': '冲正资金流水',
  'fund.adjustment_proposed': '提出预算调整',
  'fund.adjustment_decided': '审批预算调整',
};
