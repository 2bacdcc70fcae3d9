import type { RowReference } from './framework.ts';

export type IndicatorSheet = '指标' | '要素' | '评分';

/** A fault in the framework sheets, by row and column heading; the reader turns it into a cell. */
export interface IndicatorProblem {
  readonly severity: 'error' | 'notice';
  readonly sheet: IndicatorSheet;
  /** Null when the whole sheet is meant. */
  readonly row: RowReference | null;
  /** Column heading without `*`; empty when the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Worth saying, and no reason to refuse the workbook. */
const NOTICES: ReadonlySet<string> = new Set([
  'element.not_used',
  'element.metric_decides',
  'review.not_used',
]);

interface ProblemDetails {
  readonly column?: string;
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export function indicatorProblem(
  sheet: IndicatorSheet,
  row: RowReference | null,
  code: string,
  details: ProblemDetails = {},
): IndicatorProblem {
  return {
    severity: NOTICES.has(code) ? 'notice' : 'error',
    sheet,
    row,
    column: details.column ?? '',
    value: details.value ?? '',
    code,
    params: details.params ?? {},
  };
}
