import { fen, yuan } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import type { AidRow, BudgetEntry, YearRecords } from '#features/fund-years/rules/year-records.ts';

/** A small year built by hand, for tests of what is shown; the arithmetic has tests of its own. */

export function anAidRow(number: number, overrides: Partial<AidRow> = {}): AidRow {
  return {
    row: `救助台账!${number + 1}`,
    application: `SQ2023-${String(number).padStart(4, '0')}`,
    name: '王小明',
    identityNumber: '44011819900307123X',
    household: '44011819600101001X',
    grassrootsUnion: '永宁第一工会',
    townUnion: '永宁街道总工会',
    aidType: '季度救助',
    aidClass: 'Q1',
    quarter: 2,
    appliedOn: day('2023-04-03'),
    grassroots: { opinion: '同意', date: day('2023-04-06') },
    town: { opinion: '同意', date: null },
    receivedOn: day('2023-04-20'),
    district: { opinion: '同意', date: day('2023-04-24') },
    amountFen: yuan(600),
    source: '工会经费',
    paidOn: day('2023-04-28'),
    status: '成功',
    event: null,
    specialReason: '本人电话13800138000已核实',
    ...overrides,
  };
}

export function aYearOfRecords(aidRows = 250): YearRecords {
  const entry = (row: number, amount: number, item: BudgetEntry['item']): BudgetEntry => ({
    row: `预算!${row}`,
    source: '工会经费',
    item,
    amountFen: fen(amount),
    date: day('2023-01-10'),
    documentNumber: null,
    note: null,
  });
  return {
    fund: {
      name: '困难职工帮扶资金',
      organization: '某区总工会',
      year: 2023,
      department: null,
      minimumLivingFen: null,
      plannedRows: 270,
      plannedQuarterlyRows: null,
      plannedEmergencyRows: null,
      eligiblePersons: null,
      nextYearBudgetFen: null,
      questionnairesSent: null,
      cutoff: day('2023-12-31'),
    },
    budget: [entry(2, 27000000, '年初预算'), entry(3, 27000000, '到位')],
    aid: Array.from({ length: aidRows }, (_, index) => anAidRow(index + 1)),
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
  };
}

/** Figures of the sample year: 14 / 21 / 28 / 27 = 90. The rows behind them are those of `records`. */
export function anEvaluation(records: YearRecords = aYearOfRecords()): Evaluation {
  const applications = records.aid.map(({ application }) => application);
  return Evaluation.parse({
    fund: {
      name: '困难职工帮扶资金',
      organization: '某区总工会',
      year: 2023,
      cutoff: '2023-12-31',
    },
    budget: {
      initialFen: 48000000,
      adjustedFen: 27000000,
      receivedFen: 27000000,
      paidFen: 26580000,
      executionRate: '0.984444',
      executionRateOfInitial: '0.553750',
      bySource: [
        {
          source: '工会经费',
          initialFen: 48000000,
          adjustedFen: 27000000,
          receivedFen: 27000000,
          paidFen: 26580000,
        },
      ],
    },
    aid: {
      rows: 272,
      persons: 260,
      households: 255,
      byType: [{ type: '季度救助', rows: 233, persons: 221, paidFen: 13980000 }],
      byClass: [{ class: 'Q1', rows: 233, persons: 221, paidFen: 13980000 }],
    },
    metrics: {
      支出率: {
        value: '0.984444',
        numerator: 26580000,
        denominator: 27000000,
        records: [...applications, '预算!2', '预算!3'],
      },
      审批及时率: {
        value: '0.988000',
        numerator: 247,
        denominator: 250,
        records: applications,
        missed: applications.slice(0, 3),
      },
      违规笔数: { value: 1, numerator: 1, denominator: null, records: applications.slice(0, 1) },
      属实投诉数: { value: 0, numerator: 0, denominator: null, records: [] },
    },
    indicators: [
      {
        level1: '投入',
        level2: '资金落实',
        level3: '资金到位情况',
        weight: '2.00',
        kind: '比率',
        metric: '资金到位率',
        value: '100.00%',
        target: '100%',
        score: '2.00',
        reasons: ['资金全部到位'],
        evidence: [],
      },
    ],
    totals: {
      weight: '100.00',
      score: '90.00',
      grade: '优',
      level1: [
        { name: '投入', weight: '16.00', score: '14.00', rate: '0.875000' },
        { name: '过程', weight: '24.00', score: '21.00', rate: '0.875000' },
        { name: '产出', weight: '30.00', score: '28.00', rate: '0.933333' },
        { name: '效益', weight: '30.00', score: '27.00', rate: '0.900000' },
      ],
      level2: [],
    },
    violations: [
      {
        code: 'range',
        application: applications[0] ?? null,
        rule: '单次救助金额应在类别标准以内',
        citation: '救助办法第三条',
        detail: '身份证号44011819900307123X的核准金额低于下限',
      },
    ],
    findings: [
      {
        code: 'late_decisions',
        severity: 'warn',
        statement: '3件申请审批超过时限',
        metric: '审批及时率',
        suggestion: '按时限审批',
        records: applications.slice(0, 3),
      },
    ],
    workbookSha256: '0'.repeat(64),
    policyVersion: 'test',
    frameworkVersion: 'test',
  });
}
