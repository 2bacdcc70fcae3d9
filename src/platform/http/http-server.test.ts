import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AppError } from '#core/app-error.ts';

import { aFolderWith } from '../../../tests/support/output-folder.ts';
import { createHttpServer, listen } from './http-server.ts';
import type { HttpServer } from './http-server.ts';
import { serveWebApp } from './web-app.ts';

let web: Awaited<ReturnType<typeof aFolderWith>>;
let app: HttpServer;

beforeAll(async () => {
  web = await aFolderWith({
    'index.html': '<!doctype html><title>page</title>',
    'small.html': '<!doctype html><title>small</title>',
    'robots.txt': 'none',
  });
  app = createHttpServer({ host: '127.0.0.1', explain: (code) => `说明：${code}` });
  app.get('/api/bug', () => {
    throw new Error('a secret of the inside');
  });
  app.get('/api/refused', () => {
    throw new AppError('conflict', 'thing.taken', { name: '甲' });
  });
  serveWebApp(app, web.path, new Map([['own', 'small.html']]));
});

afterAll(async () => {
  await app.close();
  await web.remove();
});

const get = (url: string, headers: Record<string, string> = { host: 'localhost:8100' }) =>
  app.inject({ url, headers });

describe('failures', () => {
  it('become problem details with the status of their kind', async () => {
    const reply = await get('/api/refused');
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({
      status: 409,
      code: 'thing.taken',
      params: { name: '甲' },
    });
  });

  it('say nothing of a bug but a request id', async () => {
    const reply = await get('/api/bug');
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toMatchObject({ code: 'server.bug', params: {} });
    expect(reply.body).not.toContain('secret');
  });
});

describe('an address that cannot be read', () => {
  it('is refused like everything else, with all headers', async () => {
    const reply = await get('/api/unions/%zz');
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.headers['content-security-policy']).toContain("default-src 'self'");
    expect(reply.body).not.toContain('%zz');
  });
});

describe('behind a proxy', () => {
  it('the sender is whom the proxy saw, whatever the sender wrote before', async () => {
    const proxied = createHttpServer({
      host: '127.0.0.1',
      explain: (code) => code,
      isBehindProxy: true,
    });
    proxied.get('/api/ip', (request) => ({ ip: request.ip }));
    const headers = { host: 'localhost', 'x-forwarded-for': '9.9.9.9, 10.0.0.8' };
    expect((await proxied.inject({ url: '/api/ip', headers })).json()).toEqual({ ip: '10.0.0.8' });
    await proxied.close();
  });
});

describe('paths', () => {
  it('of pages all answer with the start of the app, never cached', async () => {
    for (const path of ['/', '/scores', '/records/%E6%94%AF%E5%87%BA%E7%8E%87?missed=1']) {
      const reply = await get(path);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-type']).toContain('text/html');
      expect(reply.headers['cache-control']).toBe('no-cache');
    }
  });

  it('of another app answer with the start of that one', async () => {
    for (const path of ['/own', '/own/things/12?a=1']) {
      expect((await get(path)).body).toContain('<title>small');
    }
    expect((await get('/owner')).body).toContain('<title>page');
  });

  it('of the interface, of files and of assets are not found when unknown', async () => {
    for (const path of ['/api/nothing', '/api', '/files/', '/assets/gone.js']) {
      const reply = await get(path);
      expect(reply.statusCode).toBe(404);
      expect(reply.json()).toMatchObject({ code: 'server.path_unknown' });
    }
  });

  it('take no other method than reading', async () => {
    const reply = await app.inject({
      method: 'POST',
      url: '/scores',
      headers: { host: 'localhost' },
    });
    expect(reply.statusCode).toBe(404);
  });
});

describe('headers', () => {
  it('allow scripts of this server only, and no frame around the page', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a server on this machine only', () => {
  it('refuses a foreign host name, behind which another page may hide', async () => {
    const reply = await get('/', { host: 'evil.example:8100' });
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ code: 'server.foreign_host' });
  });

  it('answers to its public name, which a proxy on this machine passes on', async () => {
    const proxied = createHttpServer({
      host: '127.0.0.1',
      publicOrigin: 'https://aid.example.org',
      isBehindProxy: true,
      explain: (code) => code,
    });
    proxied.get('/api/open', () => ({}));
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await proxied.inject({ url: '/api/open', headers })).statusCode;
    expect(await ask({ host: 'aid.example.org' })).toBe(200);
    expect(await ask({ host: 'AID.example.org:443' })).toBe(200);
    expect(await ask({ host: '127.0.0.1:3000', 'x-forwarded-host': 'aid.example.org' })).toBe(200);
    // A page behind a foreign name can write this header, but never the name itself.
    for (const name of ['localhost', 'aid.example.org']) {
      expect(await ask({ host: 'evil.example', 'x-forwarded-host': name })).toBe(403);
    }
    await proxied.close();
  });
});

describe('listening', () => {
  it('on a busy port is a failure people can act on', async () => {
    const first = createHttpServer({ host: '127.0.0.1', explain: (code) => `说明：${code}` });
    const url = await listen(first, '127.0.0.1', 0);
    const second = createHttpServer({ host: '127.0.0.1', explain: (code) => `说明：${code}` });
    const port = Number(new URL(url).port);
    await expect(listen(second, '127.0.0.1', port)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'server.port_busy',
      params: { port },
    });
    await first.close();
    await second.close();
  });

  it('needs a built page', () => {
    const bare = createHttpServer({ host: '127.0.0.1', explain: (code) => `说明：${code}` });
    expect(() => serveWebApp(bare, '/nowhere')).toThrow(
      expect.objectContaining({ code: 'server.web_app_missing' }),
    );
  });
});
