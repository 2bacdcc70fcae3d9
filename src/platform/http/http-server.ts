import type { IncomingMessage, ServerResponse } from 'node:http';

import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import fastify from 'fastify';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify';

import { AppError } from '#core/app-error.ts';

import { endConnectionsOnClose } from './end-connections.ts';
import { toProblem } from './problem.ts';
import type { Explain } from './problem.ts';
import {
  SECURITY_HEADERS,
  addSecurityHeaders,
  isLoopback,
  refuseForeignHosts,
} from './security-headers.ts';

export type HttpServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface HttpServerOptions {
  /** Where it will listen; this machine's own names only when that is this machine. */
  readonly host: string;
  readonly explain: Explain;
  /** Of the address under which people reach it. */
  readonly publicOrigin?: string | undefined;
  /** A proxy in front tells the sender's address and protocol. */
  readonly isBehindProxy?: boolean;
}

/** An HTTP server with our validation, errors and headers, and no route yet. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { host, explain, publicOrigin, isBehindProxy } = options;
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = toProblem(error, request.id, explain);
    if (problem.status >= 500) request.log.error(error);
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  };
  const app = fastify({
    logger: { level: 'error', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    trustProxy: isBehindProxy === true && trustNeighbour,
    // An address nobody can read is refused before any hook runs.
    frameworkErrors: (error, request, reply) => {
      reply.headers(SECURITY_HEADERS);
      answer(error, request, reply);
    },
    bodyLimit: MAX_JSON_BYTES,
    // Nobody asks by HEAD: half as many routes to set up at a start.
    exposeHeadRoutes: false,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.register(fastifyCookie);
  app.register(fastifyMultipart);
  app.register(fastifyRateLimit, { global: false, timeWindow: '1 minute' });
  addSecurityHeaders(app);
  if (isLoopback(host)) refuseForeignHosts(app, publicOrigin);
  app.setErrorHandler(answer);
  endConnectionsOnClose(app);
  return app;
}

/**
 * The proxy tells who asked it, as the last address of X-Forwarded-For. Those before it the sender may
 * have written, to be counted and recorded as somebody else.
 */
function trustNeighbour(_address: string, hop: number): boolean {
  return hop === 0;
}

const MAX_JSON_BYTES = 1024 * 1024;

/**
 * Listens and returns the address to open.
 * @throws AppError `unavailable` with code `server.port_busy` or `server.port_forbidden`.
 */
export async function listen(app: HttpServer, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? error.code : undefined;
    if (cause === 'EADDRINUSE')
      throw new AppError('unavailable', 'server.port_busy', { port, host }, error);
    if (cause === 'EACCES')
      throw new AppError('unavailable', 'server.port_forbidden', { port, host }, error);
    if (cause === 'EADDRNOTAVAIL' || cause === 'ENOTFOUND')
      throw new AppError('unavailable', 'server.host_unknown', { port, host }, error);
    throw error;
  }
  const address = app.server.address();
  const actualPort = address !== null && typeof address === 'object' ? address.port : port;
  const shownHost =
    host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shownHost}:${actualPort}/`;
}
