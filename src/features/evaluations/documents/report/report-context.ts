import { decimal, subtract, sum, toFixed } from '#core/fraction.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import type { Evaluation, Finding, Indicator } from '../../rules/evaluation.ts';
import { groupFindings } from '../../rules/findings/group-findings.ts';
import type { GroupedFindings } from '../../rules/findings/group-findings.ts';
import { viewYear } from '../../rules/metrics/year-view.ts';
import type { YearView } from '../../rules/metrics/year-view.ts';
import type { ReportModel } from './report-model.ts';

export interface ReportInput {
  readonly evaluation: Evaluation;
  readonly records: YearRecords;
  readonly framework: Framework;
  readonly policy: PolicyVersion;
  readonly outline: ReportModel['outline'];
  /** Printed on every page, e.g. that the persons are samples. */
  readonly notice?: string;
}

/** What every section reads: the input, the year at its cut-off, and the findings in chapters. */
export interface ReportContext extends ReportInput {
  readonly view: YearView;
  readonly grouped: GroupedFindings;
  /** Running number of each problem over all chapters: 问题1, 问题2 … */
  readonly problemNumbers: ReadonlyMap<Finding, number>;
}

export function toReportContext(input: ReportInput): ReportContext {
  const grouped = groupFindings(input.evaluation.findings);
  const problems = grouped.problems.flatMap((group) =>
    group.findings.map(({ finding }) => finding),
  );
  return {
    ...input,
    view: viewYear(input.records),
    grouped,
    problemNumbers: new Map(problems.map((finding, index) => [finding, index + 1])),
  };
}

/** Numbers of the problems that touch an indicator, e.g. `问题3、问题4`; empty for none. */
export function problemsOf(context: ReportContext, level3: string): string {
  return [...context.problemNumbers]
    .filter(([finding]) => finding.indicator === level3)
    .map(([, number]) => `问题${number}`)
    .join('、');
}

export function lostPoints(indicator: Pick<Indicator, 'weight' | 'score'>): string {
  const score = decimal(indicator.score ?? indicator.weight);
  return toFixed(subtract(decimal(indicator.weight), score), 2);
}

/** The rows as printed, added up: a table's total is never anything else. */
export function sumOfLosses(rows: readonly Indicator[]): string {
  return toFixed(sum(rows.map((row) => decimal(lostPoints(row)))), 2);
}

export function frameworkRowOf(
  context: Pick<ReportContext, 'framework'>,
  indicator: Indicator,
): IndicatorRow | undefined {
  return context.framework.rows.find(
    (row) => row.level3 === indicator.level3 && row.level2 === indicator.level2,
  );
}

/** Level-1 and level-2 names in the order of the rows. */
export function branchesOf(
  indicators: readonly Indicator[],
): readonly { readonly level1: string; readonly level2: readonly string[] }[] {
  const level1 = [...new Set(indicators.map((row) => row.level1))];
  return level1.map((name) => ({
    level1: name,
    level2: [...new Set(indicators.filter((row) => row.level1 === name).map((row) => row.level2))],
  }));
}
