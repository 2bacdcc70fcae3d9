import fastify from 'fastify';
import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';

import { checkOrigin } from './cross-site.ts';

async function isAccepted(
  headers: Record<string, string>,
  publicOrigin?: string,
): Promise<boolean> {
  const app = fastify();
  const accept = (request: FastifyRequest): object => {
    checkOrigin(request, publicOrigin);
    return {};
  };
  app.post('/', accept);
  const reply = await app.inject({ method: 'POST', url: '/', headers });
  await app.close();
  return reply.statusCode === 200;
}

test('a write comes from a page of the host that was asked', async () => {
  const host = 'aid.example.org';
  expect(await isAccepted({ host, origin: 'https://aid.example.org' })).toBe(true);
  expect(await isAccepted({ host, origin: 'https://evil.example' })).toBe(false);
  expect(await isAccepted({ host, origin: 'null' })).toBe(false);
  expect(await isAccepted({ host, 'sec-fetch-site': 'cross-site' })).toBe(false);
});

test('a page of the public address is ours, whatever host its proxy passes on', async () => {
  const host = '127.0.0.1:3000';
  const publicOrigin = 'https://aid.example.org';
  expect(await isAccepted({ host, origin: publicOrigin })).toBe(false);
  expect(await isAccepted({ host, origin: publicOrigin }, publicOrigin)).toBe(true);
  for (const origin of ['http://aid.example.org', 'https://aid.example.org:8443', 'null']) {
    expect(await isAccepted({ host, origin }, publicOrigin)).toBe(false);
  }
});
