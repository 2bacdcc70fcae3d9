import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ACTION_LABELS } from '#app/action-labels.ts';
import type { RouteContract } from '#core/route-contract.ts';

import type { TestReply } from './support/api.ts';
import { openServedApi } from './support/served-api.ts';
import type { ServedApi } from './support/served-api.ts';

const HAN = /\p{Script=Han}/u;

let api: ServedApi;
let routes: readonly RouteContract[];
let served: TestReply;

beforeAll(async () => {
  api = await openServedApi();
  routes = api.api.routes;
  served = await (await api.asRole('worker', 'G11')).get('/api/openapi.json');
});
afterAll(() => api.close());

describe('the description of the interface', () => {
  test('is valid OpenAPI 3.1 as it is served', async () => {
    expect(served.status).toBe(200);
    expect(served.body.openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate(served.body);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test('has every route that the server answers, once, under a name of its own', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length);
    const operations = Object.values<Record<string, { operationId: string }>>(served.body.paths);
    const described = operations.flatMap((one) =>
      Object.values(one).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
    for (const { method, path } of routes) {
      expect(api.app.hasRoute({ method, url: path }), `${method} ${path}`).toBe(true);
    }
  });

  test('says in Chinese what every operation is for', () => {
    const silent = routes.filter(({ summary }) => !HAN.test(summary)).map(({ name }) => name);
    expect(silent).toEqual([]);
  });
});

describe('every route', () => {
  test('gives an example that its own reply takes', () => {
    const wrong = routes.flatMap(({ name, reply, example }) => {
      const { error } = reply.safeParse(example);
      return error === undefined ? [] : [`${name}: ${error.message}`];
    });
    expect(wrong).toEqual([]);
  });

  test('leaves an entry whose action has a Chinese name, or says why it leaves none', () => {
    const wrong = routes.flatMap(({ name, audit }) => {
      if (!('action' in audit)) return audit.unaudited === '' ? [name] : [];
      return HAN.test(ACTION_LABELS[audit.action] ?? '') ? [] : [`${name}: ${audit.action}`];
    });
    expect(wrong).toEqual([]);
  });
});
