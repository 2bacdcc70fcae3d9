import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, DatabaseTransaction } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

import { digestBody, FIRST_PREVIOUS_DIGEST, makeBlock, toContents } from './block.ts';
import type { Block } from './block.ts';

export interface SealKeys {
  /** Ed25519. */
  readonly signingKey: KeyObject;
  /** The key of the entries' own macs. */
  readonly macKey: Buffer;
}

export interface SealResult {
  readonly sealedCount: number;
  /** Null when nothing waited. */
  readonly blockNo: number | null;
  /** Entries that carry no right mac: they stay where they are, and no block vouches for them. */
  readonly forgedIds: readonly number[];
}

export interface SealOptions extends SealKeys {
  readonly now: Date;
  /** Entries in one block. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 5000;

/**
 * Seals the entries whose transactions have committed into the next block. Sealers wait for one
 * another; writers wait for nobody.
 */
export async function sealAudit(database: Database, options: SealOptions): Promise<SealResult> {
  return inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('songnuan.seal_audit'))`.execute(transaction);
    await sql`select set_config('app.whole_audit', 'on', true)`.execute(transaction);
    const { genuine, forgedIds } = await takeGenuine(transaction, options);
    if (genuine.length === 0) return { sealedCount: 0, blockNo: null, forgedIds };
    const block = makeBlock(
      {
        ...(await nextPlace(transaction, options.now.getTime())),
        contents: toContents(genuine.map(({ id, body }) => ({ id, digest: digestBody(body) }))),
      },
      options.signingKey,
    );
    await transaction
      .insertInto('auditBlocks')
      .values({ ...block, entryCount: genuine.length })
      .execute();
    await transaction
      .deleteFrom('auditQueue')
      .where('entryId', '=', sql<number>`any(${genuine.map(({ id }) => id)}::bigint[])`)
      .execute();
    return { sealedCount: genuine.length, blockNo: block.no, forgedIds };
  });
}

interface QueuedEntry {
  readonly id: number;
  readonly body: string;
  readonly mac: Buffer;
}

interface Taken {
  readonly genuine: readonly QueuedEntry[];
  readonly forgedIds: readonly number[];
}

/** Goes on past forged entries: however many somebody adds, they hold up nothing. */
async function takeGenuine(
  transaction: DatabaseTransaction,
  { macKey, limit = DEFAULT_LIMIT }: SealOptions,
): Promise<Taken> {
  const forgedIds: number[] = [];
  let lastId = 0;
  for (;;) {
    const entries = await transaction
      .selectFrom('auditQueue')
      .innerJoin('auditEntries', 'auditEntries.id', 'auditQueue.entryId')
      .select(['auditEntries.id', 'auditEntries.body', 'auditEntries.mac'])
      .where('auditQueue.entryId', '>', lastId)
      .orderBy('auditQueue.entryId')
      .limit(limit)
      .execute();
    const genuine = entries.filter((entry) => isGenuine(entry, macKey));
    const sound = new Set(genuine.map(({ id }) => id));
    forgedIds.push(...entries.map(({ id }) => id).filter((id) => !sound.has(id)));
    lastId = entries.at(-1)?.id ?? lastId;
    if (genuine.length > 0 || entries.length < limit) return { genuine, forgedIds };
  }
}

export function isGenuine(
  { body, mac }: { readonly body: string; readonly mac: Buffer },
  macKey: Buffer,
): boolean {
  const right = createHmac('sha256', macKey).update(body).digest();
  return mac.length === right.length && timingSafeEqual(mac, right);
}

async function nextPlace(
  transaction: DatabaseTransaction,
  nowMs: number,
): Promise<Pick<Block, 'no' | 'sealedAtMs' | 'previousDigest'>> {
  const last = await transaction
    .selectFrom('auditBlocks')
    .select(['no', 'digest', 'sealedAtMs'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) {
    return { no: 1, sealedAtMs: nowMs, previousDigest: FIRST_PREVIOUS_DIGEST };
  }
  // A clock that was set back must not make a later block look older.
  const sealedAtMs = Math.max(nowMs, last.sealedAtMs);
  return { no: last.no + 1, sealedAtMs, previousDigest: last.digest };
}
