import type { Reason } from './decision.ts';

/** Kinds of expected failure; each has one HTTP status and one exit code, mapped at the edge. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number>>;

/** A failure the caller can act on. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  /** Stable, dotted, e.g. `workbook.not_a_workbook`; the message catalogue is keyed by it. */
  readonly code: string;
  readonly params: ErrorParams;
  /** Every reason of a refusal; the code and params are those of the first. */
  readonly reasons: readonly Reason[] = [];

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, cause?: unknown) {
    super(`${kind}: ${code}`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.code = code;
    this.params = params;
  }
}

/** A rule's no as a failure that carries every reason. @param reasons at least one */
export function refusal(reasons: readonly Reason[], kind: ErrorKind = 'conflict'): AppError {
  const [first] = reasons;
  if (first === undefined) throw new RangeError('a refusal needs a reason');
  return Object.assign(new AppError(kind, first.code, first.params), { reasons });
}

const KINDS: ReadonlySet<unknown> = new Set<ErrorKind>([
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'unavailable',
]);

/** Recognises by the `kind` string, not by class: bundlers may duplicate classes. */
export function isAppError(value: unknown): value is AppError {
  return value instanceof Error && 'kind' in value && KINDS.has(value.kind) && 'code' in value;
}
