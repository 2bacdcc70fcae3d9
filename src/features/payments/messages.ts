import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';

import type { BatchAct, BatchReasonParams } from './rules/batch-acts.ts';
import type { PayeeReasonParams } from './rules/guard-payee.ts';
import type { BatchState } from './rules/words.ts';

export const BATCH_STATE_NAMES: Readonly<Record<BatchState, string>> = {
  draft: '待复核',
  reviewed: '待审批',
  approved: '待报送',
  sent: '已报送',
  returned: '已回盘',
  closed: '已办结',
  cancelled: '已撤销',
};

export const BATCH_ACT_NAMES: Readonly<Record<BatchAct, string>> = {
  review: '复核',
  send_back: '退回制单',
  approve: '审批',
  send: '报送银行',
  close: '办结',
  cancel: '撤销批次',
};

/** Why a batch may not go on. */
const BATCH_TEXTS: ReasonTexts<BatchReasonParams> = {
  'payment.wrong_state': ({ state, act }) =>
    `该批次${BATCH_STATE_NAMES[state]}，不能${BATCH_ACT_NAMES[act]}。请刷新页面查看。`,
  'payment.three_people': () =>
    '制单、复核、审批须由三个人办理，您已办理过该批次，请交其他人办理。',
  'payment.no_rows': () => '该批次没有发放记录，请撤销后重新制单。',
  'payment.no_file': () => '该批次还没有生成银行文件，请先生成再报送。',
};

/** Why money may not go to an account. */
const PAYEE_TEXTS: ReasonTexts<PayeeReasonParams> = {
  'payment.no_account': () => '没有登记收款账号，请在困难家庭档案中补登银行卡号。',
  'payment.account_characters': () => '收款账号中有数字以外的字符，请核对后改正。',
  'payment.name_differs': ({ applicantName, accountName }) =>
    `收款户名“${accountName}”与申请人“${applicantName}”不一致，只能发放到本人账户，请核对后改正。`,
  'payment.guardian_is_applicant': () =>
    '监护人账户的户名与申请人相同，请改为本人账户，或核对监护人姓名。',
  'payment.guardian_without_proof': () => '发放到监护人账户须有监护关系证明，请先上传证明材料。',
};

/** The sentence of a reason of this feature; undefined when the code is none of its own. */
export function findPaymentText(reason: Reason): string | undefined {
  return findReasonText(BATCH_TEXTS, reason) ?? findReasonText(PAYEE_TEXTS, reason);
}
