import { compare, decimal, divide } from '#core/fraction.ts';
import { isMetricName } from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

import type { Indicator } from '../../../contract.ts';
import { hasLostPoints } from '../../../rules/findings/finding-context.ts';
import type { ReportContext } from '../report-context.ts';
import { problemsOf } from '../report-context.ts';
import { paragraph } from '../section.ts';
import type { SectionChild } from '../section.ts';
import { elementSentences } from './element-sentences.ts';
import { metricSentence } from './metric-sentences.ts';

const MOST = 5;
const ORDER = ['一', '二', '三', '四', '五'] as const;

/**
 * 经验: rows at full score under branches that do not lie below the total, each with its figure.
 * A branch below the total is never praised (F29), nor a row that a problem touches.
 */
export function experience(context: ReportContext): readonly SectionChild[] {
  const rows = context.evaluation.indicators.filter((row) => isWorthTelling(context, row));
  if (rows.length === 0) {
    return [
      paragraph(
        '从本年度得分看，没有既得满分、所属类别得分率又不低于总得分率且不涉及问题的指标，现有记录尚不足以总结可以推广的做法。',
      ),
    ];
  }
  return rows.slice(0, MOST).map((row, index) => {
    const lead =
      row.metric !== null && isMetricName(row.metric) ? PRACTICES[row.metric] : undefined;
    const fact =
      row.metric === null
        ? elementSentences(context, row)
        : `${metricSentence(context, row.metric)}。`;
    return paragraph(
      `“${row.level3}”得满分：${fact}`,
      `${ORDER[index] ?? ''}是${lead ?? '按要求落实各项要素'}。`,
    );
  });
}

function isWorthTelling(context: ReportContext, row: Indicator): boolean {
  const { totals } = context.evaluation;
  if (row.score === null || row.kind === '评审' || hasLostPoints(row)) return false;
  if (problemsOf(context, row.level3) !== '') return false;
  const branches = [
    totals.level1.find((branch) => branch.name === row.level1),
    totals.level2.find((branch) => branch.name === row.level2 && branch.level1 === row.level1),
  ];
  return branches.every((branch) => branch !== undefined && !isBelowTotal(branch, totals));
}

interface Scored {
  readonly score: string;
  readonly weight: string;
}

function isBelowTotal(branch: Scored, totals: Scored): boolean {
  if (Number(branch.weight) === 0 || Number(totals.weight) === 0) return true;
  const rate = divide(decimal(branch.score), decimal(branch.weight));
  return compare(rate, divide(decimal(totals.score), decimal(totals.weight))) < 0;
}

const PRACTICES: Readonly<Partial<Record<MetricName, string>>> = {
  支出率: '支出与预算安排衔接',
  预算控制: '按资金来源控制支出',
  资金到位率: '资金按预算拨付',
  计划完成率: '按计划开展救助',
  标准符合率: '按类别标准核定金额',
  超标准笔数: '按类别标准核定金额',
  违规笔数: '按规定的频次和限额发放',
  审批及时率: '在规定时限内审批',
  审核栏完整率: '审核意见和日期逐级填写',
  政策转发率: '政策文件逐级转发',
  检查完成率: '按计划开展监督检查',
  抽查准确率: '救助对象认定与材料相符',
  宣传完成率: '按计划开展宣传',
  培训覆盖率: '组织业务培训',
  知晓率: '职工知晓救助政策',
  缓解率: '救助减轻了受访职工的生活压力',
  满意度: '受访职工对救助工作给予认可',
  救助覆盖率: '救助面覆盖掌握的困难职工',
  回访率: '发放后跟踪回访',
  属实投诉数: '及时化解职工诉求',
};
