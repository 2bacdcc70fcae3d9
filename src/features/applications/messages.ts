import type { ReasonTexts } from '#core/decision.ts';

import type { ActReasonParams } from './rules/act-reasons.ts';
import type { ConsentKind, Light } from './rules/application-inputs.ts';
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

/** Sentences of this feature's failures, by the code of the `AppError`. */
export const APPLICATION_ERRORS: Readonly<Record<string, string>> = {
  'application.unknown': '没有这份申请，或不在您的管辖范围内。',
  'application.changed_meanwhile': '申请已被他人办理，请刷新页面后再操作。',
  'application.act_refused': '现在不能这样办理，原因见下。',
  'application.not_editable': '只有草稿、退回或补正中的申请可以修改。',
  'application.not_a_draft': '只有草稿可以删除。',
  'application.person_not_in_household': '所选申请人不在该户现有成员中，请重新选择。',
  'application.no_policy': '申请日没有有效的救助政策，请先由区总工会启用政策版本。',
  'application.event_unknown': '没有这个救助事件，或它属于另一户。',
  'application.paper_unknown': '该政策版本没有这项材料。',
  'application.file_not_of_case': '附件不属于这份申请，请先在本申请中上传。',
  'application.draft_exists': '这位申请人已有一份同类申请尚未办结，请在那份申请上继续。',
  'application.past_hard_cap': '该户本年度救助合计将超过最高限额，数据库已拒绝保存。',
  'application.granted_already': '同一季度或同一事件已有获批的申请，数据库已拒绝保存。',
  'application.same_person_twice': '您已在本申请的另一环节办理过，不能再次办理。',
  'application.already_recused': '此人已登记回避。',
};

function nameOf(names: Readonly<Record<string, string>>, code: string | number): string {
  return names[code] ?? String(code);
}
