import { createHmac } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { LOOPBACK_CERTIFICATE } from '../../../tests/support/loopback-certificate.ts';
import type { RobotGateway } from './robot-sender.ts';
import { createRobotSender } from './robot-sender.ts';
import type { OutgoingMessage } from './sender.ts';

const KEY = '693a91f6-7b2c-4f2d-8a51-b1c0ffee0001';
const SECRET = 'SEC+of/the=robot';
const NOW = new Date('2026-03-02T01:02:03.004Z');
const MESSAGE: OutgoingMessage = {
  id: '3f0c1b52-7d8e-4a55-9a2b-0f3f6f1f0a11',
  to: '帮扶中心群',
  subject: '资金即将到期',
  text: '请在月底前处理。',
};

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers) server.closeAllConnections();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

interface Received {
  readonly url: URL;
  readonly body: unknown;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server that answers once it has read the whole request. */
async function aGateway(answer: Answer, isTls = false) {
  const received: Received[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      received.push({ url: new URL(request.url ?? '', 'http://here'), body });
      answer(response, request);
    });
  };
  const server = isTls ? createTlsServer(LOOPBACK_CERTIFICATE, handle) : createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http${isTls ? 's' : ''}://127.0.0.1:${port}`, port, received };
}

const says =
  (errcode: number, errmsg: string): Answer =>
  (response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ errcode, errmsg }));
  };

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end();
  };

function senderTo(baseUrl: string, overrides: Partial<RobotGateway> = {}) {
  return createRobotSender({
    channel: 'wecom',
    baseUrl,
    plainReach: 'loopback',
    caPem: undefined,
    timeoutMs: 2000,
    findRobot: (name) =>
      Promise.resolve(name === MESSAGE.to ? { key: KEY, secret: SECRET } : undefined),
    now: () => NOW,
    ...overrides,
  });
}

const send = (baseUrl: string, overrides: Partial<RobotGateway> = {}) =>
  senderTo(baseUrl, overrides).send(MESSAGE);

