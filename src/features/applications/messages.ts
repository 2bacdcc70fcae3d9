import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';
import type { NoticeTexts } from '#features/notices/messages.ts';

import type { ActReasonParams } from './rules/act-reasons.ts';
import type { EVENT_KINDS } from './rules/application-inputs.ts';
import type { ApplicationFilter, ConsentKind, Light } from './rules/application-inputs.ts';
import type { ApplicationRow } from './rules/application-views.ts';
import type { ApplicationState, TierAtWork } from './rules/states.ts';
import type { Action } from './rules/transitions.ts';

export const STATE_NAMES: Readonly<Record<ApplicationState, string>> = {
  draft: '草稿',
  submitted: '已提交',
  supplementing: '补正中',
  grassroots_review: '基层审核',
  home_visit: '入户核查',
  grassroots_notice: '基层公示',
  town_review: '镇街审核',
  district_review: '区级初审',
  economic_check: '核对中',
  district_notice: '区级公示',
  district_approval: '区级审批',
  awaiting_payment: '待发放',
  paying: '发放中',
  paid: '已发放',
  payment_failed: '发放失败',
  archived: '已归档',
  returned: '退回',
  refused: '不予救助',
  withdrawn: '撤回',
  reexamination: '复核中',
};

export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  submit: '提交',
  accept: '受理',
  ask_supplement: '要求补正',
  answer_supplement: '提交补正材料',
  start_visit: '安排入户',
  record_visit: '登记入户结果',
  start_check: '发起经济状况核对',
  record_check: '登记核对结果',
  pass_grassroots: '基层通过',
  end_grassroots_notice: '基层公示结束',
  pass_town: '镇街（系统）通过',
  pass_district: '区级初审通过',
  end_district_notice: '区级公示结束',
  approve: '审批通过',
  send_back: '退回上一级',
  return_to_applicant: '退回申请人',
  refuse: '不予救助',
  withdraw: '撤回申请',
  take_over: '逾期接办',
  request_reexamination: '申请复核',
  uphold: '维持原决定',
  overturn: '撤销原决定，重新审核',
};

export const TIER_NAMES: Readonly<Record<TierAtWork, string>> = {
  grassroots: '基层工会',
  town: '镇街或系统工会',
  district: '区总工会',
};

export const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  green: '期限充裕',
  yellow: '临近期限',
  red: '已超期',
};

export const CONSENT_NAMES: Readonly<Record<ConsentKind, string>> = {
  personal_information: '个人信息处理同意书',
  economic_check: '家庭经济状况核对授权书',
  publication: '公示同意书',
};

export const EVENT_KIND_NAMES: Readonly<Record<(typeof EVENT_KINDS)[number], string>> = {
  disaster: '灾害',
  accident: '意外事故',
  bravery: '见义勇为',
  sudden_illness: '突发重病',
  other: '其他',
};

/** Whether a paper follows its list, and why not. */
export const APPENDED_TEXTS = {
  appended: '附后',
  cut: '附前几页，其余因篇幅未附',
  too_much: '因篇幅未附',
  other_kind: '不是图片或PDF，未附',
  unreadable: '加密或损坏，未附',
  missing: '原件缺失，未附',
} as const;

/** `1.2 MB` */
export function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.max(1, Math.round(kilobytes))} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}

interface Remarkable {
  readonly isOnBehalf: boolean;
  readonly isDirect: boolean;
  readonly hasOverride: boolean;
  readonly isSample: boolean;
  /** Asked for or proposed, while nothing is decided. */
  readonly undecidedYuan?: string | null;
}

/** What a form or a list should tell beside the case; null when there is nothing. */
export function remarkOf(one: Remarkable): string | null {
  const { undecidedYuan = null } = one;
  const marks = [
    one.isOnBehalf ? '工会代办' : null,
    one.isDirect ? '上级工会直接受理' : null,
    one.hasOverride ? '特批' : null,
    undecidedYuan === null ? null : `拟救助${undecidedYuan}元`,
    one.isSample ? '样例数据' : null,
  ].filter((mark) => mark !== null);
  return marks.length === 0 ? null : marks.join('、');
}

export const LIST_VIEW_NAMES: Readonly<Record<ApplicationFilter['view'], string>> = {
  todo: '待办',
  open: '在办',
  done: '办结',
  all: '全部',
};

