import type { ErrorParams } from '#core/app-error.ts';
import { findReasonText } from '#core/decision.ts';
import type { Reason, ReasonTexts } from '#core/decision.ts';
import type { InputProblem } from '#core/input-problem.ts';
import { toChineseDate } from '#core/plain-date.ts';
import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import { describeProblem } from '#features/fund-years/messages.ts';
import type { ProblemMessage } from '#features/fund-years/messages.ts';

import { IMPORT_TEXTS } from './rules/import-texts.ts';
import type { UnionReasonParams } from './rules/union-reasons.ts';

const REASONS: ReasonTexts<UnionReasonParams> = {
  'union.level_order': ({ level, parentLevel }) =>
    `${UNION_LEVEL_NAMES[level]}不能隶属于${UNION_LEVEL_NAMES[parentLevel]}`,
  'union.root_stays': () => '最上级工会不能调整隶属或撤销',
  'union.below_itself': () => '不能调整到本工会或其下级之下',
  'union.already_there': ({ parent }) => `已经隶属于${parent}`,
  'union.parent_closed': ({ parent, closedOn }) =>
    `上级工会${parent}已于${toChineseDate(closedOn)}撤销`,
  'union.closed': ({ closedOn }) => `该工会已于${toChineseDate(closedOn)}撤销，不能再修改`,
  'union.not_closed': () => '该工会未撤销，无须恢复',
  'union.day_in_future': ({ day, today }) =>
    `日期${toChineseDate(day)}晚于今天（${toChineseDate(today)}）`,
  'union.day_before_last_change': ({ day, lastChange }) =>
    `日期${toChineseDate(day)}早于上一次变动（${toChineseDate(lastChange)}）`,
  'union.day_before_founding': ({ day, foundedOn }) =>
    `日期${toChineseDate(day)}早于成立日期${toChineseDate(foundedOn)}`,
  'union.open_children': ({ count, names }) =>
    `下面还有${count}个工会（${names}${count > 10 ? '等' : ''}），请先调整其隶属或撤销`,
  'union.roles_held': ({ count, names }) =>
    `还有${count}人在该工会任职（${names}${count > 10 ? '等' : ''}），请先收回其角色`,
  'union.year_in_future': ({ year }) => `${year}年尚未到来，不能登记人数`,
  'union.more_members': ({ memberCount, workerCount }) =>
    `会员数${memberCount}多于职工数${workerCount}，请核对`,
  'union.credit_code_check': ({ creditCode }) =>
    `统一社会信用代码${creditCode}的校验位不符，请核对证书（早期代码可能确实不符）`,
  'union.no_members': ({ year }) => `${year}年会员数为0，请核对`,
  'union.members_jump': ({ year, memberCount, previousYear, previousCount }) =>
    `${year}年会员数${memberCount}与${previousYear}年的${previousCount}相差一倍以上，请核对`,
};

const ERRORS: Readonly<Record<string, (params: ErrorParams) => string>> = {
  'union.unknown': () => '没有这个工会，或不在您的管辖范围内。',
  'union.parent_unknown': () => '没有所选的上级工会，或不在您的管辖范围内。',
  'union.changed_meanwhile': () => '该工会刚被他人修改过。请刷新页面，在最新内容上重新修改。',
  'union.code_taken': ({ code }) => `工会编码${code}已被使用，请换一个编码。`,
  'union.tree_exists': () => '已经有工会组织树，不能再建立最上级工会。',
  'union.name_reason_missing': () => '更名记入沿革，请填写更名理由。',
  'union.nothing_changed': () => '没有任何改动，无须保存。',
  'union.contact_phone_invalid': () => '联系电话应为手机号或带区号的固定电话。',
  'union.no_contact_phone': () => '该工会没有登记联系电话。',
  'union.nothing_to_export': () => '没有符合条件的工会，无内容可导出。',
  'union.export_too_large': ({ max }) => `一次最多导出${max}个工会，请缩小查询范围。`,
  'union.too_many_rows': ({ max }) => `一次最多导入${max}行，请分成几个文件。`,
  'union.import_faulty': ({ count }) =>
    `有${count}行有误，全部未导入。请改正后重新上传，或选择跳过有误的行。`,
  'union.import_unreadable': () => '文件缺少工作表或必填列，未导入。请按模板填写后重新上传。',
};

/** The sentence of a reason or failure of this feature; undefined when the code is none of its own. */
export function findUnionText(reason: Reason): string | undefined {
  const { code, params } = reason;
  if (Object.hasOwn(ERRORS, code)) return ERRORS[code]?.(params);
  const text = findReasonText(REASONS, reason);
  return text === undefined ? undefined : `${text}。`;
}

/** A problem of an imported file in words. */
export function describeImportProblem(problem: InputProblem): ProblemMessage {
  const message = describeProblem(problem);
  const own = IMPORT_TEXTS[problem.code]?.(problem.params);
  if (own !== undefined) return { ...message, ...own };
  const cause = findReasonText(REASONS, problem);
  return cause === undefined ? message : { ...message, cause, cure: '请核对后改正' };
}

/** Chinese names of what this feature leaves in the audit log. */
export const UNION_ACTION_LABELS: Readonly<Record<string, string>> = {
  'union.created': '新建工会',
  'union.updated': '修改工会资料',
  'union.renamed': '工会更名',
  'union.moved': '调整隶属关系',
  'union.closed': '撤销工会',
  'union.reopened': '恢复工会',
  'union.membership_set': '登记会员人数',
  'union.contact_phone_revealed': '查看联系电话',
  'union.import_ordered': '发起导入工会',
  'union.imported': '导入工会',
  'union.exported': '导出工会',
};
