import type { Socket } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** Replies under way have so long to finish once the server closes. */
const GRACE_MS = 10_000;

/**
 * Browsers open connections ahead of need. Node counts one that never asked as busy for a minute, and
 * would keep a closing server alive for it; so those end at once, and the others after the grace.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    setTimeout(() => {
      app.server.closeAllConnections();
    }, GRACE_MS).unref();
    done();
  });
}
