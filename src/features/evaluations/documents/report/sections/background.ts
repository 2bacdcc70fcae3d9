import { AID_CLASSES } from '#features/policies/rules/policy-version.ts';
import type { ClassRule, PolicyVersion } from '#features/policies/rules/policy-version.ts';

import { yuanText } from '../../../rules/findings/figures.ts';
import { minimumLivingOf } from '../../../rules/minimum-living.ts';
import type { ReportContext } from '../report-context.ts';
import { column, list, numberOf, paragraph, table } from '../section.ts';
import type { SectionChild } from '../section.ts';
import { amount } from './table-cells.ts';

/** 背景: what the fund is for and which limits bind it. */
export function background(context: ReportContext): readonly SectionChild[] {
  const { records, policy } = context;
  const { personPerTime, householdYear, householdYearHard, goodsPerTime } = policy;
  const minimum = minimumLivingOf(records);
  const hard =
    minimum === null
      ? `${householdYearHard.months}个月当地最低生活保障标准`
      : `${householdYearHard.months}个月当地最低生活保障标准（按每月${yuanText(minimum)}计算为${yuanText(minimum * householdYearHard.months)}）`;
  return [
    paragraph(
      `${records.fund.name}项目由${records.fund.organization}组织实施，${records.fund.department === null ? '' : `业务主管部门为${records.fund.department}，`}用于对生活遇到困难的职工家庭给予定期或应急的现金慰问，由基层工会、镇街（系统）工会和区总工会三级审核。`,
    ),
    paragraph(
      `现行制度对慰问金实行限额管理：一人一次以${yuanText(personPerTime.limitFen)}为原则限额，一户一年以${yuanText(householdYear.limitFen)}为原则限额，遇有特殊困难可以适当提高，但一户一年累计不得突破${hard}；另行发放实物慰问品的，单次单户控制在${yuanText(goodsPerTime.limitFen)}以内。`,
    ),
  ];
}

/** 立项依据: the documents, the clocks and the classes with their amounts. */
export function foundation(context: ReportContext): readonly SectionChild[] {
  const { policy } = context;
  const { quarterly, districtReview } = policy;
  return [
    paragraph(`项目设立和实施依据以下制度文件，救助标准按评价截止日有效的“${policy.title}”执行：`),
    list(
      policy.documents.map(
        (document, index) => `（${index + 1}）${document}${ending(index, policy.documents.length)}`,
      ),
    ),
    paragraph(
      `救助分为季度救助和紧急救助。季度救助同一职工一年至多${quarterly.maxPerPersonYear}次，${quarterly.minQuarterDistance === 2 ? '两次之间至少间隔一个季度' : `两次之间至少相隔${quarterly.minQuarterDistance}个季度`}；紧急救助随时受理，同一事件只救助一次。区级业务部门收到材料后应当在${districtReview.workingDays}个工作日内审核完毕，审核通过后发放。各类别的适用情形和标准见${numberOf('classes')}。`,
    ),
    classTable(policy),
  ];
}

export function ending(index: number, count: number): string {
  return index === count - 1 ? '。' : '；';
}

function classTable(policy: PolicyVersion): SectionChild {
  return table({
    id: 'classes',
    caption: '救助类别和标准',
    unit: '金额单位：元',
    columns: [
      column('救助方式', 'center', 2),
      column('类别', 'center', 1.2),
      column('适用情形', 'left', 6),
      column('标准', 'center', 3.6),
    ],
    rows: AID_CLASSES.map((code) => policy.classes[code]).map((rule) => [
      rule.aidType,
      rule.code,
      rule.name,
      rangeCell(rule),
    ]),
    mergedColumns: 1,
  });
}

function rangeCell(rule: ClassRule): string {
  return rule.minFen === rule.maxFen
    ? amount(rule.maxFen)
    : `${amount(rule.minFen)}～${amount(rule.maxFen)}`;
}

/** 绩效目标: only goals that can be counted; words without a figure are nothing to measure by. */
export function goals(context: ReportContext): readonly SectionChild[] {
  const { fund } = context.records;
  const kinds = [
    ...(fund.plannedQuarterlyRows === null ? [] : [`季度救助${fund.plannedQuarterlyRows}人次`]),
    ...(fund.plannedEmergencyRows === null ? [] : [`紧急救助${fund.plannedEmergencyRows}人次`]),
  ];
  const split = kinds.length === 0 ? '' : `，其中${kinds.join('、')}`;
  const eligible =
    fund.eligiblePersons === null
      ? '应救助人数未列明。'
      : `项目单位掌握的应救助职工为${fund.eligiblePersons}人。`;
  const targets = context.framework.rows.filter((row) => row.target !== null).length;
  return [
    paragraph(
      `项目${fund.year}年度可以计量的目标是救助困难职工${fund.plannedRows}人次${split}。${eligible}`,
    ),
    paragraph(
      `评价所用的${context.framework.rows.length}项三级指标中，有${targets}项设有明确的目标值，各项目标值与完成情况在指标分析部分逐一对照。`,
    ),
  ];
}