/** The conditions of a list, as its print and its export tell them. */
export function filterText(filter: ApplicationFilter, unionName: string | undefined): string {
  const { view, state, aidType, light, appliedFrom, appliedTo, search = '' } = filter;
  const days = appliedFrom !== undefined || appliedTo !== undefined;
  const parts = [
    LIST_VIEW_NAMES[view],
    unionName === undefined ? undefined : `${unionName}及下级`,
    state === undefined ? undefined : STATE_NAMES[state],
    aidType,
    light === undefined ? undefined : LIGHT_NAMES[light],
    days ? `申请日期${appliedFrom ?? '最早'}至${appliedTo ?? '今天'}` : undefined,
    search === '' ? undefined : `姓名或申请编号以“${search}”开头`,
    filter.householdId === undefined ? undefined : '同一户',
  ];
  return parts.filter((part) => part !== undefined).join('，');
}

/** `2026年第1季度` */
export function roundText({ year, quarter }: NonNullable<ApplicationRow['round']>): string {
  return `${year}年第${quarter}季度`;
}

/** Why an act may not be done, in words for the page and the problem list. */
export const ACT_REASON_TEXTS: ReasonTexts<ActReasonParams> = {
  'application.wrong_state': ({ state, action }) =>
    `申请现为“${nameOf(STATE_NAMES, state)}”，不能“${nameOf(ACTION_NAMES, action)}”。请刷新页面查看最新状态。`,
  'application.not_your_tier': ({ tier }) =>
    `本环节由${nameOf(TIER_NAMES, tier)}办理，您的职务不在这一级。`,
  'application.not_overdue': ({ dueOn }) => `本级办理期限到${dueOn}，未超期不能由上级接办。`,
  'application.no_higher_tier': () => '已经是最高一级，没有上级可以接办。',
  'application.no_lower_tier': () => '本申请没有下一级工会经办，请改为退回申请人。',
  'application.own_decision': () => '复核须由作出原决定的人以外的人办理。',
  'application.program_only': () => '公示到期后由系统自动办理，无须手工操作。',
  'application.opinion_missing': () => '请填写意见。',
  'application.amount_missing': () => '请填写金额。',
  'application.finding_missing': () => '请选择家庭情况是否符合救助类别的条件。',
  'application.class_missing': () => '请先选择救助类别。',
  'application.supplement_missing': () => '请列出需要补正的材料或说明。',
  'application.visit_missing': () => '请填写入户日期、入户人员和核查情况。',
  'application.check_missing': () => '请填写核对单位、答复日期和核对结果。',
  'application.visit_by_two': () => '入户核查应由两人以上进行，姓名之间用顿号隔开。',
  'application.day_in_future': ({ day }) => `日期${day}晚于今天，请改正。`,
  'application.paper_missing': ({ paper }) => `缺少材料：${paper}。`,
  'application.consent_missing': ({ consent }) =>
    `申请人尚未签署${nameOf(CONSENT_NAMES, consent)}。`,
  'application.rule_blocks': ({ rule, detail, citation }) =>
    `${rule}：${detail}。依据：${citation}。`,
  'application.override_needed': ({ rule, detail, citation }) =>
    `${rule}：${detail}。依据：${citation}。确需特殊处理的，请填写特批理由并附上依据材料。`,
  'application.override_unfounded': () => '没有需要特批的事项，请清空特批理由。',
  'application.objection_open': ({ count }) => `有${count}条公示异议尚未处理，处理完毕才能继续。`,
  'application.notice_running': ({ endsOn }) => `公示到${endsOn}才结束。`,
  'application.already_reexamined': () => '本申请已经复核过一次，不能再次申请复核。',
  'application.reexamination_late': ({ until }) => `申请复核的期限到${until}为止，现已超过。`,
  'application.household_closed': () =>
    '该户档案已退出或已并入其他档案，请先恢复档案或改用现有档案。',
};

/** Sentences with a figure in them. */
const FIGURE_ERRORS: Readonly<Record<string, (params: Reason['params']) => string>> = {
  'application.list_too_long': ({ max }) =>
    `符合条件的申请超过${max}份，一次最多${max}份。请缩短申请日期的范围，或按工会分开办理。`,
};

/** What to think of before an application is sent; nothing of it forbids sending it. */
const WARNING_TEXTS: Readonly<Record<string, (params: Reason['params']) => string>> = {
  'application.aid_this_year': ({ year, count, yuan }) =>
    `该户或申请人${year}年已获批救助${count}笔，合计${yuan}元，请留意次数和限额。`,
  'application.other_open': ({ number, name }) =>
    `该户另有未办结的申请：${number}（${name}），请确认不是重复申请。`,
  'application.possible_duplicates': ({ count }) =>
    `该户有${count}对疑似重复的人员尚未认定，请先到“重复核查”处理。`,
};

