import type { FastifyReply, FastifyRequest } from 'fastify';

import { SESSION_COOKIE } from '#platform/http/session.ts';

/** Ends with the browser; no script can read it, and other sites' forms do not send it. */
export function setSessionCookie(reply: FastifyReply, token: string, isSecure: boolean): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}

export function readSessionCookie(request: FastifyRequest): string {
  return request.cookies[SESSION_COOKIE] ?? '';
}
