import { once } from 'node:events';
import { connect } from 'node:net';

import fastify from 'fastify';
import { expect, test } from 'vitest';

import { endConnectionsOnClose } from './end-connections.ts';

test('a connection that never asked anything does not keep a closing server open', async () => {
  const app = fastify();
  endConnectionsOnClose(app);
  const url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const accepted = once(app.server, 'connection');
  const socket = connect(Number(url.port), url.hostname);
  await accepted;
  const ended = once(socket, 'close');
  await app.close();
  await ended;
  expect(socket.destroyed).toBe(true);
});

test('a reply under way is finished before the server closes', async () => {
  const app = fastify();
  endConnectionsOnClose(app);
  let answer = (_text: string): void => undefined;
  const asked = new Promise<void>((resolve) => {
    app.get('/', async () => {
      resolve();
      return new Promise<string>((finish) => {
        answer = finish;
      });
    });
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const reply = fetch(url);
  await asked;
  const closed = app.close();
  answer('done');
  expect(await (await reply).text()).toBe('done');
  await closed;
});
