import type { FastifyReply, FastifyRequest } from 'fastify';

import type { RouteContract, RouteInput, RouteReply } from '#core/route-contract.ts';

import type { Context } from '../context.ts';
import { admitRequest } from './admit-request.ts';
import type { AdmissionServices } from './admit-request.ts';
import type { HttpServer } from './http-server.ts';
import { replyOnce } from './idempotency.ts';
import { openStages } from './stages.ts';
import type { OpenedStages, Stages } from './stages.ts';

export interface ApiDependencies extends AdmissionServices {
  readonly app: HttpServer;
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
 * Binds contracts to functions. Each request passes the gates of `admitRequest`; then one transaction
 * under the actor's scope does the work, its audit entries and the idempotency key, and the answer goes
 * out after the commit.
 */
export function createApi(dependencies: ApiDependencies): Api {
  const routes: RouteContract[] = [];
  const bind = <Route extends RouteContract>(route: Route, answer: Answer<Route>): void => {
    routes.push(route);
    dependencies.app.route({
      method: route.method,
      url: route.path,
      config: { rateLimit: { max: route.perMinute ?? DEFAULT_PER_MINUTE } },
      handler: (request, reply) => passOn(dependencies, route, answer, { request, reply }),
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
  opened: OpenedStages,
  input: RouteInput<Route>,
  wire: Wire,
) => Promise<unknown>;

async function passOn<Route extends RouteContract>(
  dependencies: ApiDependencies,
  route: Route,
  answer: Answer<Route>,
  wire: Wire,
): Promise<unknown> {
  wire.reply.header('cache-control', 'no-store');
  const { facts, input } = await admitRequest(dependencies, route, wire.request);
  return (await answer(openStages(dependencies, route, facts), input, wire)) ?? wire.reply;
}

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
