import { sql } from 'kysely';
import type { PoolClient } from 'pg';

import type { DatabaseTransaction } from '../database/open-database.ts';

/**
 * Two advisory locks of a job, by the class they are taken under. `HELD` is held by the worker that
 * runs it, for as long as its process and connection live: a job at work whose lock is free was left
 * behind. `FENCE` is shared by the transactions of an attempt and taken alone to begin the next one, so
 * that nothing of an attempt thought dead is committed afterwards.
 */
const HELD = 7701;
const FENCE = 7702;

/** Keeps the lock in a transaction of its own, which also works behind a pooler of transactions. */
export async function holdJob(client: PoolClient, queueId: string): Promise<boolean> {
  await client.query('begin');
  // Idle for as long as the job takes; it holds neither a snapshot nor row locks.
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const { rows } = await client.query<{ held: boolean }>(
    'select pg_try_advisory_xact_lock($1, hashtext($2)) as held',
    [HELD, queueId],
  );
  return rows[0]?.held === true;
}

/** Whether nobody is at work on it; if so, nobody begins before the transaction ends. */
export async function isLeftBehind(
  transaction: DatabaseTransaction,
  queueId: string,
): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(${HELD}::int, hashtext(${queueId})) as free`.execute(
    transaction,
  );
  return rows[0]?.free === true;
}

export async function passFence(transaction: DatabaseTransaction, runId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${FENCE}::int, hashtext(${runId}))`.execute(
    transaction,
  );
}

export async function closeFence(transaction: DatabaseTransaction, runId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FENCE}::int, hashtext(${runId}))`.execute(transaction);
}
