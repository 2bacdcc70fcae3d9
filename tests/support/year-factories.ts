import { decimal, fraction } from '#core/fraction.ts';
import { yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { Metric } from '#features/evaluations/rules/evaluation.ts';
import type { Metrics } from '#features/evaluations/rules/metrics/compute-metrics.ts';
import { countMetric, rateMetric } from '#features/evaluations/rules/metrics/metric.ts';
import type {
  AidRow,
  BudgetEntry,
  SurveyAnswer,
  YearRecords,
} from '#features/fund-years/rules/year-records.ts';
import type { ElementRow, Framework, IndicatorRow } from '#features/indicators/rules/framework.ts';
import { METRIC_NAMES } from '#features/indicators/rules/metric-names.ts';
import type { MetricName } from '#features/indicators/rules/metric-names.ts';

/** A quarterly row that breaks no rule, complete at all three tiers. */
export function anAidRow(overrides: Partial<AidRow> = {}): AidRow {
  const application = overrides.application ?? 'SQ-0001';
  return {
    row: `救助台账!${application}`,
    application,
    name: '样例张三',
    identityNumber: '440118199001010019',
    household: `H-${application}`,
    grassrootsUnion: '样例公司工会',
    townUnion: '荔城街总工会',
    aidType: '季度救助',
    aidClass: 'Q1',
    quarter: 1,
    appliedOn: day('2023-02-01'),
    grassroots: { opinion: '同意', date: day('2023-02-06') },
    town: { opinion: '同意', date: day('2023-02-10') },
    receivedOn: day('2023-02-13'),
    district: { opinion: '同意', date: day('2023-02-17') },
    amountFen: yuan(600),
    source: '工会经费',
    paidOn: day('2023-02-21'),
    status: '成功',
    event: null,
    specialReason: null,
    ...overrides,
  };
}

export function aBudgetEntry(overrides: Partial<BudgetEntry> = {}): BudgetEntry {
  return {
    row: '预算!2',
    source: '工会经费',
    item: '年初预算',
    amountFen: yuan(100_000),
    date: day('2023-01-05'),
    documentNumber: null,
    note: null,
    ...overrides,
  };
}

export function anAnswer(overrides: Partial<SurveyAnswer> = {}): SurveyAnswer {
  return {
    row: '问卷!2',
    number: 'W-1',
    respondent: '受助职工',
    townUnion: null,
    awareness: '知晓',
    relief: '有一定作用',
    satisfaction: '满意',
    ...overrides,
  };
}

export function aYear(overrides: Partial<YearRecords> = {}): YearRecords {
  return {
    fund: {
      name: '困难职工帮扶资金（送温暖）',
      organization: '样例区总工会',
      year: 2023,
      department: null,
      minimumLivingFen: yuan(1238),
      plannedRows: 1,
      plannedQuarterlyRows: null,
      plannedEmergencyRows: null,
      eligiblePersons: null,
      nextYearBudgetFen: null,
      questionnairesSent: null,
      cutoff: day('2023-12-31'),
    },
    budget: [aBudgetEntry(), aBudgetEntry({ row: '预算!3', item: '到位' })],
    aid: [anAidRow()],
    survey: [],
    publicity: [],
    training: [],
    forwarding: [],
    inspections: [],
    visits: [],
    grievances: [],
    indicators: null,
    elements: [],
    reviewScores: [],
    ...overrides,
  };
}

export function anIndicator(overrides: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    level1: '产出',
    level2: '效率性',
    level3: '审批及时',
    weight: fraction(100),
    category: '个性',
    kind: '比率',
    metric: '审批及时率',
    target: decimal('100'),
    direction: '越大越好',
    parameter: null,
    row: null,
    ...overrides,
  };
}

export function anElement(overrides: Partial<ElementRow> = {}): ElementRow {
  return {
    level3: '审批及时',
    element: '有制度',
    share: fraction(100),
    answer: '是',
    metric: null,
    bound: null,
    evidence: null,
    note: null,
    row: null,
    ...overrides,
  };
}

export function aFramework(overrides: Partial<Framework> = {}): Framework {
  return {
    version: 'workbook',
    title: '测试指标体系',
    rows: [anIndicator()],
    elements: [],
    reviewScores: [],
    ...overrides,
  };
}

export function aRate(numerator: number, denominator: number): Metric {
  return rateMetric({ numerator, denominator, records: [], whenEmpty: '基数为零' });
}

/** All metrics empty or zero but for those given. */
export function someMetrics(given: Partial<Record<MetricName, Metric>> = {}): Metrics {
  const empty = Object.fromEntries(METRIC_NAMES.map((name) => [name, countMetric(0, [])]));
  // Every name is present: the object is built from the full list of names.
  return { ...(empty as Record<MetricName, Metric>), ...given };
}
