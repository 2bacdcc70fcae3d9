import type { ZodType, z } from 'zod';

import type { RouteContract } from '#core/route-contract.ts';

import { sendJson } from './api-client.ts';

/** What a route asks for, before parsing; parts without a member may be left out. */
export interface RouteCall<Params extends ZodType, Query extends ZodType, Body extends ZodType> {
  readonly params?: z.input<Params>;
  readonly query?: z.input<Query>;
  readonly body?: z.input<Body>;
  readonly signal?: AbortSignal | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Calls a route by its contract; the reply is parsed. @throws RequestFailure */
export function callRoute<
  Params extends ZodType,
  Query extends ZodType,
  Body extends ZodType,
  Reply extends ZodType,
>(
  route: RouteContract<string, Params, Query, Body, Reply>,
  call: RouteCall<Params, Query, Body> = {},
): Promise<z.output<Reply>> {
  const { params, query, body, signal, idempotencyKey } = call;
  return sendJson<z.output<Reply>>(route.method, routePath(route.path, params, query), {
    schema: route.reply,
    body: route.method === 'GET' ? undefined : body,
    signal,
    idempotencyKey,
  });
}

/** `/api/unions/:id` with its parameters filled in and the query behind it; blanks are left out. */
export function routePath(path: string, params: unknown = {}, query: unknown = {}): string {
  const values = new Map(entriesOf(params));
  const filled = path.replaceAll(/:([A-Za-z]\w*)/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? ''),
  );
  const text = new URLSearchParams(entriesOf(query)).toString();
  return text === '' ? filled : `${filled}?${text}`;
}

function entriesOf(values: unknown): [string, string][] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => [name, String(value)]);
}
