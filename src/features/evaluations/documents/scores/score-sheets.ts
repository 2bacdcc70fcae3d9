import {
  METRIC_MEASURES,
  isMetricName,
  metricUnit,
} from '#features/indicators/rules/metric-names.ts';

import type { Evaluation, Indicator } from '../../rules/evaluation.ts';
import type { CellValue, TableSheet } from './add-table-sheet.ts';

const POINTS = '0.00';
const PERCENT = '0.00%';

/** 汇总: every branch with its second level, and the grade. */
export function totalsSheet({ totals, fund }: Evaluation): TableSheet {
  const rows = totals.level1.flatMap((branch): CellValue[][] => [
    ...totals.level2
      .filter((child) => child.level1 === branch.name)
      .map((child): CellValue[] => [
        branch.name,
        child.name,
        Number(child.weight),
        Number(child.score),
        rateOf(child.rate),
      ]),
    [branch.name, '小计', Number(branch.weight), Number(branch.score), rateOf(branch.rate)],
  ]);
  const weight = Number(totals.weight);
  return {
    name: '汇总',
    title: `${fund.year}年度绩效评价得分汇总（等级：${totals.grade}）`,
    columns: [
      { header: '一级指标', width: 16, align: 'center' },
      { header: '二级指标', width: 22 },
      { header: '分值', width: 12, format: POINTS },
      { header: '得分', width: 12, format: POINTS },
      { header: '得分率', width: 12, format: PERCENT, align: 'right' },
    ],
    rows: [
      ...rows,
      [
        '合计',
        `等级：${totals.grade}`,
        weight,
        Number(totals.score),
        weight === 0 ? '不适用' : Number(totals.score) / weight,
      ],
    ],
    mergedColumns: 1,
    hasTotalRow: true,
  };
}

/** 评分明细: one line a level-3 row. */
export function indicatorsSheet({ indicators, totals }: Evaluation): TableSheet {
  return {
    name: '评分明细',
    title: '指标评分明细',
    columns: [
      { header: '一级指标', width: 10, align: 'center' },
      { header: '二级指标', width: 12, align: 'center' },
      { header: '三级指标', width: 22 },
      { header: '分值', width: 8, format: POINTS },
      { header: '评分方式', width: 10, align: 'center' },
      { header: '数据口径', width: 14 },
      { header: '指标值', width: 11, format: PERCENT, align: 'right' },
      { header: '目标值', width: 11, align: 'right' },
      { header: '得分', width: 8, format: POINTS, align: 'right' },
      { header: '评分理由', width: 50 },
      { header: '依据', width: 44 },
    ],
    rows: [
      ...indicators.map((row): CellValue[] => [
        row.level1,
        row.level2,
        row.level3,
        Number(row.weight),
        row.kind,
        row.metric,
        valueOf(row),
        row.target,
        row.score === null ? '不适用' : Number(row.score),
        row.reasons.join('\n'),
        [...new Set(row.evidence)].join('\n'),
      ]),
      totalRow(totals),
    ],
    mergedColumns: 2,
    hasTotalRow: true,
  };
}

function totalRow(totals: Evaluation['totals']): CellValue[] {
  const { weight, score, grade } = totals;
  const left: CellValue[] = ['合计', null, null, Number(weight), null, null, null, null];
  return [...left, Number(score), `等级：${grade}`, null];
}

/** A rate as a number that the cell shows in per cent; a count stays text with its unit. */
function valueOf(row: Indicator): CellValue {
  const match = /^(-?\d+(?:\.\d+)?)%$/.exec(row.value ?? '');
  return match === null ? row.value : Number(match[1]) / 100;
}

/** 要素 */
export function elementsSheet({ indicators }: Evaluation): TableSheet {
  return {
    name: '要素',
    title: '要素评分明细',
    columns: [
      { header: '三级指标', width: 22 },
      { header: '要素', width: 28 },
      { header: '占比', width: 9, format: PERCENT },
      { header: '是否满足', width: 10, align: 'center' },
      { header: '数据口径', width: 14 },
      { header: '下限', width: 9, align: 'right' },
      { header: '得分', width: 8, format: POINTS },
      { header: '理由', width: 44 },
      { header: '佐证', width: 36 },
    ],
    rows: indicators.flatMap((row) =>
      (row.elements ?? []).map((element): CellValue[] => [
        row.level3,
        element.element,
        Number(element.sharePercent) / 100,
        element.satisfied,
        element.metric ?? null,
        element.bound ?? null,
        Number(element.points),
        element.reason,
        element.evidence ?? null,
      ]),
    ),
    mergedColumns: 1,
  };
}

/** 指标数据: each metric with its exact base and, for surveys, its interval. */
export function metricsSheet({ metrics }: Evaluation): TableSheet {
  return {
    name: '指标数据',
    title: '指标数据（金额口径的分子、分母单位为元）',
    columns: [
      { header: '数据口径', width: 16 },
      { header: '值', width: 12, format: PERCENT, align: 'right' },
      { header: '单位', width: 8, align: 'center' },
      { header: '分子', width: 14, format: '#,##0', align: 'right' },
      { header: '分母', width: 14, format: '#,##0', align: 'right' },
      { header: '记录数', width: 10, format: '#,##0' },
      { header: '未达到记录数', width: 10, format: '#,##0' },
      { header: '95%下限', width: 10, format: PERCENT, align: 'right' },
      { header: '95%上限', width: 10, format: PERCENT, align: 'right' },
      { header: '误差（百分点）', width: 10, format: '0.0', align: 'right' },
      { header: '说明', width: 40 },
    ],
    rows: Object.entries(metrics).map(([name, metric]) => metricRow(name, metric)),
  };
}

const MONEY_METRICS: ReadonlySet<string> = new Set(['支出率', '资金到位率']);

function metricRow(name: string, metric: Evaluation['metrics'][string]): CellValue[] {
  const isMoney = MONEY_METRICS.has(name);
  const isRate = !isMetricName(name) || METRIC_MEASURES[name] === 'rate';
  const exact =
    isRate && metric.numerator !== null && metric.denominator !== null && metric.denominator > 0
      ? metric.numerator / metric.denominator
      : null;
  const scale = (value: number | null): CellValue =>
    value !== null && isMoney ? { value: value / 100, format: '#,##0.00' } : value;
  const count = { value: metric.numerator ?? 0, format: '#,##0' };
  return [
    name,
    metric.value === null ? '不适用' : (exact ?? count),
    isMetricName(name) ? metricUnit(name) : '',
    scale(metric.numerator),
    scale(metric.denominator),
    metric.records.length,
    metric.missed?.length ?? null,
    metric.interval === undefined ? null : Number(metric.interval.low),
    metric.interval === undefined ? null : Number(metric.interval.high),
    metric.interval === undefined ? null : Number(metric.interval.marginPoints),
    metric.reason ?? null,
  ];
}

function rateOf(rate: string | null): CellValue {
  return rate === null ? '不适用' : Number(rate);
}
