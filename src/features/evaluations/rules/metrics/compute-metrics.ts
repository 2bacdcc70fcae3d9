import type { MetricName } from '#features/indicators/rules/metric-names.ts';

import type { Metric } from '../evaluation.ts';
import * as aid from './aid-metrics.ts';
import { countMetric } from './metric.ts';
import * as money from './money-metrics.ts';
import * as review from './review-metrics.ts';
import * as survey from './survey-metrics.ts';
import * as work from './work-metrics.ts';
import type { YearView } from './year-view.ts';

export type Metrics = Readonly<Record<MetricName, Metric>>;

export interface MetricContext {
  readonly view: YearView;
  /** Applications paid outside their class range. */
  readonly outOfRange: readonly string[];
  /** Applications that broke another rule; each once. */
  readonly violating: readonly string[];
  readonly districtReviewWorkingDays: number;
}

/** Every metric of the workbook contract (`workbook.md`, 数据口径), counted at the cut-off. */
export function computeMetrics(context: MetricContext): Metrics {
  const { view, outOfRange, violating, districtReviewWorkingDays } = context;
  return {
    支出率: money.executionRate(view),
    预算控制: money.budgetControl(view),
    资金到位率: money.receiptRate(view),
    救助人次: aid.paidRowCount(view),
    救助人数: aid.paidPersonCount(view),
    计划完成率: aid.planCompletion(view),
    标准符合率: aid.withinRangeRate(view, outOfRange),
    超标准笔数: countMetric(outOfRange.length, outOfRange),
    违规笔数: countMetric(violating.length, violating),
    审批及时率: review.decisionTimeliness(view, districtReviewWorkingDays),
    审核栏完整率: review.reviewCompleteness(view),
    政策转发率: work.forwardingRate(view),
    检查完成率: work.inspectionCompletion(view),
    抽查准确率: work.sampleAccuracy(view),
    宣传完成率: work.publicityCompletion(view),
    公众号宣传次数: work.officialAccountPosts(view),
    培训覆盖率: work.trainingCoverage(view),
    知晓率: survey.awarenessRate(view),
    缓解率: survey.reliefRate(view),
    满意度: survey.satisfactionRate(view),
    问卷回收率: survey.returnRate(view),
    救助覆盖率: aid.coverage(view),
    回访率: aid.visitRate(view),
    属实投诉数: work.upheldGrievances(view),
  };
}
