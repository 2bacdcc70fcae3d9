import type { PlainDate } from '#core/plain-date.ts';
import type { RowReference } from '#features/indicators/rules/framework.ts';

import type { Metric } from '../evaluation.ts';
import { countMetric, rateMetric } from './metric.ts';
import { isBy } from './year-view.ts';
import type { YearView } from './year-view.ts';

/** 政策转发率: unions that forwarded ÷ unions that should. */
export function forwardingRate(view: YearView): Metric {
  const due = view.records.forwarding.filter((row) => row.due);
  const missed = due.filter((row) => !isBy(row.forwardedOn, view.cutoff));
  return rateMetric({
    numerator: due.length - missed.length,
    denominator: due.length,
    records: references(due),
    missed: references(missed),
    whenEmpty: '没有应转发政策文件的工会记录',
  });
}

/** 检查完成率: planned inspections completed ÷ planned. */
export function inspectionCompletion(view: YearView): Metric {
  return planCompletion(view.records.inspections, view.cutoff, '未制定监督检查计划');
}

/** 宣传完成率: planned publicity completed ÷ planned. */
export function publicityCompletion(view: YearView): Metric {
  return planCompletion(view.records.publicity, view.cutoff, '未制定宣传计划');
}

/** 抽查准确率: 合格份数 ÷ 抽查份数 over the inspections held. */
export function sampleAccuracy(view: YearView): Metric {
  const held = view.records.inspections.filter(
    (row) => row.sampled !== null && (row.completedOn === null || row.completedOn <= view.cutoff),
  );
  const missed = held.filter((row) => (row.conforming ?? 0) < (row.sampled ?? 0));
  return rateMetric({
    numerator: total(held.map((row) => row.conforming)),
    denominator: total(held.map((row) => row.sampled)),
    records: references(held),
    missed: references(missed),
    whenEmpty: '没有抽查档案的记录',
  });
}

/** 公众号宣传次数: completed publicity on the official account. */
export function officialAccountPosts(view: YearView): Metric {
  const posts = view.records.publicity.filter(
    (row) => row.channel === '公众号' && isBy(row.completedOn, view.cutoff),
  );
  return countMetric(posts.length, references(posts));
}

/** 培训覆盖率: 实到人数 ÷ 应到人数. */
export function trainingCoverage(view: YearView): Metric {
  const held = view.records.training.filter((row) => isBy(row.date, view.cutoff));
  return rateMetric({
    numerator: total(held.map((row) => row.attended)),
    denominator: total(held.map((row) => row.expected)),
    records: references(held),
    missed: references(held.filter((row) => row.attended < row.expected)),
    whenEmpty: '没有开展业务培训的记录',
  });
}

/** 属实投诉数: complaints found to be true. */
export function upheldGrievances(view: YearView): Metric {
  const upheld = view.records.grievances.filter(
    (row) => row.upheld === '是' && isBy(row.date, view.cutoff),
  );
  return countMetric(upheld.length, references(upheld));
}

interface Planned {
  readonly row: RowReference;
  readonly plannedOn: PlainDate | null;
  readonly completedOn: PlainDate | null;
}

function planCompletion(rows: readonly Planned[], cutoff: PlainDate, whenEmpty: string): Metric {
  const planned = rows.filter((row) => row.plannedOn !== null);
  const missed = planned.filter((row) => !isBy(row.completedOn, cutoff));
  return rateMetric({
    numerator: planned.length - missed.length,
    denominator: planned.length,
    records: references(planned),
    missed: references(missed),
    whenEmpty,
  });
}

function references(rows: readonly { readonly row: RowReference }[]): RowReference[] {
  return rows.map((row) => row.row);
}

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
