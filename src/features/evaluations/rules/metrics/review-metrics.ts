import type { PlainDate } from '#core/plain-date.ts';
import type { AidRow, ReviewColumn } from '#features/fund-years/rules/year-records.ts';
import { addWorkingDays } from '#features/policies/rules/working-days.ts';

import type { Metric } from '../evaluation.ts';
import { rateMetric } from './metric.ts';
import { isBy } from './year-view.ts';
import type { YearView } from './year-view.ts';

export type Timeliness = 'in_time' | 'late' | 'not_due';

/**
 * Whether the district kept its clock (district rule: so many working days after the papers arrive,
 * the day of receipt not counted). A row without a receipt date cannot prove it was in time: late.
 */
export function districtTimeliness(
  row: AidRow,
  limitWorkingDays: number,
  cutoff: PlainDate,
): Timeliness {
  if (row.receivedOn === null) return 'late';
  const limit = addWorkingDays(row.receivedOn, limitWorkingDays);
  if (isBy(row.district.date, cutoff)) return row.district.date <= limit ? 'in_time' : 'late';
  return cutoff > limit ? 'late' : 'not_due';
}

/** 审批及时率: rows decided in time ÷ rows due. */
export function decisionTimeliness(view: YearView, limitWorkingDays: number): Metric {
  const due: string[] = [];
  const late: string[] = [];
  for (const row of view.records.aid) {
    const timeliness = districtTimeliness(row, limitWorkingDays, view.cutoff);
    if (timeliness === 'not_due') continue;
    due.push(row.application);
    if (timeliness === 'late') late.push(row.application);
  }
  return rateMetric({
    numerator: due.length - late.length,
    denominator: due.length,
    records: due,
    missed: late,
    whenEmpty: '截至评价截止日没有到期的审批事项',
  });
}

/** 审核栏完整率: decided rows with an opinion and a date at all three tiers ÷ decided rows. */
export function reviewCompleteness(view: YearView): Metric {
  const incomplete = view.decided.filter(
    (row) => ![row.grassroots, row.town, row.district].every(isFilled),
  );
  return rateMetric({
    numerator: view.decided.length - incomplete.length,
    denominator: view.decided.length,
    records: view.decided.map((row) => row.application),
    missed: incomplete.map((row) => row.application),
    whenEmpty: '截至评价截止日没有已审批的申请',
  });
}

export function isFilled(column: ReviewColumn): boolean {
  return column.opinion !== null && column.date !== null;
}
