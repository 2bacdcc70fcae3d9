import { BLANK, showCell, type CellValue } from '#core/cell-value.ts';
import { yearOf } from '#core/plain-date.ts';

import { isBlankCell } from './cell-kinds.ts';
import {
  cellAt,
  findHeadingRow,
  MAX_ROWS_ABOVE,
  readHeadingRow,
  type RawRow,
} from './heading-row.ts';
import { headingKey } from './normalise-text.ts';
import type { ProblemList } from './problem-list.ts';
import type { RowReader } from './read-table.ts';
import { listColumns, parseRow, type ColumnForm } from './sheet-spec.ts';
import { FUND_FACTS, FUND_SHEET } from './sheets/fund-sheet.ts';
import type { FundFacts } from './year-records.ts';

export interface FundFactsReader extends RowReader {
  /** After the end; null when a fact is missing or wrong. */
  facts(): FundFacts | null;
}

interface FoundFact {
  readonly value: CellValue;
  readonly row: number;
  readonly column: number;
}

const SHEET = FUND_SHEET.name;
const HEADINGS: readonly ColumnForm[] = [FUND_SHEET.labelHeading, FUND_SHEET.valueHeading].map(
  (heading) => ({ heading, isRequired: true, look: 'text', options: [], note: '' }),
);

/** Reads 项目, where each row is one fact; small enough to be kept until its end. */
export function createFundFactsReader(problems: ProblemList): FundFactsReader {
  const rows: RawRow[] = [];
  let facts: FundFacts | null = null;
  return {
    row: (row) => void rows.push(row),
    end: () => {
      const heading = findHeadingRow(rows.slice(0, MAX_ROWS_ABOVE), HEADINGS);
      if (heading === undefined) {
        problems.add({ sheet: SHEET, row: 0 }, { code: 'workbook.no_heading_row' });
        return;
      }
      const { columns } = readHeadingRow(heading, HEADINGS, { sheet: SHEET, problems });
      const label = columns.get(FUND_SHEET.labelHeading);
      const value = columns.get(FUND_SHEET.valueHeading);
      if (label === undefined || value === undefined) return;
      const below = rows.slice(rows.indexOf(heading) + 1);
      facts = parseFacts(findFacts(below, { label, value, problems }), problems);
      reportHidden(below, problems);
    },
    facts: () => facts,
  };
}

interface FactColumns {
  readonly label: number;
  readonly value: number;
  readonly problems: ProblemList;
}

function findFacts(
  rows: readonly RawRow[],
  { label, value, problems }: FactColumns,
): ReadonlyMap<string, FoundFact> {
  const known = new Set(listColumns(FUND_FACTS).map((form) => headingKey(form.heading)));
  const found = new Map<string, FoundFact>();
  for (const row of rows) {
    const shown = showCell(cellAt(row, label)).trim();
    const key = headingKey(shown);
    const place = { sheet: SHEET, row: row.number, column: label };
    const first = found.get(key);
    if (key === '') {
      if (!isBlankCell(cellAt(row, value))) {
        problems.add(place, { code: 'workbook.fact_without_name', severity: 'notice' });
      }
    } else if (!known.has(key)) {
      problems.add(place, { code: 'workbook.unknown_fact', value: shown, severity: 'notice' });
    } else if (first !== undefined) {
      const params = { first: first.row };
      problems.add(place, { code: 'workbook.duplicate_fact', value: shown, params });
    } else found.set(key, { value: cellAt(row, value), row: row.number, column: value });
  }
  return found;
}

function parseFacts(
  found: ReadonlyMap<string, FoundFact>,
  problems: ProblemList,
): FundFacts | null {
  const factOf = (key: keyof FundFacts): FoundFact | undefined =>
    found.get(headingKey(FUND_FACTS[key].heading));
  const result = parseRow(FUND_FACTS, (key) => factOf(key)?.value ?? BLANK);
  if (result.ok) {
    reportEarlyCutoff(result.values, factOf('cutoff'), problems);
    return result.values;
  }
  for (const { column: key, fault } of result.faults) {
    const fact = factOf(key);
    if (fact === undefined) {
      const params = { fact: FUND_FACTS[key].heading };
      problems.add({ sheet: SHEET, row: 0 }, { code: 'workbook.missing_fact', params });
    } else {
      const { code, params } = fault;
      const value = showCell(fact.value);
      problems.add({ sheet: SHEET, row: fact.row, column: fact.column }, { code, params, value });
    }
  }
  return null;
}

/** Nothing of the year can have happened by then: every figure would be zero and look like a result. */
function reportEarlyCutoff(
  { year, cutoff }: FundFacts,
  fact: FoundFact | undefined,
  problems: ProblemList,
): void {
  if (fact === undefined || yearOf(cutoff) >= year) return;
  problems.add(
    { sheet: SHEET, row: fact.row, column: fact.column },
    { code: 'workbook.cutoff_before_year', value: cutoff, params: { year } },
  );
}

function reportHidden(rows: readonly RawRow[], problems: ProblemList): void {
  const count = rows.filter((row) => row.isHidden).length;
  if (count === 0) return;
  const place = { sheet: SHEET, row: 0 };
  problems.add(place, { code: 'workbook.hidden_rows', params: { count }, severity: 'notice' });
}