describe('a message that is taken', () => {
  it('reaches the WeCom robot as text under its key', async () => {
    const { origin, received } = await aGateway(says(0, 'ok'));
    const outcome = await send(`${origin}/gateway/`);
    expect(outcome).toEqual({ kind: 'sent', receipt: expect.stringMatching(/^errcode 0 .*GMT$/) });
    expect(received).toHaveLength(1);
    expect(received[0]?.url.pathname).toBe('/gateway/cgi-bin/webhook/send');
    expect(received[0]?.url.search).toBe(`?key=${KEY}`);
    expect(received[0]?.body).toEqual({
      msgtype: 'text',
      text: { content: '资金即将到期\n请在月底前处理。' },
    });
  });

  it('is signed for a DingTalk robot that has a secret, and not for one without', async () => {
    const { origin, received } = await aGateway(says(0, 'ok'));
    await send(origin, { channel: 'dingtalk' });
    await send(origin, {
      channel: 'dingtalk',
      findRobot: () => Promise.resolve({ key: KEY, secret: undefined }),
    });
    const [signed, unsigned] = received.map(({ url }) => Object.fromEntries(url.searchParams));
    const timestamp = String(NOW.getTime());
    const sign = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64');
    expect(received[0]?.url.pathname).toBe('/robot/send');
    expect(signed).toEqual({ access_token: KEY, timestamp, sign });
    expect(unsigned).toEqual({ access_token: KEY });
  });

  it('is cut at whole characters when it is longer than WeCom takes', async () => {
    const { origin, received } = await aGateway(says(0, 'ok'));
    await senderTo(origin).send({ ...MESSAGE, text: '𠮷'.repeat(1000) });
    const body = received[0]?.body as { text: { content: string } } | undefined;
    const content = body?.text.content ?? '';
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
    expect(Buffer.byteLength(content)).toBeGreaterThan(2040);
    expect(content).toMatch(/^资金即将到期\n𠮷+…$/u);
  });

  it('travels over TLS with the authority of a private deployment, and only with it', async () => {
    const { origin, received } = await aGateway(says(0, 'ok'), true);
    expect(await send(origin, { caPem: LOOPBACK_CERTIFICATE.cert })).toMatchObject({
      kind: 'sent',
    });
    expect(await send(origin)).toEqual({
      kind: 'refused',
      isRetryable: true,
      reason: 'robot.unreachable DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(received).toHaveLength(1);
  });
});

describe('a message that is certainly not taken', () => {
  it.each([
    ['wecom', 45_009, true],
    ['wecom', -1, true],
    ['wecom', 93_000, false],
    ['dingtalk', 130_101, true],
    ['dingtalk', 410_100, true],
    ['dingtalk', 310_000, false],
    ['dingtalk', 300_001, false],
  ] as const)('%s errcode %i: may be tried again: %s', async (channel, code, isRetryable) => {
    const { origin } = await aGateway(says(code, 'because'));
    expect(await send(origin, { channel })).toEqual({
      kind: 'refused',
      isRetryable,
      reason: `robot.${isRetryable ? 'busy' : 'refused'} errcode ${code} because`,
    });
  });

  it.each([
    [429, true],
    [503, true],
    [403, false],
    [404, false],
  ])('HTTP %i: may be tried again: %s', async (code, isRetryable) => {
    const { origin } = await aGateway(status(code));
    expect(await send(origin)).toMatchObject({ kind: 'refused', isRetryable });
  });

  it('does not follow a redirect with the key', async () => {
    const elsewhere = await aGateway(says(0, 'ok'));
    const { origin } = await aGateway(status(307, { location: elsewhere.origin }));
    expect(await send(origin)).toMatchObject({ kind: 'refused', isRetryable: false });
    expect(elsewhere.received).toEqual([]);
  });

  it('may be tried again when nobody listens or the name is unknown', async () => {
    const { origin } = await aGateway(says(0, 'ok'));
    const server = servers.splice(0)[0];
    await new Promise((done) => server?.close(done));
    expect(await send(origin)).toEqual({
      kind: 'refused',
      isRetryable: true,
      reason: 'robot.unreachable ECONNREFUSED',
    });
    expect(await send('https://robots.invalid')).toMatchObject({
      kind: 'refused',
      isRetryable: true,
      reason: expect.stringMatching(/^robot\.unreachable E(NOTFOUND|AI_AGAIN)$/),
    });
  });

  it('is final for a robot that is not configured, and nothing leaves', async () => {
    const { origin, received } = await aGateway(says(0, 'ok'));
    const outcome = await senderTo(origin).send({ ...MESSAGE, to: 'elsewhere' });
    expect(outcome).toEqual({
      kind: 'refused',
      isRetryable: false,
      reason: 'robot.unknown elsewhere',
    });
    expect(received).toEqual([]);
  });
});

describe('a message of which nobody knows whether it was taken', () => {
  const cases: [string, Answer, string][] = [
    ['is cut after the body', (_r, request) => request.socket.destroy(), 'ECONNRESET'],
    ['says nothing', () => {}, 'ETIMEDOUT'],
    [
      'is cut in the middle of the answer',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"errcode":0');
        setTimeout(() => response.destroy(), 50);
      },
      'ECONNRESET',
    ],
    ['fails behind its gateway', status(502), 'HTTP 502'],
    ['answers without end', (response) => response.end('x'.repeat(100_000)), 'ETOOLONG'],
  ];
  it.each(cases)('is unknown when the connection %s', async (_case, answer, detail) => {
    const { origin, received } = await aGateway(answer);
    expect(await send(origin, { timeoutMs: 300 })).toEqual({
      kind: 'unknown',
      reason: `robot.no_answer ${detail}`,
    });
    expect(received).toHaveLength(1);
  });

  it.each(['<html>ok</html>', '{}', '{"errcode":"ok"}', 'null'])(
    'is unknown when the answer is %s',
    async (text) => {
      const { origin } = await aGateway((response) => response.end(text));
      expect(await send(origin)).toEqual({ kind: 'unknown', reason: 'robot.answer_unreadable' });
    },
  );
});

describe('the secrets of a robot', () => {
  const echo: Answer = (response, request) => {
    const sign = new URL(request.url ?? '', 'http://here').searchParams.get('sign');
    says(93_000, `invalid ${request.url} ${KEY} ${SECRET} ${sign}`)(response, request);
  };

  it.each(['wecom', 'dingtalk'] as const)(
    'are in no reason of %s, even when the server repeats them',
    async (channel) => {
      const { origin, received } = await aGateway(echo);
      const outcome = await send(origin, { channel });
      expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('***') });
      const secrets = [KEY, SECRET, encodeURIComponent(SECRET)];
      const sign = received[0]?.url.searchParams.get('sign');
      for (const secret of sign ? [...secrets, sign, encodeURIComponent(sign)] : secrets) {
        expect(JSON.stringify(outcome)).not.toContain(secret);
      }
    },
  );
});

describe('plain HTTP', () => {
  it.each([
    ['http://qyapi.weixin.qq.com', 'nowhere'],
    ['http://127.0.0.1:8080', 'nowhere'],
    ['http://10.1.2.3', 'loopback'],
    ['http://8.8.8.8', 'private'],
    ['http://169.254.169.254', 'private'],
    ['http://[::ffff:8.8.8.8]', 'private'],
    ['ftp://127.0.0.1', 'private'],
    ['https://user:word@robots.example', 'private'],
    ['https://robots.example/?key=1', 'private'],
    ['robots', 'private'],
  ] as const)('%s is no base URL where plain HTTP may go %s', (baseUrl, plainReach) => {
    expect(() => senderTo(baseUrl, { plainReach })).toThrow('robot.base_url_invalid');
  });

  it.each(['http://10.1.2.3', 'http://192.168.1.9:81', 'http://[fd00::1]', 'http://[::1]'])(
    '%s is one where it may go into the private network',
    (baseUrl) => {
      expect(senderTo(baseUrl, { plainReach: 'private' }).channel).toBe('wecom');
    },
  );

  it('goes to a name only when all its addresses are within reach', async () => {
    const { port, received } = await aGateway(says(0, 'ok'));
    const outcome = await send(`http://localhost:${port}`);
    expect(outcome.kind).toBe('sent');
    expect(received).toHaveLength(1);
  });
});
