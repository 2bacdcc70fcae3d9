import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

import { AppError } from '#core/app-error.ts';

import { findDatabaseTrouble, isConnectionLoss, isRaceLoss } from './database-errors.ts';
import type { Database, DatabaseTransaction } from './open-database.ts';

/**
 * Whose rows a transaction may touch: all unions below the roots, or the whole tree for the program's
 * own work (signing in, background tasks). No roots see nothing.
 */
export interface Scope {
  readonly roots: readonly number[] | 'all';
  /** Whose own rows (inbox, tasks) are seen; null for nobody's. */
  readonly accountId: number | null;
}

export const SYSTEM_SCOPE: Scope = { roots: 'all', accountId: null };

const MAX_ATTEMPTS = 4;

/**
 * Runs work in one transaction under a scope. Work that lost a race (deadlock, serialization) or its
 * connection before the commit began is run again: nothing of it was kept. It must therefore do
 * nothing but speak to the database.
 * @throws AppError `unavailable`: those of `repeated`, and `database.outcome_unknown` when the connection
 *   broke while committing.
 */
export function inTransaction<Result>(
  database: Database,
  scope: Scope,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return repeated(async () => {
    let isCommitting = false;
    try {
      return await database.query.transaction().execute(async (transaction) => {
        await enterScope(transaction, scope);
        const result = await work(transaction);
        isCommitting = true;
        return result;
      });
    } catch (error) {
      if (isCommitting && isConnectionLoss(error)) {
        throw new AppError('unavailable', 'database.outcome_unknown', {}, error);
      }
      throw error;
    }
  });
}

/**
 * Runs again what lost a race or its connection, a few times within some two seconds: for work that
 * leaves nothing behind when it fails, such as a statement that only reads.
 * @throws AppError `unavailable`: `database.unreachable`, `database.read_only`, or `database.busy` when no
 *   connection came free in time.
 */
export async function repeated<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt < MAX_ATTEMPTS && (isRaceLoss(error) || isConnectionLoss(error))) {
        await sleep(25 * 4 ** attempt);
        continue;
      }
      const trouble = findDatabaseTrouble(error);
      throw trouble === undefined ? error : new AppError('unavailable', trouble, {}, error);
    }
  }
}

/** Sets the scope of a running transaction; again after the tree grew within it. */
export async function enterScope(
  transaction: DatabaseTransaction,
  { roots, accountId }: Scope,
): Promise<void> {
  const account = accountId === null ? '' : String(accountId);
  await sql`select set_config('app.account', ${account}, true), set_config('app.scope',
    array_to_string(array(${listMembers(roots)}), ','), true)`.execute(transaction);
}

/** Each union once: below nested roots it would be found twice. */
function listMembers(roots: Scope['roots']): RawBuilder<unknown> {
  if (roots === 'all') return sql`select descendant_id from union_closure where depth = 0`;
  const [root] = roots;
  return roots.length === 1
    ? sql`select descendant_id from union_closure where ancestor_id = ${root}::int`
    : sql`select distinct descendant_id from union_closure where ancestor_id = any(${sql.val([...roots])}::int[])`;
}
