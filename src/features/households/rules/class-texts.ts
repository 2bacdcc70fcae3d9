import type { ReasonTexts } from '#core/decision.ts';
import { formatYuanShort } from '#core/money.ts';
import { toChineseDate } from '#core/plain-date.ts';

import type { ClassReasonParams, PersonFact } from './household-reasons.ts';
import {
  ACCIDENT_KIND_NAMES,
  EXCLUSION_NAMES,
  INCOME_KIND_NAMES,
  OLD_CLASS_NAMES,
} from './word-names.ts';

const FACT_NAMES: Readonly<Record<PersonFact, string>> = {
  income: '近12个月的收入（没有收入请填0）',
  workState: '工作状态',
  bornOn: '出生日期',
  sex: '性别',
};

/** Sentences of the class and of what was counted for it, without the full stop. */
export const CLASS_TEXTS: ReasonTexts<ClassReasonParams> = {
  'household.class_deep': ({ netFen, minimumFen }) =>
    `收入扣除刚性支出后人均每月${formatYuanShort(netFen)}元，${netFen < minimumFen ? '低于' : '不高于'}低保标准${formatYuanShort(minimumFen)}元，属深度困难`,
  'household.class_relative': ({ netFen, minimumFen, limitFen }) =>
    `收入扣除刚性支出后人均每月${formatYuanShort(netFen)}元，达到低保标准${formatYuanShort(minimumFen)}元、未达到${formatYuanShort(limitFen)}元，属相对困难`,
  'household.class_none': ({ netFen, limitFen }) =>
    `收入扣除刚性支出后人均每月${formatYuanShort(netFen)}元，达到相对困难的上限${formatYuanShort(limitFen)}元`,
  'household.class_accidental': ({ kind, happenedOn, costFen }) =>
    `${toChineseDate(happenedOn)}遭遇${ACCIDENT_KIND_NAMES[kind]}，赔偿和救助后仍自行承担${formatYuanShort(costFen)}元，符合意外致困`,
  'household.class_sudden_illness': ({ costFen, incomeFen, percent }) =>
    `突发重病或伤害自付${formatYuanShort(costFen)}元，超过家庭年收入${formatYuanShort(incomeFen)}元的${percent}%，符合意外致困`,
  'household.illness_cost_low': ({ costFen, incomeFen, percent }) =>
    `突发重病或伤害自付${formatYuanShort(costFen)}元，未超过家庭年收入${formatYuanShort(incomeFen)}元的${percent}%，不算意外致困`,
  'household.accident_without_cost': () => '意外事件的费用已全部得到赔偿或报销，不算意外致困',
  'household.accident_out_of_time': ({ happenedOn, on, months }) =>
    `意外事件发生于${toChineseDate(happenedOn)}，不在${toChineseDate(on)}之前的${months}个月内，不算意外致困`,
  'household.old_class_holds': ({ oldClass, netFen, limitFen }) =>
    `旧档案登记为${OLD_CLASS_NAMES[oldClass]}，人均每月${formatYuanShort(netFen)}元，未达到该类上限${formatYuanShort(limitFen)}元`,
  'household.old_class_exceeded': ({ oldClass, netFen, limitFen }) =>
    `旧档案登记为${OLD_CLASS_NAMES[oldClass]}，但人均每月${formatYuanShort(netFen)}元，已达到该类上限${formatYuanShort(limitFen)}元`,
  'household.excluded': ({ ground }) => `存在排除情形：${EXCLUSION_NAMES[ground]}`,
  'household.exclusion_unanswered': ({ ground }) =>
    `排除情形“${EXCLUSION_NAMES[ground]}”未填写是或否`,
  'household.person_fact_missing': ({ name, fact }) => `缺少${name}的${FACT_NAMES[fact]}`,
  'household.work_state_contradicts_age': ({ name, age }) =>
    `${name}已满${age}周岁，工作状态却填为未满劳动年龄，请更正`,
  'household.old_class_missing': () => '按旧分类管理的档案未填写旧类别',
  'household.minimum_living_missing': ({ on }) =>
    `系统中没有${toChineseDate(on)}适用的低保标准，请管理员在参数设置中填写`,
  'household.minimum_wage_missing': ({ name, on }) =>
    `${name}在劳动年龄内未就业，应按最低工资计收入，但系统中没有${toChineseDate(on)}适用的最低工资，请管理员在参数设置中填写，或登记其实际收入`,
  'household.minimum_wage_counted': ({ name, yearlyFen }) =>
    `${name}在劳动年龄内未就业且未登记收入，按最低工资计全年收入${formatYuanShort(yearlyFen)}元`,
  'household.income_not_counted': ({ name, kind, yearlyFen }) =>
    `${name}的${INCOME_KIND_NAMES[kind]}${formatYuanShort(yearlyFen)}元不计入家庭收入`,
  'household.compulsory_schooling_not_counted': ({ yearlyFen }) =>
    `义务教育阶段的支出${formatYuanShort(yearlyFen)}元不计入刚性支出`,
  'household.head_not_member': ({ name }) =>
    `户主${name}不是工会会员，申请救助前请核实入会或长期务工情况`,
};
