import type { Reason } from '#core/decision.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { describeProblem } from '#features/fund-years/messages.ts';
import type { ProblemMessage } from '#features/fund-years/messages.ts';
import type { NoticeTexts } from '#features/notices/messages.ts';

import { ROSTER_TEXTS } from './rules/roster-texts.ts';

/** Sentences of this feature's failures and reasons, by code. */
const WORKER_ERRORS: Readonly<Record<string, string>> = {
  'registration.invitation_invalid':
    '邀请码无效：可能输错、已经用过、已过期或已被收回。请核对，或请所在工会重新发一张。',
  'registration.name_differs': '姓名与邀请不一致，请填写邀请上的姓名，或请所在工会重新发一张。',
  'registration.code_wrong':
    '验证码不对或已失效。请核对会员号、姓名和短信；需要时重新获取验证码，或请所在工会发邀请码。',
  'registration.too_many_codes': '获取验证码的次数过多，请一小时后再试，或请所在工会发邀请码。',
  'registration.no_sms': '本单位没有开通短信，请向所在工会领取邀请码注册。',
  'registration.registered_already':
    '此人已经注册，请直接登录；忘记密码的，请所在工会发一张重设密码的邀请。',
  'worker.handed_in': '申请已交给工会等待建档，不能再改。需要修改的，请先请工会退回。',
  'worker.has_file': '工会已有您家的档案，不用再填登记表。信息有误的，请在“我的信息”中提出更正。',
  'worker.family_missing': '还没有填写家庭登记表。',
  'worker.consent_outdated': '同意书已经更新，请刷新页面，看过新的内容后再签署。',
  'worker.file_unknown': '没有这份材料，可能已经移除，请刷新页面。',
  'worker.nothing_on_file': '工会没有保存这一项。',
  'invitation.unknown': '没有这份邀请，或不在您的管辖范围内。',
  'invitation.ended': '邀请已经用过或收回，不用再收回。',
  'invitation.not_grassroots': '只能为基层工会的职工发邀请，请选择职工所在的基层工会。',
  'invitation.day_wrong': '有效期须在今天之后、90天以内，请重新选择。',
  'invitation.person_unknown': '所选的人不在该工会的档案中，请重新选择。',
  'invitation.has_account': '此人已经注册，不用再发邀请；忘记密码的，请在原邀请上点“重设密码”。',
  'invitation.without_account': '这份邀请还没有用来注册，不能重设密码。',
  'invitation.holds_office': '此人另有工会或管理职务，密码只能由系统管理员重设。',
  'correction.unknown': '没有这条更正请求，或不在您的管辖范围内。',
  'correction.answered_already': '这条更正请求已经答复过，请刷新页面。',
  'correction.too_many_open': '您有多条更正请求还没有答复，请等工会答复后再提。',
  'family_form.unknown': '没有这份登记表，或不在您的管辖范围内。',
  'family_form.not_waiting': '这份登记表已经办理过，请刷新页面。',
  'member.import_unreadable': '文件缺少必需的工作表或列，请下载模板，按模板填写后再导入。',
};

/** The same with figures of its own. */
const WORKER_REASONS: Readonly<Record<string, (params: Reason['params']) => string>> = {
  'worker.head_differs': ({ name }) =>
    `登记表的户主应是您本人（${name}），请把本人填为户主；姓名有误的，请先联系所在工会。`,
  'member.too_many_rows': ({ max }) => `名册超过${max}人，请分成几个文件导入。`,
  'member.import_faulty': ({ count }) =>
    `有${count}行有误，未导入任何一行。请下载错误文件改正，或选择跳过有误的行。`,
};

export function findWorkerText({ code, params }: Reason): string | undefined {
  if (Object.hasOwn(WORKER_ERRORS, code)) return WORKER_ERRORS[code];
  return Object.hasOwn(WORKER_REASONS, code) ? WORKER_REASONS[code]?.(params) : undefined;
}

export const WORKER_ACTION_LABELS: Readonly<Record<string, string>> = {
  'worker.registered': '职工注册',
  'worker.code_requested': '获取注册验证码',
  'application.family_told': '填写家庭登记表',
  'application.handed_in': '提交申请等待建档',
  'own_data.read': '查看本人信息',
  'own_data.revealed': '查看本人敏感信息全文',
  'own_data.copied': '下载本人信息副本',
  'correction.requested': '提出更正请求',
  'correction.answered': '答复更正请求',
  'correction.revealed': '查看更正请求',
  'invitation.made': '发出职工邀请',
  'invitation.revoked': '收回职工邀请',
  'invitation.renewed': '发出重设密码的邀请',
  'family_form.read': '查看职工填写的家庭登记表',
  'family_form.returned': '退回家庭登记表',
  'family_form.opened': '按职工填写的登记表建档',
  'member.imported': '导入会员名册',
  'member.import_ordered': '下达会员名册导入',
};

export const WORKER_NOTICE_TEXTS = {
  'worker.form_handed_in': ({ number }) =>
    `职工通过手机提交了申请${number}，家庭还没有档案，请核对登记表后建档。`,
  'worker.correction_requested': ({ topic }) => `有职工请求更正信息（${topic}），请核对后答复。`,
  'worker.correction_answered': ({ topic, state }) => `您提出的更正请求（${topic}）：${state}。`,
  'worker.form_returned': ({ number }) =>
    `您的申请${number}被退回，请按说明修改家庭登记表后再次提交。`,
  'worker.form_opened': ({ number }) => `工会已为您家建立档案，申请${number}已提交。`,
} satisfies NoticeTexts;
export type WorkerNoticeCode = keyof typeof WORKER_NOTICE_TEXTS;

/** Subject and text of the message that carries a code; the text names nobody. */
export const CODE_SMS = {
  subject: '注册验证码',
  code: (code: string, minutes: number) =>
    `注册验证码${code}，${minutes}分钟内有效。工作人员不会向您索要验证码。`,
  renewal: (code: string, minutes: number) =>
    `您已经注册过。需要重设密码的，验证码${code}，${minutes}分钟内有效；不是本人操作请不用理会。`,
  registered: '您已经注册过，请直接登录。忘记密码的，请联系系统管理员。',
} as const;

/** A problem of an imported roster, in words. */
export function describeRosterProblem(problem: InputProblem): ProblemMessage {
  const message = describeProblem(problem);
  return { ...message, ...ROSTER_TEXTS[problem.code]?.(problem.params) };
}
