import type { ErrorParams } from '#core/app-error.ts';
import { findReasonText } from '#core/decision.ts';
import type { Reason } from '#core/decision.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { describeProblem } from '#features/fund-years/messages.ts';
import type { ProblemMessage } from '#features/fund-years/messages.ts';
import type { NoticeTexts } from '#features/notices/messages.ts';

import { ACT_TEXTS } from './rules/act-texts.ts';
import { CIVIL_AFFAIRS_TEXTS } from './rules/civil-affairs-texts.ts';
import { CLASS_TEXTS } from './rules/class-texts.ts';
import { findDuplicateText } from './rules/duplicate-texts.ts';
import { FORM_FAULT_TEXTS } from './rules/form-fault-texts.ts';
import { IMPORT_TEXTS } from './rules/import-texts.ts';

const ERRORS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'household.unknown': () => '没有这份困难家庭档案，或不在您的管辖范围内。',
  'household.version_unknown': () => '没有这个版本的登记表，请刷新后重新选择。',
  'household.other_unknown': () => '没有所选的另一份档案，或不在您的管辖范围内。',
  'household.union_unknown': () => '没有所选的工会，或不在您的管辖范围内。',
  'household.union_closed': () => '所选工会已撤销，不能建立档案，请选择其他工会。',
  'household.person_unknown': () => '本档案中没有这个人，请刷新后重新选择。',
  'household.changed_meanwhile': () => '该档案刚被他人修改过。请刷新页面，在最新内容上重新修改。',
  'household.nothing_changed': () => '没有任何改动，无须保存。',
  'household.person_in_other_file': ({ unionName }) =>
    `有家庭成员已在${unionName}的困难家庭档案中，一人只能在一户。请先与该工会联系核对。`,
  'household.masked_without_stored': () =>
    '带星号的内容在档案中没有对应的原值，请填写完整内容或清空。',
  'duplicate.unknown': () =>
    '没有这对疑似重复的人员，或其中一方不在您的管辖范围内。请返回列表重新选择。',
  'duplicate.changed_meanwhile': () =>
    '双方资料刚有变化，本次认定未保存。请刷新页面，按最新内容重新认定。',
  'civil_affairs.unknown': () => '没有这条名册记录，或不在您的管辖范围内。请刷新列表后重新选择。',
  'civil_affairs.has_file': () => '此人已在困难家庭档案中，无须登记联系情况。',
  'civil_affairs.not_to_ask': () =>
    '名册没有写明此人的所属工会，无法登记联系情况。请在名册中补填所属工会后重新导入。',
  'household.nothing_to_export': () => '没有符合条件的档案，无内容可导出。',
  'household.export_too_large': ({ max }) => `一次最多导出${max}户，请缩小查询范围。`,
  'household.too_many_rows': ({ max }) => `一次最多导入${max}行，请分成几个文件。`,
  'household.import_faulty': ({ count }) =>
    `有${count}行有误，全部未导入。请改正后重新上传，或选择跳过有误的行。`,
  'household.import_unreadable': () => '文件缺少工作表或必填列，未导入。请按模板填写后重新上传。',
};

/** The sentence of a reason or failure of this feature; undefined when the code is none of its own. */
export function findHouseholdText(reason: Reason): string | undefined {
  const { code, params } = reason;
  if (Object.hasOwn(ERRORS, code)) return ERRORS[code]?.(params);
  const text =
    findReasonText(CLASS_TEXTS, reason) ??
    findReasonText(FORM_FAULT_TEXTS, reason) ??
    findReasonText(ACT_TEXTS, reason) ??
    findDuplicateText(reason);
  return text === undefined ? undefined : `${text}。`;
}

/** A problem of an imported file in words. */
export function describeHouseholdProblem(problem: InputProblem): ProblemMessage {
  const message = describeProblem(problem);
  const own = (IMPORT_TEXTS[problem.code] ?? CIVIL_AFFAIRS_TEXTS[problem.code])?.(problem.params);
  if (own !== undefined) return { ...message, ...own };
  const text = findReasonText(FORM_FAULT_TEXTS, problem) ?? findReasonText(ACT_TEXTS, problem);
  if (text === undefined) return message;
  // The sentence of the page says the cause first, then the cure.
  const end = text.lastIndexOf('，请');
  if (end < 0) return { ...message, cause: text, cure: '请核对后改正' };
  return { ...message, cause: text.slice(0, end), cure: text.slice(end + 1) };
}

/** Chinese names of what this feature leaves in the audit log. */
export const HOUSEHOLD_ACTION_LABELS: Readonly<Record<string, string>> = {
  'household.opened': '建立困难家庭档案',
  'household.changed': '更新困难家庭登记表',
  'household.head_changed': '变更户主',
  'household.rechecked': '登记年度复核',
  'household.exited': '困难家庭退出',
  'household.relapsed': '返困恢复档案',
  'household.moved': '转移困难家庭档案',
  'household.split_off': '分户',
  'household.merged_in': '并户',
  'household.merge_undone': '撤销并户',
  'household.secret_revealed': '查看困难家庭敏感信息',
  'household.duplicate_judged': '认定疑似重复人员',
  'household.duplicate_search_ordered': '发起全库查重',
  'household.duplicates_searched': '全库查重',
  'household.import_ordered': '发起导入困难家庭',
  'household.imported': '导入困难家庭',
  'household.exported': '导出困难家庭',
  'civil_affairs.answered': '登记与名册人员的联系情况',
  'civil_affairs.exported': '导出低保名册',
  'civil_affairs.import_ordered': '发起导入低保名册',
  'civil_affairs.imported': '导入低保名册',
};

export const HOUSEHOLD_NOTICE_TEXTS = {
  'household.moved_out': ({ fileNumber, to }) =>
    `困难家庭档案${fileNumber}已转至${to}，不再由您的工会管理。`,
  'household.moved_in': ({ fileNumber, from }) =>
    `困难家庭档案${fileNumber}已由${from}转入，请打开查看并核对登记表。`,
} satisfies NoticeTexts;
