import { DEFAULT_FRAMEWORK } from '#features/indicators/rules/built-in-frameworks.ts';
import type { ElementRow, IndicatorRow } from '#features/indicators/rules/framework.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

/** Metrics of what happens to cases: always on record. */
const OF_CASES: readonly MetricName[] = [
  '救助人次',
  '救助人数',
  '计划完成率',
  '标准符合率',
  '超标准笔数',
  '违规笔数',
  '审批及时率',
  '审核栏完整率',
  '救助覆盖率',
];
/** Without a budget on record they would tell of a budget of nothing. */
const OF_BUDGET: readonly MetricName[] = ['支出率', '预算控制', '资金到位率'];

/**
 * The built-in rows, those left out of the scoring (不适用) that no record decides: a row without its
 * records would score as if there had been nothing to record.
 */
export function recordedIndicators({ hasBudget }: { readonly hasBudget: boolean }): IndicatorRow[] {
  const recorded = new Set<MetricName | null>([...OF_CASES, ...(hasBudget ? OF_BUDGET : [])]);
  return DEFAULT_FRAMEWORK.rows.map((row) => (recorded.has(row.metric) ? row : leftOut(row)));
}

/** What the evaluators answer in the 要素 sheet under the whole framework. */
export function elementsToAnswer(): ElementRow[] {
  return DEFAULT_FRAMEWORK.elements.filter(({ metric }) => metric === null);
}

function leftOut(row: IndicatorRow): IndicatorRow {
  return { ...row, kind: '不适用', metric: null, target: null, parameter: null };
}
