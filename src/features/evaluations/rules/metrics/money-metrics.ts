import { sumFen } from '#core/money.ts';
import type { Fen } from '#core/money.ts';

import type { Metric } from '../evaluation.ts';
import { rateMetric } from './metric.ts';
import type { SourceBudget, YearView } from './year-view.ts';

export interface BudgetTotals {
  readonly initialFen: Fen;
  readonly adjustedFen: Fen;
  readonly receivedFen: Fen;
  readonly paidFen: Fen;
}

export function budgetTotals(view: YearView): BudgetTotals {
  const sumOf = (key: keyof BudgetTotals): Fen => sumFen(view.bySource.map((row) => row[key]));
  return {
    initialFen: sumOf('initialFen'),
    adjustedFen: sumOf('adjustedFen'),
    receivedFen: sumOf('receivedFen'),
    paidFen: sumOf('paidFen'),
  };
}

/** A source that paid more than its adjusted budget; sources are never netted against each other. */
export function isOverspent(row: SourceBudget): boolean {
  return row.paidFen > row.adjustedFen;
}

const NO_BUDGET = '调整后预算为零，无法计算比率';

/** 支出率: paid ÷ adjusted budget. */
export function executionRate(view: YearView): Metric {
  const totals = budgetTotals(view);
  return rateMetric({
    numerator: totals.paidFen,
    denominator: totals.adjustedFen,
    records: view.paid.map((row) => row.application),
    whenEmpty: NO_BUDGET,
  });
}

/** 预算控制: 1 when no source, and not the total, paid more than its adjusted budget; else 0. */
export function budgetControl(view: YearView): Metric {
  const overspent = view.bySource.filter(isOverspent).map((row) => row.source);
  const totals = budgetTotals(view);
  const isWithin = overspent.length === 0 && totals.paidFen <= totals.adjustedFen;
  return rateMetric({
    numerator: isWithin ? 1 : 0,
    denominator: 1,
    records: budgetReferences(view),
    whenEmpty: NO_BUDGET,
    reason: isWithin
      ? '各项来源及合计支出均未超过调整后预算'
      : `支出超过调整后预算的来源：${overspent.join('、') || '合计'}`,
  });
}

/** 资金到位率: received ÷ adjusted budget. */
export function receiptRate(view: YearView): Metric {
  const totals = budgetTotals(view);
  return rateMetric({
    numerator: totals.receivedFen,
    denominator: totals.adjustedFen,
    records: budgetReferences(view),
    whenEmpty: NO_BUDGET,
  });
}

function budgetReferences(view: YearView): string[] {
  return view.records.budget.filter((entry) => entry.date <= view.cutoff).map((entry) => entry.row);
}
