import type { ErrorKind } from '#core/app-error.ts';

export const EXIT_DONE = 0;
export const EXIT_BUG = 1;
export const EXIT_INVALID = 2;

const EXIT_CODES: Readonly<Record<ErrorKind, number>> = {
  invalid: EXIT_INVALID,
  unauthenticated: 3,
  forbidden: 3,
  not_found: 4,
  conflict: 5,
  unavailable: 6,
};

/** The one place where kinds of failure become exit codes. */
export function exitCodeOf(kind: ErrorKind): number {
  return EXIT_CODES[kind];
}
