/**
 * Something wrong, or worth a notice, in one cell of a file a person filled in.
 * The message catalogue turns `code` and `params` into cause and cure; nothing is lost on the way.
 */
export interface InputProblem {
  readonly severity: 'error' | 'notice';
  readonly sheet: string;
  /** `N12` for a cell, `12` for a whole row, empty for a whole sheet. */
  readonly cell: string;
  /** The value as the cell shows it; empty for a blank cell. */
  readonly value: string;
  /** e.g. `workbook.not_a_date`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
