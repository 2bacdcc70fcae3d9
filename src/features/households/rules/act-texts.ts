import type { ReasonTexts } from '#core/decision.ts';
import { toChineseDate } from '#core/plain-date.ts';

import type { ActReasonParams } from './household-reasons.ts';
import { HOUSEHOLD_STATE_NAMES } from './word-names.ts';

/** Why an act on a file is refused, without the full stop. */
export const ACT_TEXTS: ReasonTexts<ActReasonParams> = {
  'household.not_open': ({ state }) =>
    `档案${HOUSEHOLD_STATE_NAMES[state]}，只有在档的档案可以这样办理`,
  'household.not_exited': ({ state }) =>
    `档案${HOUSEHOLD_STATE_NAMES[state]}，只有已退出的档案可以恢复`,
  'household.not_merged_here': () => '该档案没有并入本档案，无从撤销',
  'household.day_in_future': ({ day, today }) =>
    `日期${toChineseDate(day)}晚于今天（${toChineseDate(today)}），请改为今天或以前`,
  'household.day_before_opening': ({ day, earlier }) =>
    `日期${toChineseDate(day)}早于建档日期${toChineseDate(earlier)}，请核对`,
  'household.day_before_exit': ({ day, earlier }) =>
    `日期${toChineseDate(day)}早于退出日期${toChineseDate(earlier)}，请核对`,
  'household.day_before_last_check': ({ day, earlier }) =>
    `日期${toChineseDate(day)}早于上次复核日期${toChineseDate(earlier)}，请核对`,
  'household.exit_still_deep': () =>
    '按登记表仍属深度困难，不能以脱困退出，请先更新登记表中的收入和支出',
  'household.move_to_same': ({ name }) => `档案已经属于${name}，请选择另一个工会`,
  'household.move_to_closed': ({ name }) => `${name}已撤销，不能转入，请选择其他工会`,
  'household.move_open_cases': ({ count, numbers }) =>
    `有${count}件救助申请未办结（${numbers}${count > 5 ? '等' : ''}），请先办结或撤回申请，再转移档案`,
  'household.people_elsewhere': ({ count, names }) =>
    `有${count}人（${names}${count > 10 ? '等' : ''}）已在其他在档的档案中，请先处理重复建档`,
  'household.person_not_here': () => '所选人员不在本档案中，请刷新后重新选择',
  'household.person_twice': ({ name }) => `${name}被选了两次，请只选一次`,
  'household.head_stays': ({ name }) => `${name}是户主，不能分出，请先变更户主`,
  'household.nobody_stays': () => '分户后原档案没有人了，请至少留下一人',
  'household.new_head_not_among': () => '新档案的户主应从分出的人员中选择',
  'household.new_head_too_young': ({ name, age, minAge }) =>
    `${name}${age}周岁，未满${minAge}周岁，不能作为户主`,
  'household.already_head': ({ name }) => `${name}已经是户主，无须变更`,
  'household.relation_missing': ({ name }) => `请填写${name}与新户主的关系`,
  'household.relation_of_head_only': ({ name }) => `${name}不是新户主，请另选与户主的关系`,
  'household.merge_with_itself': () => '不能并入自己，请选择另一份档案',
  'household.too_many_people': ({ count, max }) =>
    `合并后有${count}人，一份档案最多${max}人，请核对是否应合并`,
};
