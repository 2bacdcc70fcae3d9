import type { FastifyReply, FastifyRequest } from 'fastify';

import { isGeneralAccess } from '#core/access.ts';
import { AppError } from '#core/app-error.ts';
import type { RouteContract, RouteInput, RouteReply } from '#core/route-contract.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import type { Actor, Context } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import { checkOrigin, checkToken, isUnsafe } from './cross-site.ts';
import type { HttpServer } from './http-server.ts';
import { replyOnce } from './idempotency.ts';
import { parseInput } from './parse-input.ts';
import { readUpload } from './read-upload.ts';
import { recordRefusal } from './refusals.ts';
import { SESSION_COOKIE } from './session.ts';
import type { FindSession, Session } from './session.ts';
import { openStages } from './stages.ts';
import type { Stages } from './stages.ts';

export interface ApiDependencies {
  readonly app: HttpServer;
  readonly database: Database;
  readonly auditLog: AuditLog;
  readonly findSession: FindSession;
  /** Of the address under which people reach the server. */
  readonly publicOrigin?: string | undefined;
  readonly now: () => Date;
}

export type Handler<Route extends RouteContract> = (
  context: Context,
  input: RouteInput<Route>,
) => Promise<RouteReply<Route>>;

/** For replies that are no JSON or set cookies; what it returns is sent as it is. */
export type RawHandler<Route extends RouteContract> = (
  context: Context,
  input: RouteInput<Route>,
  wire: Wire,
) => Promise<unknown>;

/** Opens its transactions itself, see `Stages`; its reply is parsed unless the route is raw. */
export type StagedHandler<Route extends RouteContract> = (
  stages: Stages,
  input: RouteInput<Route>,
  wire: Wire,
) => Promise<unknown>;

export interface Wire {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Api {
  readonly bind: <Route extends RouteContract>(route: Route, handler: Handler<Route>) => void;
  readonly bindRaw: <Route extends RouteContract>(route: Route, handler: RawHandler<Route>) => void;
  /** Without idempotency keys: they are kept in the one transaction of a request, which this has not. */
  readonly bindStaged: <Route extends RouteContract>(
    route: Route,
    handler: StagedHandler<Route>,
  ) => void;
  /** Every route bound so far. */
  readonly routes: readonly RouteContract[];
}

/**
 * Binds contracts to functions. Each request passes the same gates in the same order: origin, session,
 * rights, token, shape of the input; then one transaction under the actor's scope does the work, its
 * audit entries and the idempotency key, and the answer goes out after the commit.
 */
export function createApi(dependencies: ApiDependencies): Api {
  const routes: RouteContract[] = [];
  const bind = <Route extends RouteContract>(route: Route, answer: Answer<Route>): void => {
    routes.push(route);
    dependencies.app.route({
      method: route.method,
      url: route.path,
      config: { rateLimit: { max: route.perMinute ?? DEFAULT_PER_MINUTE } },
      handler: (request, reply) => admitted(dependencies, route, answer, { request, reply }),
    });
  };
  return {
    routes,
    bind: (route, handler) =>
      bind(
        route,
        inOneTransaction(route, async (context, input) =>
          route.reply.parse(await handler(context, input)),
        ),
      ),
    bindRaw: (route, handler) => bind(route, inOneTransaction(route, handler)),
    bindStaged: (route, handler) => bind(route, inStages(route, handler)),
  };
}

const DEFAULT_PER_MINUTE = 600;

type Answer<Route extends RouteContract> = (
  opened: ReturnType<typeof openStages>,
  input: RouteInput<Route>,
  wire: Wire,
) => Promise<unknown>;

function inOneTransaction<Route extends RouteContract>(
  route: Route,
  handler: RawHandler<Route>,
): Answer<Route> {
  return ({ stages, assertRecorded }, input, wire) =>
    stages.transact((context) => {
      const work = async (): Promise<unknown> => {
        const output = await handler(context, input, wire);
        assertRecorded();
        return output;
      };
      // A file cannot be kept as the reply of a key.
      if (route.isRaw === true) return work();
      return replyOnce(context, { request: wire.request, file: input.upload?.bytes }, work);
    });
}

function inStages<Route extends RouteContract>(
  route: Route,
  handler: StagedHandler<Route>,
): Answer<Route> {
  return async ({ stages, assertRecorded }, input, wire) => {
    const output = await handler(stages, input, wire);
    assertRecorded();
    return route.isRaw === true ? output : route.reply.parse(output);
  };
}

async function admitted<Route extends RouteContract>(
  dependencies: ApiDependencies,
  route: Route,
  answer: Answer<Route>,
  wire: Wire,
): Promise<unknown> {
  const { request, reply } = wire;
  const now = dependencies.now();
  reply.header('cache-control', 'no-store');
  checkOrigin(request, dependencies.publicOrigin);
  const cookie = request.cookies[SESSION_COOKIE];
  const session = cookie === undefined ? undefined : await dependencies.findSession(cookie, now);
  const actor = await admit(dependencies, route, { request, session, now });
  if (session !== undefined && isUnsafe(request)) checkToken(request, session.csrfToken);
  // Read before a transaction begins: a slow sender must hold no connection of the database.
  const upload =
    route.upload === undefined ? {} : { upload: await readUpload(request, route.upload.maxBytes) };
  const input = { ...parseInput(route, request), ...upload };
  const facts = { actor, now, ...originOf(request) };
  const opened = openStages(dependencies, { route, request, facts });
  return (await answer(opened, input, wire)) ?? reply;
}

interface Asking {
  readonly request: FastifyRequest;
  readonly session: Session | undefined;
  readonly now: Date;
}

/** Refusals are answered, and written to the audit log in a transaction of their own. */
async function admit(
  dependencies: ApiDependencies,
  route: RouteContract,
  asking: Asking,
): Promise<Actor> {
  const { session } = asking;
  const refusal = judgeAccess(route, session);
  if (refusal !== undefined) {
    await recordRefusal(dependencies, route, { ...asking, code: refusal.code });
    throw refusal;
  }
  if (session === undefined) return ANONYMOUS;
  return {
    accountId: session.accountId,
    name: session.accountName,
    unionId: session.unionId,
    sessionId: session.sessionId,
    // Own matters (profile, inbox, tasks) are found by the account, not by the tree.
    scopeRoots: isGeneralAccess(route.access) ? [] : session.scopeRootsFor(route.access),
  };
}

const ANONYMOUS: Actor = {
  accountId: null,
  name: '未登录',
  unionId: null,
  sessionId: null,
  scopeRoots: [],
};

function judgeAccess(
  { access }: RouteContract,
  session: Session | undefined,
): AppError | undefined {
  if (access === 'anonymous') return undefined;
  if (session === undefined) return new AppError('unauthenticated', 'session.required');
  if (access === 'any_session') return undefined;
  if (session.restriction !== null) {
    return new AppError('forbidden', `session.${session.restriction}_required`);
  }
  if (isGeneralAccess(access) || session.scopeRootsFor(access).length > 0) return undefined;
  return new AppError('forbidden', 'access.permission_missing', { permission: access });
}

function originOf(request: FastifyRequest): Pick<Context, 'requestId' | 'ip' | 'userAgent'> {
  return {
    requestId: request.id,
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
  };
}
