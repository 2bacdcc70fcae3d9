import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { isAppError } from '#core/app-error.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import type { OidcFlow } from './oidc-provider.ts';

const COOKIE = 'songnuan_oidc';
const PATH = '/api/oidc';
const VALID_MS = 10 * 60_000;
const CONTEXT = 'oidc.flow';

const StoredFlow = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  startedAtMs: z.number(),
  linkAccountId: z.int().nullable(),
});

export interface StartedFlow extends OidcFlow {
  readonly startedAtMs: number;
  /** Whose account is to be linked; null for a sign-in. */
  readonly linkAccountId: number | null;
}

/** The browser itself carries its flow, encrypted: one begun in another browser cannot be finished here. */
export function setFlowCookie(
  reply: FastifyReply,
  { cipher, isSecure }: { readonly cipher: FieldCipher; readonly isSecure: boolean },
  flow: StartedFlow,
): void {
  reply.setCookie(COOKIE, cipher.encrypt(JSON.stringify(flow), CONTEXT), {
    path: PATH,
    httpOnly: true,
    // The provider sends the browser back by a link, with which this is sent along.
    sameSite: 'lax',
    secure: isSecure,
    maxAge: VALID_MS / 1000,
  });
}

/** Undefined when there is none, or it is too old. The cookie goes. */
export function takeFlowCookie(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  cipher: FieldCipher,
  now: Date,
): StartedFlow | undefined {
  const text = request.cookies[COOKIE];
  reply.clearCookie(COOKIE, { path: PATH });
  if (text === undefined) return undefined;
  try {
    const flow = StoredFlow.parse(JSON.parse(cipher.decrypt(text, CONTEXT)));
    return now.getTime() - flow.startedAtMs <= VALID_MS ? flow : undefined;
  } catch (error) {
    if (isAppError(error) || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
