import type { InputProblem } from '#core/input-problem.ts';

import { cellAddress } from './cell-address.ts';

/** Where a problem stands; `row` 0 means the whole sheet. */
export interface ProblemPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column?: number | undefined;
}

export interface ProblemCause {
  readonly code: string;
  readonly value?: string;
  readonly params?: InputProblem['params'];
  readonly severity?: InputProblem['severity'];
}

export interface ProblemList {
  add(place: ProblemPlace, cause: ProblemCause): void;
  /** Errors in one sheet so far. */
  countErrors(sheet: string): number;
  /** All problems by sheet, row and column. */
  sorted(): readonly InputProblem[];
}

/** A file that is wrong throughout would fill the memory with messages nobody reads. */
const MAX_PROBLEMS = 100_000;

/** @param sheetOrder names of the known sheets; others come last. */
export function createProblemList(sheetOrder: readonly string[]): ProblemList {
  const listed: { place: ProblemPlace; problem: InputProblem }[] = [];
  const errors = new Map<string, number>();
  let omitted = 0;
  const rank = (sheet: string): number => {
    const index = sheetOrder.indexOf(sheet);
    return index < 0 ? sheetOrder.length : index;
  };
  return {
    add: (place, { code, value = '', params = {}, severity = 'error' }) => {
      if (severity === 'error') errors.set(place.sheet, (errors.get(place.sheet) ?? 0) + 1);
      if (listed.length >= MAX_PROBLEMS) {
        omitted += 1;
        return;
      }
      const cell = place.row === 0 ? '' : cellAddress(place.column, place.row);
      const problem = { severity, sheet: place.sheet, cell, value, code, params };
      listed.push({ place, problem });
    },
    countErrors: (sheet) => errors.get(sheet) ?? 0,
    sorted: () => {
      const ordered = listed.toSorted(
        (a, b) =>
          rank(a.place.sheet) - rank(b.place.sheet) ||
          a.place.row - b.place.row ||
          (a.place.column ?? 0) - (b.place.column ?? 0),
      );
      const problems = ordered.map(({ problem }) => problem);
      return omitted === 0 ? problems : [...problems, moreProblems(omitted)];
    },
  };
}

function moreProblems(count: number): InputProblem {
  const code = 'workbook.more_problems';
  return { severity: 'error', sheet: '', cell: '', value: '', code, params: { count } };
}
