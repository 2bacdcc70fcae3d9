import { afterAll, expect, it } from 'vitest';

import { multipartOf } from '#tests/support/multipart.ts';

import { createHttpServer } from './http-server.ts';
import { readUpload } from './read-upload.ts';

const app = createHttpServer({ host: '127.0.0.1', explain: (code) => code });
app.post('/api/upload', (request) =>
  readUpload(request, 100).then(({ bytes }) => ({ size: bytes.length, body: request.body })),
);
afterAll(() => app.close());

const post = async (payload: Buffer | string, headers: Readonly<Record<string, string>>) => {
  const all = { host: 'localhost', ...headers };
  const reply = await app.inject({ method: 'POST', url: '/api/upload', headers: all, payload });
  return { status: reply.statusCode, ...reply.json() };
};

it('gives the file and makes the fields the body', async () => {
  const { body, headers } = multipartOf(Buffer.from('abc'), { subject: 'union' });
  expect(await post(body, headers)).toMatchObject({ size: 3, body: { subject: 'union' } });
});

it.each(['multipart/form-data', 'multipart/form-data; boundary=y'])(
  'refuses a form that cannot be read (%s)',
  async (type) => {
    const reply = await post('x', { 'content-type': type });
    expect(reply).toMatchObject({ status: 422, code: 'upload.file_missing' });
  },
);

it('refuses a file beyond the limit', async () => {
  const { body, headers } = multipartOf(Buffer.alloc(101));
  expect(await post(body, headers)).toMatchObject({ status: 413 });
});
