import type { ProblemList } from './problem-list.ts';
import { AID_SHEET, type AidValues } from './sheets/aid-sheet.ts';
import { BUDGET_SHEET, type BudgetValues } from './sheets/budget-sheet.ts';
import {
  SURVEY_SHEET,
  VISIT_SHEET,
  type SurveyValues,
  type VisitValues,
} from './sheets/survey-sheets.ts';

/** Where a value stands in its sheet. */
interface Occurrence {
  readonly value: string;
  readonly row: number;
}

interface DatedQuarter {
  readonly year: number;
  readonly quarter: number;
  readonly row: number;
}

interface BudgetRow {
  readonly values: Partial<BudgetValues>;
  readonly row: number;
}

/**
 * Gathers what has to agree between rows and sheets while they are read, so that one faulty cell
 * hides no fault elsewhere.
 */
export interface CrossChecks {
  readonly onAid: (values: Partial<AidValues>, row: number) => void;
  readonly onSurvey: (values: Partial<SurveyValues>, row: number) => void;
  readonly onVisit: (values: Partial<VisitValues>, row: number) => void;
  readonly onBudget: (values: Partial<BudgetValues>, row: number) => void;
  /** After all sheets. */
  readonly report: (context: CrossCheckContext) => void;
}

export interface CrossCheckContext {
  readonly problems: ProblemList;
  readonly year: number | undefined;
  /** Columns of the keys, by sheet; undefined when a sheet lacks the column. */
  readonly applicationColumn: number | undefined;
  readonly quarterColumn: number | undefined;
  readonly surveyColumn: number | undefined;
  readonly visitColumn: number | undefined;
  readonly budgetColumn: number | undefined;
}

export function createCrossChecks(): CrossChecks {
  const applications: Occurrence[] = [];
  const quarters: DatedQuarter[] = [];
  const surveys: Occurrence[] = [];
  const visits: Occurrence[] = [];
  const budget: BudgetRow[] = [];
  return {
    onAid: ({ application, quarter }, row) => {
      if (application !== undefined) applications.push({ value: application, row });
      const year = quarter?.year ?? null;
      if (quarter && year !== null) quarters.push({ year, quarter: quarter.quarter, row });
    },
    onSurvey: ({ number }, row) => {
      if (number !== undefined) surveys.push({ value: number, row });
    },
    onVisit: ({ application }, row) => {
      if (application !== undefined) visits.push({ value: application, row });
    },
    onBudget: (values, row) => void budget.push({ values, row }),
    report: (context) => {
      reportRepeatedKeys(applications, surveys, context);
      if (context.applicationColumn !== undefined) {
        reportUnknown(visits, new Set(applications.map(({ value }) => value)), context);
      }
      reportSourcesWithoutInitial(budget, context);
      reportOtherYears(quarters, context);
    },
  };
}

function reportRepeatedKeys(
  applications: readonly Occurrence[],
  surveys: readonly Occurrence[],
  { problems, applicationColumn, surveyColumn }: CrossCheckContext,
): void {
  reportDuplicates(applications, {
    sheet: AID_SHEET.name,
    column: applicationColumn,
    problems,
    code: 'workbook.duplicate_application',
  });
  reportDuplicates(surveys, {
    sheet: SURVEY_SHEET.name,
    column: surveyColumn,
    problems,
    code: 'workbook.duplicate_questionnaire',
  });
}

function reportOtherYears(
  quarters: readonly DatedQuarter[],
  { problems, year, quarterColumn }: CrossCheckContext,
): void {
  for (const mark of quarters) {
    if (year === undefined || mark.year === year) continue;
    problems.add(
      { sheet: AID_SHEET.name, row: mark.row, column: quarterColumn },
      {
        code: 'workbook.quarter_of_other_year',
        value: `${mark.year}Q${mark.quarter}`,
        params: { year },
      },
    );
  }
}

interface DuplicateCheck {
  readonly sheet: string;
  readonly column: number | undefined;
  readonly code: string;
  readonly problems: ProblemList;
}

function reportDuplicates(found: readonly Occurrence[], check: DuplicateCheck): void {
  const firstRow = new Map<string, number>();
  for (const { value, row } of found) {
    const first = firstRow.get(value);
    if (first === undefined) firstRow.set(value, row);
    else {
      const { sheet, column, code } = check;
      check.problems.add({ sheet, row, column }, { code, value, params: { first, row } });
    }
  }
}

function reportUnknown(
  visits: readonly Occurrence[],
  known: ReadonlySet<string>,
  { problems, visitColumn }: CrossCheckContext,
): void {
  for (const { value, row } of visits) {
    if (known.has(value)) continue;
    const place = { sheet: VISIT_SHEET.name, row, column: visitColumn };
    problems.add(place, { code: 'workbook.unknown_application', value });
  }
}

/** A source that only has adjustments or receipts is possible, and often a forgotten row. */
function reportSourcesWithoutInitial(
  budget: readonly BudgetRow[],
  { problems, budgetColumn }: CrossCheckContext,
): void {
  const initial = new Set(
    budget.filter(({ values }) => values.item === '年初预算').map(({ values }) => values.source),
  );
  const told = new Set<string>();
  for (const { values, row } of budget) {
    const { source, item } = values;
    if (source === undefined || item === undefined) continue;
    if (initial.has(source) || told.has(source)) continue;
    told.add(source);
    const place = { sheet: BUDGET_SHEET.name, row, column: budgetColumn };
    problems.add(place, {
      code: 'workbook.source_without_initial',
      value: source,
      severity: 'notice',
    });
  }
}
