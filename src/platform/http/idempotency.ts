import { createHash } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { AppError } from '#core/app-error.ts';

import type { Context } from '../context.ts';
import type { DatabaseTransaction } from '../database/open-database.ts';
import { isUnsafe } from './cross-site.ts';
import { IDEMPOTENCY_HEADER } from './session.ts';

const KEY = /^[\w-]{8,100}$/;

interface KeyedRequest {
  readonly accountId: number;
  readonly key: string;
  readonly requestDigest: string;
}

/**
 * Does the work once per key of an account: the key is written in the work's own transaction, so a
 * request that is repeated (a lost answer, a second click) waits for the first one and gets its reply.
 * @throws AppError `conflict` when the key was used for another request, `invalid` for a malformed key.
 */
export async function replyOnce(
  { actor: { accountId }, transaction }: Context,
  { request, file }: { readonly request: FastifyRequest; readonly file: Uint8Array | undefined },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers[IDEMPOTENCY_HEADER];
  if (key === undefined || accountId === null || !isUnsafe(request)) return work();
  if (typeof key !== 'string' || !KEY.test(key))
    throw new AppError('invalid', 'request.key_malformed');
  const keyed = { accountId, key, requestDigest: digestOf(request, file) };
  if (!(await claimKey(transaction, keyed))) return getFirstReply(transaction, keyed);
  const reply = await work();
  await keepReply(transaction, keyed, reply);
  return reply;
}

/** True for the first request; a later one waits here until the first has committed or failed. */
async function claimKey(transaction: DatabaseTransaction, keyed: KeyedRequest): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('idempotencyKeys')
    .values({ ...keyed, status: 0, reply: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows !== 0n;
}

async function getFirstReply(
  transaction: DatabaseTransaction,
  { accountId, key, requestDigest }: KeyedRequest,
): Promise<unknown> {
  const first = await transaction
    .selectFrom('idempotencyKeys')
    .select(['requestDigest', 'reply'])
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (first.requestDigest !== requestDigest) throw new AppError('conflict', 'request.key_reused');
  return first.reply;
}

async function keepReply(
  transaction: DatabaseTransaction,
  { accountId, key }: KeyedRequest,
  reply: unknown,
): Promise<void> {
  await transaction
    .updateTable('idempotencyKeys')
    .set({ status: 200, reply: JSON.stringify(reply ?? null) })
    .where('accountId', '=', accountId)
    .where('key', '=', key)
    .execute();
}

function digestOf({ method, url, body }: FastifyRequest, file: Uint8Array | undefined): string {
  const hash = createHash('sha256').update(JSON.stringify([method, url, body ?? null]));
  return (file === undefined ? hash : hash.update(file)).digest('hex');
}
