import type { AidRow } from '#features/fund-years/rules/year-records.ts';

import type { Indicator, Metric } from '../evaluation.ts';
import { viewYear } from '../metrics/year-view.ts';
import type { FindingInput } from './finding-input.ts';

/** The input with the selections that several detectors share, all taken at the cut-off. */
export interface FindingContext extends FindingInput {
  readonly cutoff: FindingInput['records']['fund']['cutoff'];
  readonly paid: readonly AidRow[];
  readonly decided: readonly AidRow[];
  readonly byApplication: ReadonlyMap<string, AidRow>;
}

export function toFindingContext(input: FindingInput): FindingContext {
  const { cutoff, paid, decided } = viewYear(input.records);
  const byApplication = new Map(input.records.aid.map((row) => [row.application, row]));
  return { ...input, cutoff, paid, decided, byApplication };
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

type Element = NonNullable<Indicator['elements']>[number];

/** Elements answered by hand that are not fully met and whose words match. */
export function listUnmetElements(
  year: FindingInput,
  words: RegExp,
): readonly { readonly indicator: string; readonly element: Element }[] {
  return year.indicators.flatMap((indicator) =>
    (indicator.elements ?? [])
      .filter((element) => element.satisfied !== '是' && element.metric === undefined)
      .filter((element) => words.test(element.element))
      .map((element) => ({ indicator: indicator.level3, element })),
  );
}
