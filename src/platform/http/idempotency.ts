import { createHash } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { AppError } from '#core/app-error.ts';

import type { Context } from '../context.ts';
import { isUnsafe } from './cross-site.ts';
import { IDEMPOTENCY_HEADER } from './session.ts';

const KEY = /^[\w-]{8,100}$/;

/**
 * Does the work once per key of an account: the key is written in the work's own transaction, so a
 * request that is repeated (a lost answer, a second click) waits for the first one and gets its reply.
 * @throws AppError `conflict` when the key was used for another request, `invalid` for a malformed key.
 */
export async function replyOnce(
  context: Context,
  { request, file }: { readonly request: FastifyRequest; readonly file: Uint8Array | undefined },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers[IDEMPOTENCY_HEADER];
  const { accountId } = context.actor;
  if (key === undefined || accountId === null || !isUnsafe(request)) return work();
  if (typeof key !== 'string' || !KEY.test(key))
    throw new AppError('invalid', 'request.key_malformed');
  const requestDigest = digestOf(request, file);
  const table = context.transaction;
  const claimed = await table
    .insertInto('idempotencyKeys')
    .values({ accountId, key, requestDigest, status: 0, reply: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const first = await table
      .selectFrom('idempotencyKeys')
      .select(['requestDigest', 'reply'])
      .where('accountId', '=', accountId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (first.requestDigest !== requestDigest) throw new AppError('conflict', 'request.key_reused');
    return first.reply;
  }
  const reply = await work();
  await table
    .updateTable('idempotencyKeys')
    .set({ status: 200, reply: JSON.stringify(reply ?? null) })
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .execute();
  return reply;
}

function digestOf({ method, url, body }: FastifyRequest, file: Uint8Array | undefined): string {
  const hash = createHash('sha256').update(JSON.stringify([method, url, body ?? null]));
  return (file === undefined ? hash : hash.update(file)).digest('hex');
}
