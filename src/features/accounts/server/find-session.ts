import { toChinaDay } from '#platform/china-day.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inTransaction, repeated } from '#platform/database/transaction.ts';
import type { FindSession, Session } from '#platform/http/session.ts';

import { toSessionSettings } from '../rules/account-settings.ts';
import type { AccountSettingValues } from '../rules/account-settings.ts';
import { findScopeRoots, holdsPermission } from '../rules/assignments.ts';
import { isPermission } from '../rules/permissions.ts';
import { isSessionAlive } from '../rules/sign-in-rules.ts';
import { findSessionRow } from './session-row.ts';
import type { SessionRow } from './session-row.ts';
import { findRestriction } from './session-standing.ts';
import { digestToken } from './session-token.ts';

/** In force at that moment. Takes a connection of its own: never ask it inside a transaction. */
export type FindAccountSettings = (now: Date) => Promise<AccountSettingValues>;

export interface SessionDependencies {
  readonly database: Database;
  readonly settings: FindAccountSettings;
}

const MS_PER_MINUTE = 60_000;

/**
 * Finds the session of a cookie for each request. One that was idle or open for too long is ended on
 * sight; when it was last seen is written once a minute at most.
 */
export function createFindSession(dependencies: SessionDependencies): FindSession {
  return async (cookie, now) => {
    const digest = digestToken(cookie);
    const row = await repeated(() => findSessionRow(dependencies.database.query, digest));
    if (row === undefined) return undefined;
    const settings = await dependencies.settings(now);
    const times = {
      createdAtMs: row.createdAt.getTime(),
      lastSeenAtMs: row.lastSeenAt.getTime(),
    };
    if (!isSessionAlive(times, toSessionSettings(settings), now.getTime())) {
      await endAsExpired(dependencies.database, row, now);
      return undefined;
    }
    if (now.getTime() - row.lastSeenAt.getTime() >= MS_PER_MINUTE) {
      await noteSeen(dependencies.database, row, now);
    }
    return toSession(row, settings, now);
  };
}

function toSession(row: SessionRow, settings: AccountSettingValues, now: Date): Session {
  const today = toChinaDay(now);
  return {
    sessionId: row.sessionId,
    accountId: row.accountId,
    accountName: row.displayName,
    unionId: row.unionId,
    csrfToken: row.csrfToken,
    restriction: findRestriction(row, settings, now),
    holds: (permission) =>
      isPermission(permission) && holdsPermission(row.assignments, permission, today),
    scopeRootsFor: (permission) =>
      isPermission(permission) ? findScopeRoots(row.assignments, permission, today) : [],
  };
}

async function endAsExpired(database: Database, row: SessionRow, now: Date): Promise<void> {
  await inTransaction(database, ownRowsOf(row), (transaction) =>
    transaction
      .updateTable('sessions')
      .set({ endedAt: now, endReason: 'expired' })
      .where('id', '=', row.sessionId)
      .where('endedAt', 'is', null)
      .execute(),
  );
}

async function noteSeen(database: Database, row: SessionRow, now: Date): Promise<void> {
  await inTransaction(database, ownRowsOf(row), (transaction) =>
    transaction
      .updateTable('sessions')
      .set({ lastSeenAt: now })
      .where('id', '=', row.sessionId)
      .where('lastSeenAt', '<', now)
      .execute(),
  );
}

/** No union, but what belongs to the person. */
function ownRowsOf({ accountId }: SessionRow): { roots: readonly number[]; accountId: number } {
  return { roots: [], accountId };
}
