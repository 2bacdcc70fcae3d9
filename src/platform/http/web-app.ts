import { existsSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';

import { AppError } from '#core/app-error.ts';

import type { HttpServer } from './http-server.ts';

/** Paths that are never pages: an unknown one is an error, not the page's start. */
const MACHINE_PATHS = /^\/(api|files|assets)(\/|$)/;

/** Starts of apps other than the main one, by the first part of their paths: `my` is `worker.html`. */
export type OtherStarts = ReadonlyMap<string, string>;

/**
 * Serves built single-page apps: hashed assets for ever, compressed at build time; every other path
 * answers with the start of its app, whose router decides.
 * @throws AppError `unavailable` with code `server.web_app_missing` when the folder holds no build.
 */
export function serveWebApp(
  app: HttpServer,
  webDir: string,
  otherStarts: OtherStarts = new Map(),
): void {
  if (!existsSync(join(webDir, 'index.html'))) {
    throw new AppError('unavailable', 'server.web_app_missing', { folder: webDir });
  }
  app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.{br,gz}', '**/*.html'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', cachePolicyOf(path));
      reply.header('vary', 'accept-encoding');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !MACHINE_PATHS.test(path);
    if (!isPage) throw new AppError('not_found', 'server.path_unknown');
    const first = path.split('/')[1] ?? '';
    return reply.sendFile(otherStarts.get(first) ?? 'index.html');
  });
}

function cachePolicyOf(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
