import { groupBy } from '#core/group-by.ts';
import { sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { AidRow, YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import type { Evaluation } from './evaluation.ts';
import { detectFindings } from './findings/detect-findings.ts';
import { computeMetrics } from './metrics/compute-metrics.ts';
import { rateMetric } from './metrics/metric.ts';
import { budgetTotals } from './metrics/money-metrics.ts';
import { countPersons, viewYear } from './metrics/year-view.ts';
import type { YearView } from './metrics/year-view.ts';
import { minimumLivingOf } from './minimum-living.ts';
import { scoreFramework } from './scoring/score-framework.ts';
import { findViolations } from './violations.ts';

export interface EvaluationInput {
  readonly records: YearRecords;
  /** The policy version in force in the fund-year. */
  readonly policy: PolicyVersion;
  readonly framework: Framework;
  /** Digest of the file the records came from. */
  readonly workbookSha256: string;
}

/** One year's records become metrics, violations, scores and findings, counted at the cut-off day. */
export function evaluateYear(input: EvaluationInput): Evaluation {
  const { records, policy, framework } = input;
  const view = viewYear(records);
  const violations = findViolations(view, policy, minimumLivingOf(records));
  const metrics = computeMetrics({
    view,
    outOfRange: violations.outOfRange,
    violating: violations.violating,
    districtReviewWorkingDays: policy.districtReview.workingDays,
  });
  const scoring = scoreFramework(framework, metrics, view.cutoff);
  const { fund } = records;
  const facts = {
    metrics,
    indicators: [...scoring.indicators],
    totals: scoring.totals,
    budget: summarizeBudget(view),
    aid: summarizeAid(view),
    violations: [...violations.list],
  };
  return {
    fund: {
      name: fund.name,
      organization: fund.organization,
      year: fund.year,
      cutoff: fund.cutoff,
    },
    ...facts,
    findings: detectFindings({ records, policy, framework, ...facts }),
    workbookSha256: input.workbookSha256,
    policyVersion: policy.id,
    frameworkVersion: framework.version,
  };
}

function summarizeBudget(view: YearView): Evaluation['budget'] {
  const totals = budgetTotals(view);
  return {
    ...totals,
    executionRate: rateOf(totals.paidFen, totals.adjustedFen),
    executionRateOfInitial: rateOf(totals.paidFen, totals.initialFen),
    bySource: view.bySource.map((row) => ({ ...row })),
  };
}

function rateOf(part: Fen, base: Fen): string | null {
  const rate = rateMetric({ numerator: part, denominator: base, records: [], whenEmpty: '' });
  return typeof rate.value === 'string' ? rate.value : null;
}

/** What was paid, by kind and class; kinds and classes without a payment are left out. */
function summarizeAid(view: YearView): Evaluation['aid'] {
  const byType = groupBy(view.paid, (row) => row.aidType);
  const byClass = groupBy(view.paid, (row) => row.aidClass);
  return {
    rows: view.paid.length,
    persons: countPersons(view.paid),
    households: new Set(view.paid.map((row) => row.household)).size,
    byType: AID_TYPES.flatMap((type) => {
      const rows = byType.get(type);
      return rows === undefined ? [] : [{ type, ...groupOf(rows) }];
    }),
    byClass: AID_CLASSES.flatMap((aidClass) => {
      const rows = byClass.get(aidClass);
      return rows === undefined ? [] : [{ class: aidClass, ...groupOf(rows) }];
    }),
  };
}

function groupOf(rows: readonly AidRow[]): { rows: number; persons: number; paidFen: Fen } {
  return {
    rows: rows.length,
    persons: countPersons(rows),
    paidFen: sumFen(rows.map((row) => row.amountFen)),
  };
}
