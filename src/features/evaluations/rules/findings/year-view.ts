import type { AidRow } from '#features/fund-years/rules/year-records.ts';

import type { Indicator, Metric } from '../../contract.ts';
import type { FindingInput } from './finding-input.ts';

/** The input with the selections that several detectors share. */
export interface YearView extends FindingInput {
  /** 发放状态 成功, in ledger order. */
  readonly paid: readonly AidRow[];
  /** Rows with a district decision date on or before the cut-off. */
  readonly decided: readonly AidRow[];
  readonly byApplication: ReadonlyMap<string, AidRow>;
}

export function toYearView(input: FindingInput): YearView {
  const { aid, fund } = input.records;
  return {
    ...input,
    paid: aid.filter((row) => row.status === '成功'),
    decided: aid.filter((row) => row.district.date !== null && row.district.date <= fund.cutoff),
    byApplication: new Map(aid.map((row) => [row.application, row])),
  };
}

export function metricOf(year: FindingInput, name: string): Metric | undefined {
  return year.metrics[name];
}

export function hasLostPoints(indicator: Indicator): boolean {
  return indicator.score !== null && Number(indicator.score) < Number(indicator.weight);
}

/** The level-3 row that a metric decides, itself or through an element; a row that lost points first. */
export function findIndicatorOf(year: FindingInput, metric: string): string | undefined {
  const touched = year.indicators.filter(
    (row) => row.metric === metric || row.elements?.some((element) => element.metric === metric),
  );
  return (touched.find(hasLostPoints) ?? touched[0])?.level3;
}
