import { isMetricName } from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

import type { Indicator } from '../../../rules/evaluation.ts';
import { metricPercent, yuanText } from '../../../rules/findings/figures.ts';
import type { ReportContext } from '../report-context.ts';
import { papersOf } from './element-sentences.ts';

/** A practice worth keeping: its lead words and the figure that proves it, shorter than the analysis. */
export interface Practice {
  readonly lead: string;
  readonly fact: string;
}

/** Nothing for a row without a metric, or whose metric counted over no payment at all. */
export function metricPractice(context: ReportContext, row: Indicator): readonly Practice[] {
  if (row.metric === null || !isMetricName(row.metric)) return [];
  if (OVER_PAYMENTS.has(row.metric) && context.evaluation.aid.rows === 0) return [];
  return [{ lead: LEADS[row.metric], fact: factOf(context, row.metric) }];
}

const OVER_PAYMENTS: ReadonlySet<MetricName> = new Set<MetricName>([
  '预算控制',
  '违规笔数',
  '超标准笔数',
  '标准符合率',
  '属实投诉数',
]);

/** All check lists that are met in one practice: one paragraph each would say the same thing. */
export function elementPractice(rows: readonly Indicator[]): readonly Practice[] {
  if (rows.length === 0) return [];
  const [first] = rows;
  if (rows.length > 1 || first === undefined) {
    const count = rows.reduce((sum, row) => sum + (row.elements?.length ?? 0), 0);
    return [
      {
        lead: '对照要素落实管理要求',
        fact: `${rows.map((row) => `“${row.level3}”`).join('')}所列的${count}项要素全部做到，佐证材料列于附件1。`,
      },
    ];
  }
  const elements = first.elements ?? [];
  const papers = papersOf(elements);
  const basis = papers === '' ? '' : `，均有材料可查（${papers}）`;
  return [
    {
      lead: `按要求做到“${first.level3}”的各项要素`,
      fact: `${elements.map(({ element }) => element).join('、')}${basis}。`,
    },
  ];
}

const LEADS: Readonly<Record<MetricName, string>> = {
  支出率: '支出与预算安排衔接',
  预算控制: '按资金来源控制支出',
  资金到位率: '资金按预算拨付',
  救助人次: '按需要开展救助',
  救助人数: '按需要开展救助',
  计划完成率: '按计划开展救助',
  标准符合率: '按类别标准核定金额',
  超标准笔数: '按类别标准核定金额',
  违规笔数: '按规定的频次和限额发放',
  审批及时率: '在规定时限内审批',
  审核栏完整率: '逐级填写审核意见和日期',
  政策转发率: '政策文件逐级转发',
  检查完成率: '按计划开展监督检查',
  抽查准确率: '以抽查检验对象认定',
  宣传完成率: '按计划开展宣传',
  公众号宣传次数: '利用公众号公开政策',
  培训覆盖率: '组织业务培训',
  知晓率: '受访者了解救助政策',
  缓解率: '救助减轻了受访职工的生活压力',
  满意度: '受访职工认可救助工作',
  问卷回收率: '问卷回收充分',
  救助覆盖率: '救助覆盖已掌握的困难职工',
  回访率: '发放后跟踪回访',
  属实投诉数: '没有发生经查属实的信访投诉',
};

function factOf(context: ReportContext, name: MetricName): string {
  const { metrics, budget, aid } = context.evaluation;
  const metric = metrics[name];
  const part = metric?.numerator ?? 0;
  const base = metric?.denominator ?? 0;
  const rate = metricPercent(metric);
  if (name === '预算控制') {
    const left = yuanText(budget.adjustedFen - budget.paidFen);
    const [only] = budget.bySource;
    return budget.bySource.length === 1 && only !== undefined
      ? `${only.source}的支出在调整后预算以内，结余${left}。`
      : `${budget.bySource.length}类资金来源分别核算，支出都在各自的调整后预算以内，合计结余${left}。`;
  }
  if (name === '支出率' || name === '资金到位率') {
    const verb = name === '支出率' ? '支出' : '到位';
    return `全年${verb}${yuanText(part)}，占调整后预算的${rate ?? '—'}。`;
  }
  if (name === '计划完成率') return `全年完成${part}人次，为计划数的${rate ?? '—'}。`;
  if (name === '抽查准确率') return `抽查的${base}份档案，合格率为${rate ?? '—'}。`;
  if (name === '救助覆盖率') return `已救助${part}人，占应救助人数的${rate ?? '—'}。`;
  if (SURVEYED.has(name)) {
    return `${base}份有效回答中${part}份为肯定回答，占${rate ?? '—'}，误差为±${metric?.interval?.marginPoints ?? '—'}个百分点。`;
  }
  if (rate !== undefined) return `应完成${base}项，完成${part}项，占${rate}。`;
  return name === '属实投诉数' || name === '违规笔数' || name === '超标准笔数'
    ? `全年发放${aid.rows}笔，${name}为${part}${name === '属实投诉数' ? '件' : '笔'}。`
    : `全年${name}为${part}。`;
}

const SURVEYED: ReadonlySet<MetricName> = new Set<MetricName>(['知晓率', '缓解率', '满意度']);
