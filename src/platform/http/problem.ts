import type { ErrorKind, ErrorParams } from '#core/app-error.ts';
import { isAppError } from '#core/app-error.ts';

import { findDatabaseTrouble, isUnstorableValue } from '../database/database-errors.ts';
import { InvalidInput } from './parse-input.ts';
import type { FieldFault } from './parse-input.ts';

/** Problem details (RFC 9457) as this server sends them. */
export interface Problem {
  readonly type: 'about:blank';
  readonly status: number;
  readonly code: string;
  /** Chinese: what is wrong and how to mend it. */
  readonly detail: string;
  readonly params: ErrorParams;
  readonly requestId: string;
  /** All reasons of a refusal, when there are several; `detail` has their sentences too. */
  readonly reasons?: readonly { readonly code: string; readonly detail: string }[];
  /** Faults of the input, by field. */
  readonly errors?: readonly FieldFault[];
}

/** The Chinese sentence of a code. */
export type Explain = (code: string, params: ErrorParams) => string;

const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
};

/** The one place where a failure becomes an answer; of a bug nothing but the request id leaves. */
export function toProblem(error: unknown, requestId: string, explain: Explain): Problem {
  if (error instanceof InvalidInput) {
    const problem = describe(422, 'request.invalid', {});
    return { ...problem, errors: error.faults };
  }
  if (isAppError(error)) {
    const problem = describe(STATUS_OF[error.kind], error.code, error.params);
    if (error.reasons.length < 2) return problem;
    const reasons = error.reasons.map(({ code, params }) => ({
      code,
      detail: explain(code, params),
    }));
    return { ...problem, detail: reasons.map(({ detail }) => detail).join('；'), reasons };
  }
  const trouble = findDatabaseTrouble(error);
  if (trouble !== undefined) return describe(STATUS_OF.unavailable, trouble, {});
  const status = isUnstorableValue(error) ? 422 : clientFaultOf(error);
  return describe(status, CODES[status] ?? 'request.invalid', {});

  function describe(status: number, code: string, params: ErrorParams): Problem {
    return {
      type: 'about:blank',
      status,
      code,
      detail: explain(code, params),
      params,
      requestId,
    };
  }
}

const CODES: Readonly<Record<number, string>> = {
  413: 'request.too_large',
  415: 'request.type_unknown',
  429: 'request.too_many',
  500: 'server.bug',
};

/** Fastify's own refusals (a schema not met, a body too large) carry a 4xx; anything else is ours. */
function clientFaultOf(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error)) return 500;
  const status = error.statusCode;
  if (typeof status !== 'number' || status < 400 || status > 499) return 500;
  return 'validation' in error ? 422 : status;
}
