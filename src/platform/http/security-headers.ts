import type { FastifyInstance } from 'fastify';

import { AppError } from '#core/app-error.ts';

/**
 * Scripts come from this server only. Ant Design writes its style sheets into the page while it
 * runs, so styles may be inline; they cannot run code.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
}

/**
 * A server that listens on this machine only answers to this machine's names, and to the public one that
 * a proxy on this machine passes on: otherwise any web page could point its own host name at 127.0.0.1
 * and read the registry (DNS rebinding). Asked is the header Host itself: X-Forwarded-Host such a page
 * could write.
 */
export function refuseForeignHosts(app: FastifyInstance, publicOrigin: string | undefined): void {
  const publicName = publicOrigin === undefined ? undefined : new URL(publicOrigin).hostname;
  app.addHook('onRequest', async (request) => {
    const name = nameOf(request.headers.host ?? '');
    if (!LOOPBACK_NAMES.has(name) && name !== publicName)
      throw new AppError('forbidden', 'server.foreign_host');
  });
}

/** Without the port, in lower case; empty for what is no host. */
function nameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
