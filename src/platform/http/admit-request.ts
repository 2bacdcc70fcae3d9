import type { FastifyRequest } from 'fastify';

import { isGeneralAccess } from '#core/access.ts';
import { AppError } from '#core/app-error.ts';
import type { RouteContract, RouteInput } from '#core/route-contract.ts';

import type { AuditLog } from '../audit-log/audit-log.ts';
import { ANONYMOUS_ACTOR } from '../context.ts';
import type { Actor } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import type { ContextFacts } from '../in-context.ts';
import { checkOrigin, checkToken, isUnsafe } from './cross-site.ts';
import { parseInput } from './parse-input.ts';
import { readUpload } from './read-upload.ts';
import { recordRefusal } from './refusals.ts';
import { SESSION_COOKIE } from './session.ts';
import type { FindSession, Session } from './session.ts';

export interface AdmissionServices {
  readonly database: Database;
  readonly auditLog: AuditLog;
  readonly findSession: FindSession;
  /** Of the address under which people reach the server. */
  readonly publicOrigin?: string | undefined;
  readonly now: () => Date;
}

export interface AdmittedRequest<Route extends RouteContract> {
  readonly facts: ContextFacts;
  readonly input: RouteInput<Route>;
}

/**
 * The gates of every request, in this order: origin, session, rights, token, shape of the input.
 * @throws AppError `unauthenticated`, `forbidden` or `invalid`; missing rights are written to the audit log.
 */
export async function admitRequest<Route extends RouteContract>(
  services: AdmissionServices,
  route: Route,
  request: FastifyRequest,
): Promise<AdmittedRequest<Route>> {
  const now = services.now();
  checkOrigin(request, services.publicOrigin);
  const cookie = request.cookies[SESSION_COOKIE];
  const session = cookie === undefined ? undefined : await services.findSession(cookie, now);
  const facts = { actor: toActor(route, session), now, ...originOf(request) };
  const refusal = judgeAccess(route, session);
  if (refusal !== undefined) {
    await recordRefusal(services, { route, facts, code: refusal.code });
    throw refusal;
  }
  if (session !== undefined && isUnsafe(request)) checkToken(request, session.csrfToken);
  // Read before a transaction begins: a slow sender must hold no connection of the database.
  const upload =
    route.upload === undefined ? {} : { upload: await readUpload(request, route.upload.maxBytes) };
  return { facts, input: { ...parseInput(route, request), ...upload } };
}

function toActor(route: RouteContract, session: Session | undefined): Actor {
  if (session === undefined) return ANONYMOUS_ACTOR;
  return {
    accountId: session.accountId,
    name: session.accountName,
    unionId: session.unionId,
    sessionId: session.sessionId,
    // Own matters (profile, inbox, tasks) are found by the account, not by the tree.
    scopeRoots: isGeneralAccess(route.access) ? [] : session.scopeRootsFor(route.access),
  };
}

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
  if (isGeneralAccess(access) || session.holds(access)) return undefined;
  return new AppError('forbidden', 'access.permission_missing', { permission: access });
}

function originOf(request: FastifyRequest): Pick<ContextFacts, 'requestId' | 'ip' | 'userAgent'> {
  return {
    requestId: request.id,
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
  };
}
