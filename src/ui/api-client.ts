import type { HttpMethod } from '#core/route-contract.ts';

import { RequestFailure, toRequestFailure } from './request-failure.ts';

/** What a page does with a reply: parse it or throw; a Zod schema is one. */
export interface ReplySchema<Reply> {
  readonly parse: (value: unknown) => Reply;
}

export interface SendOptions<Reply> {
  readonly schema: ReplySchema<Reply>;
  /** Sent as JSON; a `FormData` or `Blob` as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Instead of the token given to `rememberCsrfToken`. */
  readonly csrfToken?: string | undefined;
  /** The same for every try of one submit, so that the server acts once. */
  readonly idempotencyKey?: string | undefined;
}

/** The session as requests carry it; there is one for the whole page. */
const session: { csrfToken: string | undefined; signedOut: () => void } = {
  csrfToken: undefined,
  signedOut: () => undefined,
};

/** Every later write carries this token; undefined after signing out. */
export function rememberCsrfToken(token: string | undefined): void {
  session.csrfToken = token;
}

/** Called whenever the server answers that nobody is signed in; the last one registered counts. */
export function onSignedOut(callback: () => void): void {
  session.signedOut = callback;
}

/** @throws RequestFailure; with code `network` when no server answers. */
export async function sendJson<Reply>(
  method: HttpMethod,
  path: string,
  options: SendOptions<Reply>,
): Promise<Reply> {
  const { signal } = options;
  const response = await fetch(path, {
    method,
    headers: headersFor(method, options),
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: toBody(options.body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new RequestFailure(0, 'network');
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refuse(response.status, body);
  return options.schema.parse(body);
}

/** @throws RequestFailure with code `network` when no server answers. */
export function fetchJson<Reply>(
  path: string,
  schema: ReplySchema<Reply>,
  signal: AbortSignal,
): Promise<Reply> {
  return sendJson('GET', path, { schema, signal });
}

/** Made once per submit; not `randomUUID`, which browsers keep from pages served without https. */
export function makeIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function headersFor(
  method: HttpMethod,
  options: Pick<SendOptions<unknown>, 'body' | 'csrfToken' | 'idempotencyKey'>,
): Record<string, string> {
  const csrfToken = options.csrfToken ?? session.csrfToken;
  const { body, idempotencyKey } = options;
  return {
    accept: 'application/json',
    ...(body === undefined || isRawBody(body) ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' || csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

/** A refusal as a failure; tells the page when the session has ended. */
export function refuse(status: number, body: unknown): RequestFailure {
  const failure = toRequestFailure(status, body);
  if (status === 401) session.signedOut();
  return failure;
}

function toBody(body: unknown): string | FormData | Blob {
  return isRawBody(body) ? body : JSON.stringify(body);
}

function isRawBody(body: unknown): body is FormData | Blob {
  return body instanceof FormData || body instanceof Blob;
}
