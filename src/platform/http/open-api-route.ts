import { z } from 'zod';

import { completeRoute } from '#core/route-contract.ts';

import type { Api } from './api.ts';
import { toOpenApi } from './open-api.ts';
import type { ApiTitle } from './open-api.ts';

const OPEN_API_ROUTE = completeRoute({
  name: 'interface.describe',
  method: 'GET',
  path: '/api/openapi.json',
  summary: '全部接口的说明（OpenAPI 3.1）',
  access: 'signed_in',
  audit: { unaudited: 'the program itself, no person' },
  reply: z.record(z.string(), z.unknown()),
  example: { openapi: '3.1.0' },
});

/** Serves the description of all routes, those bound later included. */
export function addOpenApi(api: Api, title: ApiTitle): void {
  let described: Record<string, unknown> | undefined;
  api.bind(OPEN_API_ROUTE, async () => (described ??= { ...toOpenApi(api.routes, title) }));
}
