import type { ApplicationState, TierAtWork } from '#features/applications/rules/states.ts';
import type { Action } from '#features/applications/rules/transitions.ts';

import type { CORRECTION_TOPICS } from './own-inputs.ts';
import type { CORRECTION_STATES } from './own-views.ts';

/** How an application stands, for the person it is about. */
export const OWN_STATE_TEXTS: Readonly<Record<ApplicationState, string>> = {
  draft: '草稿，还没有提交',
  submitted: '已提交，等待工会受理',
  supplementing: '需要您补充材料',
  grassroots_review: '基层工会正在审核',
  home_visit: '工会正在安排上门了解情况',
  grassroots_notice: '正在本单位公示',
  town_review: '镇街或系统工会正在审核',
  district_review: '区总工会正在审核',
  economic_check: '正在核对家庭经济状况',
  district_notice: '区总工会正在公示',
  district_approval: '区总工会正在审批',
  awaiting_payment: '已批准，等待发放',
  paying: '已批准，正在发放',
  paid: '救助金已发放',
  payment_failed: '救助金没有发放成功',
  archived: '已办结',
  returned: '已退回，请修改后重新提交',
  refused: '未获批准',
  withdrawn: '您已撤回',
  reexamination: '正在复核',
};

export const HANDED_IN_TEXT = '已交给工会，等待建立档案';

/** What happens next. */
export const NEXT_TEXTS: Readonly<Record<ApplicationState, string>> = {
  draft: '填好并上传材料后，请点“提交”。',
  submitted: '工会会先核对材料是否齐全，缺什么会一次告诉您。',
  supplementing: '请按下面的说明补充材料，再点“提交补充材料”。等待期间不计入办理时间。',
  grassroots_review: '基层工会核实情况后，提出意见报上一级工会。',
  home_visit: '工会会派两人以上到您家了解情况，请保持电话畅通。',
  grassroots_notice: '公示结束、没有异议的，报上一级工会审核。公示期间不计入办理时间。',
  town_review: '审核通过的，报区总工会。',
  district_review: '区总工会初审后公示，再审批。',
  economic_check: '核对结果回来后，区总工会继续审核。',
  district_notice: '公示结束、没有异议的，由区总工会审批。公示期间不计入办理时间。',
  district_approval: '审批结果会在这里显示，同时通知您。',
  awaiting_payment: '救助金将发到您本人的银行卡，请留意到账短信。',
  paying: '救助金已送银行，请留意到账短信。',
  paid: '请核对到账金额；没有收到的，请与工会联系。',
  payment_failed: '可能是卡号或户名有误，请与工会联系更正银行卡信息。',
  archived: '本次申请已经办完。情况有变化的，可以重新申请。',
  returned: '请按退回原因修改，改好后再次提交。',
  refused: '请看下面的理由和依据。',
  withdrawn: '需要时可以重新申请。',
  reexamination: '区总工会换人复核，结果会在这里显示。',
};

export const HANDED_IN_NEXT =
  '工会核对您填写的家庭情况、建立档案后，申请会自动提交，不用您再操作。';

/** What was done, without who did it and what was noted of it. */
export const STEP_TITLES: Readonly<Record<Action, string>> = {
  submit: '提交申请',
  accept: '工会受理',
  ask_supplement: '工会请您补充材料',
  answer_supplement: '您补充了材料',
  start_visit: '安排上门了解情况',
  record_visit: '上门了解完成',
  start_check: '开始核对家庭经济状况',
  record_check: '家庭经济状况核对完成',
  pass_grassroots: '基层工会审核通过',
  end_grassroots_notice: '本单位公示结束',
  pass_town: '镇街或系统工会审核通过',
  pass_district: '区总工会初审通过',
  end_district_notice: '区总工会公示结束',
  approve: '区总工会审批通过',
  send_back: '上级工会请下级工会再核实',
  return_to_applicant: '退回请您修改',
  refuse: '决定不予救助',
  withdraw: '您撤回了申请',
  take_over: '由上级工会接着办理',
  request_reexamination: '您申请复核',
  uphold: '复核维持原决定',
  overturn: '复核撤销原决定，重新审核',
};

/** Stages of the way that may still lie ahead. */
export const STAGE_TITLES = {
  submission: '提交申请',
  acceptance: '工会受理',
  grassroots: '基层工会审核',
  town: '镇街或系统工会审核',
  district: '区总工会审核',
  notice: '公示',
  approval: '区总工会审批',
  payment: '发放救助金',
} as const;

export const WHO_ACTS: Readonly<Record<TierAtWork, string>> = {
  grassroots: '您单位的工会',
  town: '镇街或系统工会',
  district: '区总工会',
};
export const YOU = '您本人';
export const FINANCE = '工会财务';

export const OUTCOME_TEXTS = {
  granted: (yuan: string) => `批准救助${yuan}元。`,
  refused: '经审核，未批准本次救助申请。',
  withdrawn: '您撤回了本次申请。',
} as const;

export const AFTER_REFUSAL = {
  open: (until: string) =>
    `不同意这个决定的，可以在${until}以前申请复核；情况有变化的，也可以重新申请。`,
  closed: '复核只能申请一次，期限也已确定。情况有变化的，可以重新申请；有疑问的，请与工会联系。',
} as const;

export const TOPIC_NAMES: Readonly<Record<(typeof CORRECTION_TOPICS)[number], string>> = {
  identity: '姓名或身份证号',
  contact: '电话或住址',
  family: '家庭成员',
  income: '收入和支出',
  bank: '银行卡',
  application: '申请内容',
  other: '其他',
};

export const CORRECTION_STATE_TEXTS: Readonly<Record<(typeof CORRECTION_STATES)[number], string>> =
  {
    open: '等待工会答复',
    done: '已更正',
    declined: '未更正',
  };

/** What to think of before sending; others of the family are not named. */
export const OWN_WARNINGS: Readonly<Record<string, string>> = {
  'application.aid_this_year': '您家今年已经获批过救助，是否还能救助由工会按次数和限额审核。',
  'application.other_open': '您家另有一份申请正在办理，请确认不是重复申请。',
};
