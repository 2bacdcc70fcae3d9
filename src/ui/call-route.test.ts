import { expect, test } from 'vitest';

import { makeIdempotencyKey } from './api-client.ts';
import { routePath } from './call-route.ts';

test('a route path carries its parameters escaped and leaves blank conditions out', () => {
  const path = routePath(
    '/api/unions/:id/people/:personId',
    { id: 'a/b', personId: 7 },
    { name: '张 三', status: '', from: undefined, limit: 0 },
  );
  expect(path).toBe('/api/unions/a%2Fb/people/7?name=%E5%BC%A0+%E4%B8%89&limit=0');
});

test('idempotency keys are 128 random bits', () => {
  expect(makeIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(makeIdempotencyKey()).not.toBe(makeIdempotencyKey());
});
