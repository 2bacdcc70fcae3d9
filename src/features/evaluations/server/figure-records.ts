import type { RecordRow, RecordsPage, RecordsQuery } from '../contract.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import type { RecordSheet } from './record-sheet.ts';

/** The rows a figure names: its whole base, and those of it that did not meet the test. */
export interface FigureReferences {
  readonly records: readonly string[];
  readonly missed: readonly string[];
}

export function findMetricReferences(
  evaluation: Evaluation,
  name: string,
): FigureReferences | undefined {
  // Not by index: a name such as `constructor` is in every object.
  const metric = Object.entries(evaluation.metrics).find(([key]) => key === name)?.[1];
  return metric && { records: metric.records, missed: metric.missed ?? [] };
}

export function findFindingReferences(
  evaluation: Evaluation,
  position: number,
): FigureReferences | undefined {
  const finding = evaluation.findings[position];
  return finding && { records: finding.records ?? [], missed: [] };
}

interface SheetRows {
  readonly sheet: RecordSheet;
  readonly references: readonly string[];
  readonly missed: ReadonlySet<string>;
}

/** One page of the rows behind a figure, of the sheet asked for or else the first that has rows. */
export function listFigureRecords(
  sheets: readonly RecordSheet[],
  figure: FigureReferences,
  query: RecordsQuery,
): RecordsPage {
  const bySheet = sheets
    .map((sheet) => rowsOf(sheet, figure))
    .filter(({ references }) => references.length > 0);
  const chosen = bySheet.find(({ sheet }) => sheet.name === query.sheet) ?? bySheet[0];
  const page = chosen === undefined ? EMPTY : toPage(chosen, query);
  return {
    sheets: bySheet.map(({ sheet, references, missed }) => ({
      name: sheet.name,
      rows: references.length,
      missedRows: missed.size,
    })),
    ...page,
  };
}

type Rows = Omit<RecordsPage, 'sheets'>;

const EMPTY: Rows = { sheet: null, columns: [], rows: [], total: 0, nextCursor: null };

function rowsOf(sheet: RecordSheet, figure: FigureReferences): SheetRows {
  const missed = new Set(findAll(sheet, figure.missed));
  // A missed row that the base forgot to name is still shown.
  const references = [...new Set([...findAll(sheet, figure.records), ...missed])];
  return { sheet, references, missed };
}

function findAll(sheet: RecordSheet, references: readonly string[]): string[] {
  return references.map(sheet.find).filter((reference) => reference !== undefined);
}

function toPage({ sheet, references, missed }: SheetRows, query: RecordsQuery): Rows {
  const wanted = references.filter(
    (reference) =>
      (query.missedOnly === 'false' || missed.has(reference)) &&
      matches(sheet, reference, query.search),
  );
  // The cursor is the last row already shown: pages neither repeat nor skip a row.
  const start = query.cursor === undefined ? 0 : wanted.indexOf(query.cursor) + 1;
  const shown = wanted.slice(start, start + query.limit);
  const hasMore = start + shown.length < wanted.length;
  return {
    sheet: sheet.name,
    columns: [...sheet.columns],
    rows: shown.map((reference) => toRow(sheet, reference, missed)),
    total: wanted.length,
    nextCursor: hasMore ? (shown.at(-1) ?? null) : null,
  };
}

function toRow(sheet: RecordSheet, reference: string, missed: ReadonlySet<string>): RecordRow {
  return { reference, missed: missed.has(reference), cells: sheet.cellsOf(reference) };
}

/** By number only: searching names or identity numbers would read out what the mask hides. */
function matches(sheet: RecordSheet, reference: string, search: string): boolean {
  if (search === '') return true;
  const application = sheet.cellsOf(reference)['application'] ?? '';
  return `${reference}\n${application}`.toLowerCase().includes(search.toLowerCase());
}
