import type { ErrorKind } from '#core/app-error.ts';
import { isAppError } from '#core/app-error.ts';

/** Problem details (RFC 9457) as this server sends them; the page turns `code` into words. */
export interface Problem {
  readonly type: 'about:blank';
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly requestId: string;
}

const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
};

/** The one place where a failure becomes an answer; of a bug nothing but the request id leaves. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (isAppError(error)) {
    const { code, params } = error;
    return { type: 'about:blank', status: STATUS_OF[error.kind], code, params, requestId };
  }
  const status = clientFaultOf(error);
  const code = status === 500 ? 'server.bug' : 'request.invalid';
  return { type: 'about:blank', status, code, params: {}, requestId };
}

/** Fastify's own refusals (a schema not met, a body too large) carry a 4xx; anything else is ours. */
function clientFaultOf(error: unknown): number {
  if (!(error instanceof Error) || !('statusCode' in error)) return 500;
  const status = error.statusCode;
  if (typeof status !== 'number' || status < 400 || status > 499) return 500;
  return 'validation' in error ? 422 : status;
}
