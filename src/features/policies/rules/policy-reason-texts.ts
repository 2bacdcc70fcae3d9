import type { ReasonTexts } from '#core/decision.ts';
import { fen, formatYuanShort } from '#core/money.ts';
import { day, toChineseDate } from '#core/plain-date.ts';

import { placeNameOf } from './place-names.ts';
import type { PolicyActParams, PolicyFaultParams } from './policy-reasons.ts';

/** What is wrong with a draft and how to mend it, without the full stop. */
export const POLICY_FAULT_TEXTS: ReasonTexts<PolicyFaultParams> = {
  'policy.text_missing': ({ place }) => `“${placeNameOf(place)}”未填写，请补充`,
  'policy.document_missing': () => '没有政策文件名称，请至少填写一份',
  'policy.amount_missing': ({ place }) => `“${placeNameOf(place)}”应大于0元，请填写`,
  'policy.range_reversed': ({ aidClass, minFen, maxFen }) =>
    `${aidClass}类的最低金额${toYuan(minFen)}高于最高金额${toYuan(maxFen)}，请核对`,
  'policy.class_mismatch': ({ aidClass, aidType }) =>
    `${aidClass}类不能是${aidType}：Q类为季度救助，E类为紧急救助，请改正`,
  'policy.out_of_bounds': ({ place, min, max }) =>
    `“${placeNameOf(place)}”应在${min}至${max}之间，请改正`,
  'policy.frequency_impossible': ({ count, distance, possible }) =>
    `间隔季度数为${distance}时全年最多${possible}次，全年次数上限不能是${count}次，请改正其中一项`,
  'policy.household_below_person': ({ personFen, householdFen }) =>
    `每户全年原则限额${toYuan(householdFen)}低于每人每次原则限额${toYuan(personFen)}，请核对`,
  'policy.steps_not_rising': ({ percent }) =>
    `建议金额档次应按低保标准百分比从小到大排列且大于0，请核对${percent}%一档`,
  'policy.step_outside_ranges': ({ percent, amountFen, minFen, maxFen }) =>
    `${percent}%一档的建议金额${toYuan(amountFen)}不在季度救助标准${toYuan(minFen)}至${toYuan(maxFen)}之内，请改正`,
  'policy.notice_too_short': ({ place }) =>
    `“${placeNameOf(place)}”至少3个工作日，不公示的填0，请改正`,
  'policy.paper_code_form': ({ number }) =>
    `申请材料第${number}行的编号应为小写英文字母开头，只含字母、数字和下划线，请改正`,
  'policy.paper_code_repeated': ({ code }) => `申请材料编号${code}重复，请改成不同的编号`,
  'policy.validity_reversed': ({ from, to }) =>
    `失效日期${toDate(to)}早于生效日期${toDate(from)}，请核对`,
};

/** Why an act is refused and what to do, without the full stop. */
export const POLICY_ACT_TEXTS: ReasonTexts<PolicyActParams> = {
  'policy.not_a_draft': () => '该版本不是草稿，不能再修改，请另建草稿',
  'policy.not_active': () => '该版本尚未启用，请先启用',
  'policy.same_person': () => '启用人不能是最后修改人，请由另一人核对后启用',
  'policy.no_tests': () => '没有用例，请先添加用例并全部通过',
  'policy.tests_failing': ({ count, names }) =>
    `有${count}个用例未通过（${names}），请改正规则或用例后再启用`,
  'policy.overlaps': ({ title, from, to }) =>
    `有效期与已启用的“${title}”（${toDate(from)}至${to === '' ? '长期' : toDate(to)}）重叠，请调整日期或先截止该版本`,
  'policy.cannot_end_other': ({ title, earliest }) =>
    `“${title}”今天仍然有效，本版本最早从${toDate(earliest)}起生效，请调整生效日期`,
  'policy.end_in_past': ({ validTo, today }) =>
    `截止日期${toDate(validTo)}早于今天（${toDate(today)}），请改为今天或以后`,
  'policy.end_before_start': ({ validTo, validFrom }) =>
    `截止日期${toDate(validTo)}早于生效日期${toDate(validFrom)}，请改为生效日期或以后`,
  'policy.end_not_earlier': ({ validTo }) =>
    `该版本已定于${toDate(validTo)}截止，只能提前，请改为更早的日期`,
  'policy.already_over': ({ validTo }) => `该版本已于${toDate(validTo)}截止，无须再截止`,
};

function toYuan(amountFen: number): string {
  return `${formatYuanShort(fen(amountFen))}元`;
}

function toDate(text: string): string {
  return toChineseDate(day(text));
}
