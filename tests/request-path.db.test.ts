import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { openTestApi } from './support/api.ts';
import type { TestApi, TestClient, TestReply } from './support/api.ts';

const Counted = z.object({ count: z.number() });
const COUNT = defineRoute({
  name: 'test.count',
  method: 'POST',
  path: '/api/test/count',
  summary: '计数',
  access: 'signed_in',
  audit: { unaudited: 'a test' },
  body: z.object({ by: z.number(), isRefused: z.boolean().optional() }),
  reply: Counted,
  example: { count: 1 },
});
const SILENT = defineRoute({
  name: 'test.silent',
  method: 'POST',
  path: '/api/test/silent',
  summary: '不留痕',
  access: 'signed_in',
  audit: { action: 'test.done', subject: 'test' },
  reply: Counted,
  example: { count: 1 },
});

let api: TestApi;
let officer: TestClient;
let count = 0;

beforeAll(async () => {
  api = await openTestApi({
    addRoutes: (routes) => {
      routes.bind(COUNT, async (_context, { body }) => {
        if (body.isRefused === true) throw new Error('refused after the key was claimed');
        count += body.by;
        return { count };
      });
      routes.bind(SILENT, async () => ({ count }));
    },
  });
  officer = await api.asRole('town_officer', 'T1');
});

afterAll(() => api.close());

function countBy(by: number, key: string, client = officer, isRefused = false): Promise<TestReply> {
  const headers = { 'idempotency-key': key };
  const body = isRefused ? { by, isRefused } : { by };
  return client.send({ method: 'POST', url: COUNT.path, body, headers });
}

describe('a write that is sent twice under one key', () => {
  test('is done once, and gets the first reply again', async () => {
    const replies = [await countBy(1, 'key-of-two'), await countBy(1, 'key-of-two')];
    expect(replies.map(({ status, body }) => [status, body])).toEqual([
      [200, { count }],
      [200, { count }],
    ]);
  });

  test('is done once, however many arrive together', async () => {
    const before = count;
    const replies = await Promise.all(Array.from({ length: 8 }, () => countBy(1, 'key-of-eight')));
    expect(count).toBe(before + 1);
    expect(replies.map(({ body }) => body)).toEqual(Array.from({ length: 8 }, () => ({ count })));
  });

  test('is refused when it asks for something else', async () => {
    await countBy(1, 'key-reused');
    expect(await countBy(2, 'key-reused')).toMatchObject({
      status: 409,
      body: { code: 'request.key_reused' },
    });
  });

  test('is done when the first one failed, which leaves no key', async () => {
    expect((await countBy(1, 'key-of-failed', officer, true)).status).toBe(500);
    expect((await countBy(1, 'key-of-failed')).status).toBe(200);
  });

  test('is done for each person who happens to send the same key', async () => {
    const before = count;
    const other = await api.asRole('town_officer', 'T2');
    await countBy(1, 'key-of-both');
    await countBy(1, 'key-of-both', other);
    expect(count).toBe(before + 2);
  });
});

test('a key of another form is refused before anything is done', async () => {
  const before = count;
  expect(await countBy(1, 'short')).toMatchObject({
    status: 422,
    body: { code: 'request.key_malformed' },
  });
  expect(count).toBe(before);
});

test('a route that promised an audit entry and wrote none is a bug', async () => {
  expect((await officer.post(SILENT.path, {})).status).toBe(500);
});
