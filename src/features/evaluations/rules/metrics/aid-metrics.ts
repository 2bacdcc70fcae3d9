import type { AidRow } from '#features/fund-years/rules/year-records.ts';

import type { Metric } from '../evaluation.ts';
import { countMetric, rateMetric } from './metric.ts';
import { countPersons, isBy } from './year-view.ts';
import type { YearView } from './year-view.ts';

const NOTHING_PAID = '截至评价截止日没有发放成功的记录';

/** 救助人次: paid rows. */
export function paidRowCount(view: YearView): Metric {
  return countMetric(view.paid.length, applications(view.paid));
}

/** 救助人数: distinct identity numbers among the paid rows. */
export function paidPersonCount(view: YearView): Metric {
  return countMetric(countPersons(view.paid), applications(view.paid));
}

/** 计划完成率: paid rows ÷ planned rows. */
export function planCompletion(view: YearView): Metric {
  return rateMetric({
    numerator: view.paid.length,
    denominator: view.records.fund.plannedRows,
    records: applications(view.paid),
    whenEmpty: '计划救助人次为零，无法计算比率',
  });
}

/** 标准符合率: paid rows whose amount lies in its class range ÷ paid rows. */
export function withinRangeRate(view: YearView, outOfRange: readonly string[]): Metric {
  return rateMetric({
    numerator: view.paid.length - outOfRange.length,
    denominator: view.paid.length,
    records: applications(view.paid),
    missed: outOfRange,
    whenEmpty: NOTHING_PAID,
  });
}

/** 救助覆盖率: persons aided ÷ persons who should be. */
export function coverage(view: YearView): Metric {
  return rateMetric({
    numerator: countPersons(view.paid),
    denominator: view.records.fund.eligiblePersons ?? 0,
    records: applications(view.paid),
    whenEmpty: '未填报应救助人数，无法计算比率',
  });
}

/** 回访率: paid rows with at least one visit ÷ paid rows. */
export function visitRate(view: YearView): Metric {
  const visited = new Set(
    view.records.visits
      .filter((visit) => isBy(visit.date, view.cutoff))
      .map((visit) => visit.application),
  );
  const missed = view.paid.filter((row) => !visited.has(row.application));
  return rateMetric({
    numerator: view.paid.length - missed.length,
    denominator: view.paid.length,
    records: applications(view.paid),
    missed: applications(missed),
    whenEmpty: NOTHING_PAID,
  });
}

function applications(rows: readonly AidRow[]): string[] {
  return rows.map((row) => row.application);
}