/** Sentences of this feature's failures, by the code of the `AppError`. */
const APPLICATION_ERRORS: Readonly<Record<string, string>> = {
  'application.unknown': '没有这份申请，或不在您的管辖范围内。',
  'application.changed_meanwhile': '申请刚被他人办理过，请刷新页面后再操作。',
  'application.not_editable': '只有草稿、退回或补正中的申请可以修改，已办结的申请不能再改材料。',
  'application.not_a_draft': '只有草稿可以删除；已提交的申请请用“撤回申请”。',
  'application.person_not_in_household': '所选申请人不在该户现有成员中，请重新选择。',
  'application.no_policy': '今天没有有效的救助政策，请先由区总工会启用政策版本。',
  'application.event_unknown': '没有这个救助事件，或它属于另一户，请重新选择。',
  'application.paper_unknown': '现行政策没有这项材料，请刷新页面后重新选择。',
  'application.file_not_of_case': '附件不属于这份申请，请先在本申请中上传。',
  'application.past_hard_cap': '该户本年度救助合计将超过最高限额，未保存。请核对金额。',
  'application.granted_already': '同一季度或同一事件已有获批的申请，未保存。请查看该户以往救助。',
  'application.same_person_twice': '您已在本申请的另一环节办理过，请由其他人办理。',
  'application.not_refused': '本申请没有作出不予救助的决定，没有告知书可以打印。',
  'application.nothing_to_list': '当前条件下没有申请，名册和台账没有内容。请调整查询条件后再试。',
  'application.already_recused': '此人已登记回避，无须再次登记。',
};

/** The sentence of a reason or failure of this feature; undefined when the code is none of its own. */
export function findApplicationText(reason: Reason): string | undefined {
  const { code, params } = reason;
  if (Object.hasOwn(APPLICATION_ERRORS, code)) return APPLICATION_ERRORS[code];
  if (Object.hasOwn(FIGURE_ERRORS, code)) return FIGURE_ERRORS[code]?.(params);
  if (Object.hasOwn(WARNING_TEXTS, code)) return WARNING_TEXTS[code]?.(params);
  return findReasonText(ACT_REASON_TEXTS, reason);
}

export const APPLICATION_ACTION_LABELS: Readonly<Record<string, string>> = {
  'application.drafted': '起草救助申请',
  'application.changed': '修改救助申请',
  'application.draft_removed': '删除申请草稿',
  'application.consents_given': '登记同意书和授权书',
  'application.paper_added': '归入申请材料',
  'application.paper_removed': '移除申请材料',
  'application.acted': '办理救助申请',
  'application.recused': '登记回避',
  'application.form_printed': '打印救助审批表',
  'application.refusal_printed': '打印不予救助告知书',
  'application.roster_printed': '打印救助名册',
  'application.ledger_exported': '导出救助台账',
  'household.file_printed': '打印一户一档',
  'application.escalated': '申请超期提醒',
  'application.clock_moved': '按工作日历重算办理期限',
};

/** What an applicant is told of an act, in few words; of others nothing is told. */
export const OWN_NEWS: Partial<Readonly<Record<Action, string>>> = {
  accept: '工会已经受理',
  ask_supplement: '需要您补充材料，请打开查看',
  start_visit: '工会将上门了解情况，请保持电话畅通',
  pass_grassroots: '基层工会已审核通过',
  pass_town: '镇街或系统工会已审核通过',
  pass_district: '区总工会已初审通过',
  approve: '已获批准，等待发放',
  return_to_applicant: '已退回，请按说明修改后重新提交',
  refuse: '未获批准，请打开查看理由和复核期限',
  uphold: '复核后维持原决定',
  overturn: '复核后撤销原决定，重新审核',
};

export const APPLICATION_NOTICE_TEXTS = {
  'application.own_news': ({ number, action }) =>
    `您的申请${number}：${nameOf(OWN_NEWS, action ?? '')}。`,
  'application.overdue': ({ count, numbers }) =>
    `有${count}份救助申请超过办理期限：${numbers}。请尽快办理；上一级可以接办。`,
} satisfies NoticeTexts;

function nameOf(
  names: Readonly<Record<string, string | undefined>>,
  code: string | number,
): string {
  return names[code] ?? String(code);
}
