import { maskPersonalText } from '#core/mask-personal.ts';
import { METRIC_MEASURES, isMetricName } from '#features/indicators/rules/metric-names.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';

import type {
  EvaluationView,
  FindingView,
  MetricView,
  RecordView,
  ViolationsPage,
  ViolationsQuery,
} from '../contract.ts';
import { VIOLATION_CODES } from '../rules/evaluation.ts';
import type { Evaluation, Finding, Metric, Violation } from '../rules/evaluation.ts';
import type { RecordSheet } from './record-sheet.ts';

interface ViewInput {
  readonly evaluation: Evaluation;
  readonly policy: PolicyVersion;
  readonly frameworkTitle: string;
  readonly isSample: boolean;
  readonly files: EvaluationView['files'];
}

/** What every page shows; the row lists, which grow with the ledger, are left to their own requests. */
export function toEvaluationView(input: ViewInput): EvaluationView {
  const { evaluation, policy, frameworkTitle, isSample, files } = input;
  const { metrics, findings, violations, aid, ...rest } = evaluation;
  const nameOf = new Map<string, string>(
    Object.values(policy.classes).map((rule) => [rule.code, rule.name]),
  );
  return {
    ...rest,
    isSample,
    frameworkTitle,
    aid: {
      ...aid,
      byClass: aid.byClass.map((row) => ({ ...row, name: nameOf.get(row.class) ?? '' })),
    },
    metrics: Object.entries(metrics).map(([name, metric]) => toMetricView(name, metric)),
    findings: findings.map(toFindingView),
    violations: VIOLATION_CODES.map((code) => ({
      code,
      count: violations.filter((violation) => violation.code === code).length,
    })).filter(({ count }) => count > 0),
    files,
  };
}

function toMetricView(name: string, metric: Metric): MetricView {
  const { records, missed, ...rest } = metric;
  return {
    ...rest,
    name,
    measure: isMetricName(name) ? METRIC_MEASURES[name] : 'count',
    rows: records.length,
    missedRows: missed?.length ?? null,
  };
}

function toFindingView(finding: Finding, position: number): FindingView {
  const { records, ...rest } = finding;
  return {
    ...rest,
    statement: maskPersonalText(rest.statement),
    position,
    rows: records?.length ?? 0,
  };
}

export function listViolations(evaluation: Evaluation, query: ViolationsQuery): ViolationsPage {
  const search = query.search.toLowerCase();
  const wanted = evaluation.violations
    .map((violation, position) => ({ ...toSafeViolation(violation), position }))
    .filter(
      ({ code, application }) =>
        (query.code === undefined || code === query.code) &&
        (application ?? '').toLowerCase().includes(search),
    );
  const rows = wanted.filter(({ position }) => position >= query.cursor).slice(0, query.limit);
  const last = rows.at(-1)?.position ?? Infinity;
  const next = wanted.find(({ position }) => position > last);
  return { rows, total: wanted.length, nextCursor: next?.position ?? null };
}

function toSafeViolation(violation: Violation): Violation {
  return { ...violation, detail: maskPersonalText(violation.detail) };
}

/** One row with all its columns, the rules it broke and the metrics it pulled down; undefined when unknown. */
export function findRecord(
  sheets: readonly RecordSheet[],
  evaluation: Evaluation,
  reference: string,
): RecordView | undefined {
  for (const sheet of sheets) {
    const canonical = sheet.find(reference);
    if (canonical === undefined) continue;
    const cells = sheet.cellsOf(canonical);
    return {
      reference: canonical,
      sheet: sheet.name,
      fields: sheet.columns.map(({ key, title }) => ({ title, value: cells[key] ?? '' })),
      violations: evaluation.violations
        .filter(({ application }) => application === canonical)
        .map(toSafeViolation),
      missedMetrics: Object.entries(evaluation.metrics)
        .filter(([, metric]) => metric.missed?.includes(canonical) === true)
        .map(([name]) => name),
    };
  }
  return undefined;
}
