import { toDayNumber } from '#core/plain-date.ts';

import { when } from './detector.ts';
import type { Detector, FindingDraft } from './detector.ts';
import { isBelow, metricPercent, percentText } from './figures.ts';
import type { FindingContext } from './finding-context.ts';
import { metricOf } from './finding-context.ts';

const VISIT_TARGET_PERCENT = 30;
const EFFECT_TARGET_PERCENT = 90;
/** Petitions are answered within sixty days of acceptance. */
const GRIEVANCE_LIMIT_DAYS = 60;

export const effectDetectors: readonly Detector[] = [
  {
    code: 'visits_none',
    theme: 'effects',
    title: '未开展救助后回访',
    severity: 'warn',
    detect: (year) =>
      when(year.paid.length > 0 && (metricOf(year, '回访率')?.numerator ?? 0) === 0, () => ({
        metric: '回访率',
        statement: `已发放的${year.paid.length}笔救助均无回访记录，回访率为0.00%，救助后职工家庭的生活变化和后续需求未掌握。`,
        suggestion:
          '制定年度回访计划，紧急救助在发放后30日内回访，季度救助每季度回访不少于30%，记录后续需求和处理结果。',
      })),
  },
  {
    code: 'visits_low',
    theme: 'effects',
    title: '救助后回访比例偏低',
    severity: 'warn',
    detect: (year) => {
      const metric = metricOf(year, '回访率');
      const isLow = isBelow(metric, VISIT_TARGET_PERCENT) && (metric?.numerator ?? 0) > 0;
      return when(isLow, () => ({
        metric: '回访率',
        statement: `已发放的${metric?.denominator ?? 0}笔救助中回访${metric?.numerator ?? 0}笔，回访率为${metricPercent(metric) ?? ''}，低于${VISIT_TARGET_PERCENT}%。`,
        suggestion: '按电话抽访与入户走访相结合的方式补足回访数量，优先回访大额救助和重病家庭。',
        records: metric?.missed ?? [],
      }));
    },
  },
  {
    code: 'relief_low',
    theme: 'effects',
    title: '救助缓解困难的作用有限',
    severity: 'warn',
    detect: (year) => lowOpinion(year, '缓解率', '认为救助对缓解生活压力有作用'),
  },
  {
    code: 'satisfaction_low',
    theme: 'effects',
    title: '受助职工满意度偏低',
    severity: 'warn',
    detect: (year) => lowOpinion(year, '满意度', '表示满意或非常满意'),
  },
  {
    code: 'grievances_upheld',
    theme: 'effects',
    title: '发生经查属实的信访投诉',
    severity: 'warn',
    detect: (year) => {
      const metric = metricOf(year, '属实投诉数');
      const count = metric?.numerator ?? 0;
      return when(count > 0, () => ({
        metric: '属实投诉数',
        statement: `评价期内发生经查属实的信访投诉${count}件。`,
        suggestion: '逐件分析信访投诉的成因，向当事人反馈处理结果，对共性问题修订工作流程。',
        records: metric?.records ?? [],
      }));
    },
  },
  {
    code: 'grievances_open',
    theme: 'effects',
    title: '信访投诉办理超期',
    severity: 'warn',
    isContext: true,
    detect: detectOpenGrievances,
  },
];

function lowOpinion(year: FindingContext, name: string, words: string): readonly FindingDraft[] {
  const metric = metricOf(year, name);
  return when(isBelow(metric, EFFECT_TARGET_PERCENT), () => ({
    metric: name,
    statement: `${metric?.denominator ?? 0}名作答的受助职工中有${metric?.numerator ?? 0}名${words}，占${percentText(metric?.numerator ?? 0, metric?.denominator ?? 1)}，低于${EFFECT_TARGET_PERCENT}%。`,
    suggestion: '对评价较低的受助职工逐一回访，了解金额、时效和服务方面的意见，据此改进救助方式。',
    records: metric?.missed ?? [],
  }));
}

function detectOpenGrievances(year: FindingContext): readonly FindingDraft[] {
  const late = year.records.grievances.filter((row) => {
    const end = row.closedOn !== null && row.closedOn <= year.cutoff ? row.closedOn : year.cutoff;
    return toDayNumber(end) - toDayNumber(row.date) > GRIEVANCE_LIMIT_DAYS;
  });
  const open = late.filter((row) => row.closedOn === null || row.closedOn > year.cutoff).length;
  return when(late.length > 0, () => ({
    metric: '属实投诉数',
    statement: `${year.records.grievances.length}件信访投诉中有${late.length}件办理时间超过${GRIEVANCE_LIMIT_DAYS}日，其中${open}件至评价截止日尚未办结。`,
    suggestion: '对超期未办结的信访投诉逐件督办，确需延期的履行延期手续并告知当事人。',
    records: late.map((row) => row.row),
  }));
}
