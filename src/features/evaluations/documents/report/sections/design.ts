import { toChineseDate } from '#core/plain-date.ts';

import { hasLostPoints } from '../../../rules/findings/finding-context.ts';
import type { ReportContext } from '../report-context.ts';
import { list, numberOf, paragraph } from '../section.ts';
import type { SectionChild } from '../section.ts';

/** 评价目的、对象和范围: the whole money, whichever source it came from (F18). */
export function purpose(context: ReportContext): readonly SectionChild[] {
  const { fund } = context.evaluation;
  const sources = context.evaluation.budget.bySource.map((source) => source.source);
  return [
    paragraph(
      '弄清救助资金是否用在符合条件的职工身上、是否按标准和时限发放、是否切实减轻了职工家庭的困难，找出管理中的薄弱环节，为完善救助制度和编制下一年度预算提供依据。',
      '评价目的。',
    ),
    paragraph(
      `${fund.year}年度“${fund.name}”项目的全部资金${sources.length === 0 ? '' : `，包括${sources.join('、')}`}，不因来源不同而有所取舍。`,
      '评价对象。',
    ),
    paragraph(
      `${fund.year}年度登记的预算、申请审核、发放以及宣传、培训、检查、回访、问卷和信访记录，统计截至${toChineseDate(context.records.fund.cutoff)}。`,
      '评价范围。',
    ),
  ];
}

export function principles(): readonly SectionChild[] {
  return [
    paragraph(
      '一是凭记录评价，凡能从台账计算的数据不采用估计数；二是口径统一，同一数据在各处使用同一来源、同一算法；三是得失有据，每一处扣分都写明事实、标准和理由，并可查到对应的记录；四是如实反映，数据缺失或者样本不足的，在结论中一并说明。',
    ),
  ];
}

/** 评价依据: laws and rules by title; the fund's own documents stand in the first chapter. */
export function legalBasis(context: ReportContext): readonly SectionChild[] {
  const documents = [
    '《中华人民共和国预算法》',
    '《中华人民共和国预算法实施条例》',
    '《项目支出绩效评价管理办法》（财预〔2020〕10号）',
    ...context.policy.documents,
    `${context.framework.title}（本次评价采用）`,
    `${context.records.fund.organization}提供的${context.records.fund.year}年度预算、救助和管理工作记录`,
  ];
  return [
    list(
      documents.map(
        (document, index) =>
          `（${index + 1}）${document}${index === documents.length - 1 ? '。' : '；'}`,
      ),
    ),
  ];
}

/** 评价方法: each method together with what it was used for here. */
export function methods(context: ReportContext): readonly SectionChild[] {
  const asked = context.records.survey.length;
  const towns =
    context.records.aid.length === 0 ? '' : `，并按镇街（系统）横向比较（见${numberOf('towns')}）`;
  const losses = context.evaluation.indicators.some(hasLostPoints)
    ? `对未得满分的指标逐项分析失分原因，区分制度、执行和数据方面的因素，结果见${numberOf('losses')}。`
    : '各项指标均得满分，没有失分因素需要分析。';
  return [
    paragraph(
      `将实际完成情况与计划数、目标值和制度标准相比${towns}。上一年度的同口径记录未纳入本次评价资料，故不作年度间比较。`,
      '比较法。',
    ),
    paragraph(losses, '因素分析法。'),
    paragraph(
      `以平均每笔和每人救助金额衡量成本，分类别与标准的上下限对照，判断支出水平是否合理${context.evaluation.aid.rows === 0 ? '' : `（见${numberOf('aid-classes')}）`}。`,
      '成本分析法。',
    ),
    paragraph(
      asked === 0
        ? '评价期内没有问卷数据，涉及职工主观评价的指标无法以此方法判断。'
        : `以${asked}份问卷反映职工对政策的知晓程度、救助的作用和满意程度，各项比率均注明作答份数、95%置信区间和误差。`,
      '公众评判法。',
    ),
  ];
}

/** 评价过程: only steps that the records prove; meetings are told by those who held them. */
export function process(context: ReportContext): readonly SectionChild[] {
  const { records, evaluation } = context;
  const { aid, budget, survey } = records;
  const checked = evaluation.violations.length;
  return [
    paragraph(
      `收集${records.fund.year}年度预算记录${budget.length}条、救助申请${aid.length}件、问卷${survey.length}份以及宣传、培训、转发、检查、回访和信访记录，固定统计截止日，此后不再更改数据。`,
      '资料准备。',
    ),
    paragraph(
      `对救助台账逐件核对身份证号、类别、金额、频次、限额、审核日期和发放日期，共查出与规定不符的情形${checked}项；对各项指标按统一口径重新计算，不采用填报的汇总数。`,
      '数据核对。',
    ),
    paragraph(
      `依据指标体系逐项评分，有数据口径的由数据决定，须凭材料判断的由要素清单或两名以上评审人员决定，未得满分的均写明原因。`,
      '评分定级。',
    ),
    paragraph(
      '归纳分析中发现的问题，逐条提出建议，形成本报告，并与评分明细、问题清单和数据来源一并存档。',
      '形成报告。',
    ),
  ];
}
