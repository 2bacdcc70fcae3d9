import { toChineseDate } from '#core/plain-date.ts';
import { isMetricName } from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

import type { Metric } from '../../../rules/evaluation.ts';
import { metricPercent, rateText, yuanText } from '../../../rules/findings/figures.ts';
import { isBy } from '../../../rules/metrics/year-view.ts';
import type { ReportContext } from '../report-context.ts';

/** Figure and base of one metric in a sentence, without its full stop. */
export function metricSentence(context: ReportContext, name: string): string {
  const metric = context.evaluation.metrics[name];
  if (metric === undefined || !isMetricName(name)) return '';
  if (metric.value === null) return `${name}不适用，${metric.reason ?? '没有计算基数'}`;
  return SENTENCES[name]({ context, metric, ...figures(metric) });
}

interface Figures {
  /** Numerator, or the count itself. */
  readonly part: number;
  readonly base: number;
  readonly rate: string;
}

interface SentenceInput extends Figures {
  readonly context: ReportContext;
  readonly metric: Metric;
}

function figures(metric: Metric): Figures {
  return {
    part: metric.numerator ?? 0,
    base: metric.denominator ?? 0,
    rate: metricPercent(metric) ?? '不适用',
  };
}

const SENTENCES: Readonly<Record<MetricName, (input: SentenceInput) => string>> = {
  支出率: ({ context, part, base, rate }) => {
    const { executionRateOfInitial, initialFen } = context.evaluation.budget;
    const initial =
      executionRateOfInitial === null || initialFen === base
        ? ''
        : `，与年初预算${yuanText(initialFen)}相比则为${rateText(executionRateOfInitial)}`;
    return `调整后预算${yuanText(base)}，实际支出${yuanText(part)}，支出率为${rate}${initial}`;
  },
  预算控制: ({ context, part }) => {
    const { adjustedFen, paidFen, bySource } = context.evaluation.budget;
    const sources = bySource
      .map((row) => `${row.source}支出${yuanText(row.paidFen)}、预算${yuanText(row.adjustedFen)}`)
      .join('；');
    const verdict = part === 1 ? '均未超出' : '存在超支来源';
    return `将支出与调整后预算逐项对照，合计支出${yuanText(paidFen)}、预算${yuanText(adjustedFen)}${sources === '' ? '' : `（${sources}）`}，${verdict}`;
  },
  资金到位率: ({ context, part, base, rate }) => {
    const receipts = context.records.budget.filter(
      (row) => row.item === '到位' && isBy(row.date, context.view.cutoff),
    );
    const last = receipts
      .map((row) => row.date)
      .toSorted()
      .at(-1);
    const when =
      last === undefined
        ? ''
        : receipts.length === 1
          ? `，于${toChineseDate(last)}一次到位`
          : `，分${receipts.length}笔拨付，末笔到位日期为${toChineseDate(last)}`;
    return `调整后预算${yuanText(base)}，到位${yuanText(part)}，到位率为${rate}${when}`;
  },
  救助人次: ({ part }) => `评价期内发放成功的救助为${part}人次`,
  救助人数: ({ part, context }) =>
    `按身份证号去重，受助职工为${part}人，对应发放${context.evaluation.aid.rows}人次`,
  计划完成率: ({ context, part, base, rate }) =>
    `计划救助${base}人次，实际${part}人次，完成率为${rate}${planSplit(context)}`,
  标准符合率: ({ part, base, rate }) =>
    `对${base}笔发放逐笔核对类别标准，金额在标准幅度内的${part}笔，符合率为${rate}`,
  超标准笔数: ({ context, part }) =>
    nothingPaid(context) ??
    `${context.evaluation.aid.rows}笔发放逐一与所属类别的标准比对，${part === 0 ? '没有一笔超出或低于标准幅度' : `有${part}笔金额落在标准幅度之外`}`,
  违规笔数: ({ context, part }) =>
    nothingPaid(context) ??
    `就申领频次、季度间隔、各项限额、审批与发放的先后以及同一事件是否重复，对${context.evaluation.aid.rows}笔发放进行核对，${part === 0 ? '未查出违反规定的发放' : `查出${part}笔不符合规定`}`,
  审批及时率: ({ context, part, base, rate }) =>
    `截至评价截止日到期应办的申请${base}件，自区级受理次日起${context.policy.districtReview.workingDays}个工作日内办结${part}件，及时率为${rate}`,
  审核栏完整率: ({ part, base, rate }) =>
    `区级已作决定的${base}件申请中，三级审核意见和日期齐全的${part}件，完整率为${rate}`,
  政策转发率: ({ part, base, rate }) =>
    `应转发政策文件${base}件次，有转发日期的${part}件次，转发率为${rate}`,
  检查完成率: ({ part, base, rate }) =>
    `列入计划的监督检查${base}次，完成${part}次，完成率为${rate}`,
  抽查准确率: ({ part, base, rate, context }) =>
    `从${context.records.aid.length}份申请中抽查${base}份，认定符合条件且材料合格的${part}份，准确率为${rate}`,
  宣传完成率: ({ part, base, rate }) => `计划内宣传${base}次，如期完成${part}次，完成率为${rate}`,
  公众号宣传次数: ({ part }) => `年度内通过公众号发布救助政策信息${part}次`,
  培训覆盖率: ({ part, base, rate }) => `业务培训应到${base}人次，实到${part}人次，覆盖率为${rate}`,
  知晓率: ({ part, base, rate, metric }) =>
    `${base}份有效回答中，表示知晓救助政策的${part}份，知晓率为${rate}${intervalWords(metric)}${metric.reason === undefined ? '' : `，${metric.reason}`}`,
  缓解率: ({ part, base, rate, metric }) =>
    `${base}名受助职工回答了救助的作用，其中${part}名选择“非常有作用”或“有一定作用”，占${rate}${intervalWords(metric)}`,
  满意度: ({ part, base, rate, metric }) =>
    `受助职工中有${base}名对救助工作作出评价，选择“非常满意”或“满意”的${part}名，满意度为${rate}${intervalWords(metric)}`,
  问卷回收率: ({ part, base, rate }) => `发放问卷${base}份，收回${part}份，回收率为${rate}`,
  救助覆盖率: ({ part, base, rate }) => `应救助职工${base}人，已救助${part}人，覆盖率为${rate}`,
  回访率: ({ part, base, rate }) =>
    `${base}笔已发放的救助中，有回访记录的${part}笔，回访率为${rate}`,
  属实投诉数: ({ context, part }) => {
    const received = context.records.grievances.filter((row) =>
      isBy(row.date, context.view.cutoff),
    );
    if (received.length === 0) return '评价期内没有收到与项目有关的信访投诉';
    return `评价期内登记信访投诉${received.length}件，经查属实${part}件`;
  },
};

/** A check of no rows at all proves nothing, and the sentence says so. */
function nothingPaid(context: ReportContext): string | undefined {
  return context.evaluation.aid.rows === 0
    ? '评价期内没有发放成功的救助，无可核对的记录'
    : undefined;
}

function planSplit(context: ReportContext): string {
  const { plannedQuarterlyRows, plannedEmergencyRows } = context.records.fund;
  const rowsOf = (name: string): number =>
    context.evaluation.aid.byType.find((kind) => kind.type === name)?.rows ?? 0;
  const parts = [
    { name: '季度救助', planned: plannedQuarterlyRows },
    { name: '紧急救助', planned: plannedEmergencyRows },
  ].flatMap(({ name, planned }) =>
    planned === null ? [] : [`${name}计划${planned}人次、实际${rowsOf(name)}人次`],
  );
  return parts.length === 0 ? '' : `；${parts.join('，')}`;
}

function intervalWords(metric: Metric): string {
  const { interval } = metric;
  if (interval === undefined) return '';
  return `（95%置信区间${rateText(interval.low)}至${rateText(interval.high)}，误差±${interval.marginPoints}个百分点）`;
}
