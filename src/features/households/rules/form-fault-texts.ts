import type { ReasonTexts } from '#core/decision.ts';
import { formatYuanShort } from '#core/money.ts';
import { toChineseDate } from '#core/plain-date.ts';

import type { FormFaultParams } from './household-reasons.ts';
import { CAUSE_NAMES, INCOME_KIND_NAMES } from './word-names.ts';

/** What is wrong on the form and how to mend it, without the full stop. */
export const FORM_FAULT_TEXTS: ReasonTexts<FormFaultParams> = {
  'household.no_head': () => '没有户主，请将一人的身份选为户主',
  'household.several_heads': ({ count }) => `有${count}人的身份是户主，只能有一人`,
  'household.head_relation': ({ name }) => `${name}是户主，与户主关系应选“户主”`,
  'household.relation_not_head': ({ name }) => `${name}不是户主，请另选与户主的关系`,
  'household.head_too_young': ({ name, age, minAge }) =>
    `户主${name}${age}周岁，未满${minAge}周岁，不能作为户主`,
  'household.identity_length': ({ name }) => `${name}的身份证号应为18位（旧证15位），请核对位数`,
  'household.identity_characters': ({ name }) =>
    `${name}的身份证号只能是数字，末位可为X，请去掉其他字符`,
  'household.identity_region': ({ name }) => `${name}的身份证号开头两位不是省级代码，请核对`,
  'household.identity_birth_date': ({ name }) => `${name}的身份证号中的出生日期不存在，请核对`,
  'household.identity_birth_in_future': ({ name }) =>
    `${name}的身份证号中的出生日期晚于今天，请核对`,
  'household.identity_check_digit': ({ name }) =>
    `${name}的身份证号末位校验不符，可能输错一位，请逐位核对`,
  'household.identity_repeated': ({ name, otherName }) =>
    `${name}与${otherName}的身份证号相同，请核对`,
  'household.identity_missing': ({ name }) => `未填写${name}的身份证号，无法查重，请尽快补充`,
  'household.identity_fifteen': ({ name }) => `${name}填写的是15位旧号码，请核对现行身份证后更新`,
  'household.birth_differs': ({ name, birth }) =>
    `${name}的出生日期与身份证号中的${toChineseDate(birth)}不一致，请核对`,
  'household.sex_differs': ({ name }) => `${name}的性别与身份证号不一致，请核对`,
  'household.phone_form': ({ name }) => `${name}的电话应为手机号或带区号的固定电话，请核对`,
  'household.card_characters': () => '银行卡号只能是数字，请去掉其他字符',
  'household.card_length': ({ length }) =>
    `银行卡号有${length}位，一般为16至19位，请核对（存折账号可能不同）`,
  'household.card_check': () =>
    '银行卡号校验不符，可能输错一位，请核对（存折或社保卡账号可能不同）',
  'household.reimbursed_more': ({ yearlyFen, reimbursedFen }) =>
    `报销或补偿${formatYuanShort(reimbursedFen)}元多于支出${formatYuanShort(yearlyFen)}元，请核对`,
  'household.income_of_nobody': () => '这笔收入没有对应的家庭成员，请重新选择',
  'household.income_repeated': ({ name, kind }) =>
    `${name}的${INCOME_KIND_NAMES[kind]}填了两次，请合并为一行`,
  'household.form_day_in_future': ({ day, today }) =>
    `日期${toChineseDate(day)}晚于今天（${toChineseDate(today)}），请核对`,
  'household.contract_order': ({ from, to }) =>
    `合同终止日期${toChineseDate(to)}早于起始日期${toChineseDate(from)}，请核对`,
  'household.cause_repeated': ({ cause }) => `致困原因“${CAUSE_NAMES[cause]}”重复，请只保留一处`,
  'household.old_class_on_current': () => '按现行分类管理的档案不填旧类别，请清空或改为旧分类',
};
