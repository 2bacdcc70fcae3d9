import { timingSafeEqual } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { AppError } from '#core/app-error.ts';

import { CSRF_HEADER } from './session.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isUnsafe(request: FastifyRequest): boolean {
  return !SAFE_METHODS.has(request.method);
}

/**
 * A write from a page of another site is refused, signed in or not. A proxy may pass on another host name
 * than the page has: the public origin is always our own.
 * @throws AppError `forbidden`.
 */
export function checkOrigin(request: FastifyRequest, publicOrigin: string | undefined): void {
  if (!isUnsafe(request)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
  const { origin } = request.headers;
  if (origin === undefined || origin === publicOrigin) return;
  if (hostOf(origin) !== request.host) throw foreign();
}

/** The token comes with the session's own data, which no other site can read. */
export function checkToken(request: FastifyRequest, token: string): void {
  const given = request.headers[CSRF_HEADER];
  if (typeof given !== 'string' || !isSame(given, token)) {
    throw new AppError('forbidden', 'request.token_missing');
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function foreign(): AppError {
  return new AppError('forbidden', 'request.foreign_origin');
}
