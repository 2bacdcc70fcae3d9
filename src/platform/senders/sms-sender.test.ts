import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { createSmsSender } from './sms-sender.ts';

const MESSAGE = { id: 'a', to: 'member:1', subject: '', text: '验证码123456' };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function gateway(status: number): Promise<{ url: string; bodies: unknown[] }> {
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(text));
      response.writeHead(status).end();
    });
  });
  closing.push(() => server.close());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/sms`, bodies };
}

const senderTo = (url: string, phone: string | undefined = '13800138000') =>
  createSmsSender({ url, timeoutMs: 2000, findPhone: async () => phone });

test('hands phone and text to the gateway', async () => {
  const { url, bodies } = await gateway(200);
  expect(await senderTo(url).send(MESSAGE)).toEqual({ kind: 'sent', receipt: 'HTTP 200' });
  expect(bodies).toEqual([{ id: 'a', phone: '13800138000', text: '验证码123456' }]);
});

test.each([
  [429, { kind: 'refused', reason: 'sms.refused HTTP 429', isRetryable: true }],
  [403, { kind: 'refused', reason: 'sms.refused HTTP 403', isRetryable: false }],
  [502, { kind: 'unknown', reason: 'sms.no_answer HTTP 502' }],
])('reads the answer %i', async (status, outcome) => {
  const { url } = await gateway(status);
  expect(await senderTo(url).send(MESSAGE)).toEqual(outcome);
});

test('sends nothing where no phone is on file', async () => {
  const sender = createSmsSender({
    url: 'http://127.0.0.1:1/',
    timeoutMs: 100,
    findPhone: async () => undefined,
  });
  expect(await sender.send(MESSAGE)).toMatchObject({ kind: 'refused', isRetryable: false });
});

test('takes no address that is none', () => {
  expect(() => senderTo('sms.example')).toThrow(/config.not_a_url/);
});
