import type { InputProblem } from '#core/input-problem.ts';
import type { Framework } from '#features/indicators/rules/framework.ts';
import type { IndicatorProblem } from '#features/indicators/rules/indicator-problem.ts';
import { resolveFramework } from '#features/indicators/rules/resolve-framework.ts';

import { rowOfReference } from './cell-address.ts';
import { createCrossChecks } from './cross-checks.ts';
import type { RawRow } from './heading-row.ts';
import { squeeze } from './normalise-text.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { createFundFactsReader } from './read-fund-facts.ts';
import {
  createTableReader,
  type RowReader,
  type TableOptions,
  type TableReader,
} from './read-table.ts';
import { EXPORT_NOTES_SHEET, NOTES_SHEET } from './sheet-notes.ts';
import type { SheetSpec } from './sheet-spec.ts';
import type { YearRecords } from './year-records.ts';
import { YEAR_SHEETS } from './year-sheets.ts';

export interface CollectedYear {
  /** Null when there is any error. */
  readonly records: YearRecords | null;
  /** Null when the framework sheets have an error. */
  readonly framework: Framework | null;
  readonly problems: readonly InputProblem[];
}

/** Takes the sheets of a workbook as they stream by, and makes records and one list of problems of them. */
export interface YearCollector {
  /** Null for a sheet that holds no data of the year. */
  readonly openSheet: (name: string, isHidden: boolean) => ((row: RawRow) => void) | null;
  readonly finish: () => CollectedYear;
}

const SHEET_NAMES = Object.values(YEAR_SHEETS).map((sheet) => sheet.name);

export function createYearCollector(): YearCollector {
  const problems = createProblemList(SHEET_NAMES);
  const readers = createReaders(problems);
  const byName = new Map<string, RowReader>(
    readers.all.map(({ name, reader }) => [squeeze(name), reader]),
  );
  const opened = new Set<RowReader>();
  return {
    openSheet: (shown, isHidden) => {
      const name = squeeze(shown);
      const reader = byName.get(name);
      const place = { sheet: shown, row: 0 };
      if (reader === undefined) {
        if (name !== NOTES_SHEET && name !== EXPORT_NOTES_SHEET) {
          problems.add(place, { code: 'workbook.unknown_sheet', severity: 'notice' });
        }
        return null;
      }
      if (opened.has(reader)) {
        problems.add(place, { code: 'workbook.duplicate_sheet' });
        return null;
      }
      opened.add(reader);
      if (isHidden) {
        const sheet = { sheet: name, row: 0 };
        problems.add(sheet, { code: 'workbook.hidden_sheet', severity: 'notice' });
      }
      return reader.row;
    },
    finish: () => {
      for (const reader of opened) reader.end();
      reportMissingSheets(readers.all, opened, problems);
      return finishYear(readers, problems);
    },
  };
}

interface NamedReader {
  readonly name: string;
  readonly isRequired: boolean;
  readonly reader: RowReader;
}

type Readers = ReturnType<typeof createReaders>;

function createReaders(problems: ProblemList) {
  const all: NamedReader[] = [];
  const checks = createCrossChecks();
  const table = <V extends object, R>(
    spec: SheetSpec<V, R>,
    onValues?: TableOptions<V, R>['onValues'],
  ): TableReader<V, R> => {
    const reader = createTableReader({ spec, problems, ...(onValues ? { onValues } : {}) });
    all.push({ name: spec.name, isRequired: spec.isRequired, reader });
    return reader;
  };
  const fund = createFundFactsReader(problems);
  all.push({ name: YEAR_SHEETS.fund.name, isRequired: true, reader: fund });
  return {
    all,
    checks,
    fund,
    budget: table(YEAR_SHEETS.budget, checks.onBudget),
    aid: table(YEAR_SHEETS.aid, checks.onAid),
    survey: table(YEAR_SHEETS.survey, checks.onSurvey),
    publicity: table(YEAR_SHEETS.publicity),
    training: table(YEAR_SHEETS.training),
    forwarding: table(YEAR_SHEETS.forwarding),
    inspections: table(YEAR_SHEETS.inspections),
    visits: table(YEAR_SHEETS.visits, checks.onVisit),
    grievances: table(YEAR_SHEETS.grievances),
    indicators: table(YEAR_SHEETS.indicators),
    elements: table(YEAR_SHEETS.elements),
    reviewScores: table(YEAR_SHEETS.reviewScores),
  };
}

function reportMissingSheets(
  all: readonly NamedReader[],
  opened: ReadonlySet<RowReader>,
  problems: ProblemList,
): void {
  for (const { name, isRequired, reader } of all) {
    if (!isRequired || opened.has(reader)) continue;
    problems.add({ sheet: name, row: 0 }, { code: 'workbook.missing_sheet' });
  }
}

function finishYear(readers: Readers, problems: ProblemList): CollectedYear {
  const fund = readers.fund.facts();
  readers.checks.report({
    problems,
    year: fund?.year,
    applicationColumn: readers.aid.columnOf('application'),
    quarterColumn: readers.aid.columnOf('quarter'),
    surveyColumn: readers.survey.columnOf('number'),
    visitColumn: readers.visits.columnOf('application'),
    budgetColumn: readers.budget.columnOf('source'),
  });
  const framework = finishFramework(readers, problems);
  const listed = problems.sorted();
  if (fund === null || listed.some((problem) => problem.severity === 'error')) {
    return { records: null, framework, problems: listed };
  }
  const records: YearRecords = {
    fund,
    budget: readers.budget.records,
    aid: readers.aid.records,
    survey: readers.survey.records,
    publicity: readers.publicity.records,
    training: readers.training.records,
    forwarding: readers.forwarding.records,
    inspections: readers.inspections.records,
    visits: readers.visits.records,
    grievances: readers.grievances.records,
    indicators: ownIndicators(readers),
    elements: readers.elements.records,
    reviewScores: readers.reviewScores.records,
  };
  return { records, framework, problems: listed };
}

/** Weights and shares are added up only when every row of them could be read. */
function finishFramework(readers: Readers, problems: ProblemList): Framework | null {
  const { indicators, elements, reviewScores } = YEAR_SHEETS;
  const faulty = [indicators, elements, reviewScores].some(
    (sheet) => problems.countErrors(sheet.name) > 0,
  );
  if (faulty) return null;
  const result = resolveFramework({
    indicators: ownIndicators(readers),
    elements: readers.elements.records,
    reviewScores: readers.reviewScores.records,
  });
  for (const problem of result.problems) addIndicatorProblem(problem, readers, problems);
  return result.framework;
}

function ownIndicators(readers: Readers): YearRecords['indicators'] {
  const { records } = readers.indicators;
  return records.length === 0 ? null : records;
}

function addIndicatorProblem(
  problem: IndicatorProblem,
  readers: Readers,
  problems: ProblemList,
): void {
  const { sheet, row, column, code, value, params, severity } = problem;
  const reader = { 指标: readers.indicators, 要素: readers.elements, 评分: readers.reviewScores }[
    sheet
  ];
  const place = {
    sheet,
    row: row === null ? 0 : (rowOfReference(row) ?? 0),
    column: row === null ? undefined : reader.columnOfHeading(column),
  };
  problems.add(place, { code, value, params, severity });
}
