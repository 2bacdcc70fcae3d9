import { toChinaDay } from '#platform/china-day.ts';
import type { Database } from '#platform/database/open-database.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import type { FindSession, Session, SessionRestriction } from '#platform/http/session.ts';

import { findScopeRoots, mustUseSecondFactor } from '../rules/assignments.ts';
import { isPermission } from '../rules/permissions.ts';
import type { AccountSettings, FindAccountSettings } from './account-settings.ts';
import { findSessionRow } from './session-row.ts';
import type { SessionRow } from './session-row.ts';
import { digestToken } from './session-token.ts';

export interface SessionDependencies {
  readonly database: Database;
  readonly settings: FindAccountSettings;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/**
 * Finds the session of a cookie for each request. One that was idle or open for too long is ended on
 * sight; when it was last seen is written once a minute at most.
 */
export function createFindSession(dependencies: SessionDependencies): FindSession {
  return async (cookie, now) => {
    const row = await findSessionRow(dependencies.database.query, digestToken(cookie));
    if (row === undefined) return undefined;
    const settings = await dependencies.settings(now);
    if (isOver(row, settings, now)) {
      await endAsExpired(dependencies.database, row, now);
      return undefined;
    }
    if (now.getTime() - row.lastSeenAt.getTime() >= MS_PER_MINUTE) {
      await noteSeen(dependencies.database, row, now);
    }
    return toSession(row, settings, now);
  };
}

function toSession(row: SessionRow, settings: AccountSettings, now: Date): Session {
  const today = toChinaDay(now);
  return {
    sessionId: row.sessionId,
    accountId: row.accountId,
    accountName: row.displayName,
    unionId: row.unionId,
    csrfToken: row.csrfToken,
    restriction: findRestriction(row, settings, now),
    scopeRootsFor: (permission) =>
      isPermission(permission) ? findScopeRoots(row.assignments, permission, today) : [],
  };
}

/** What the person must do before anything else; the second factor first where there is one. */
export function findRestriction(
  row: SessionRow,
  settings: AccountSettings,
  now: Date,
): SessionRestriction | null {
  if (row.hasSecondFactor && row.secondFactorAt === null) return 'second_factor';
  if (row.mustChangePassword || isPasswordOld(row, settings, now)) return 'password_change';
  if (!row.hasSecondFactor && mustUseSecondFactor(row.assignments, toChinaDay(now))) {
    return 'second_factor';
  }
  return null;
}

function isPasswordOld(
  { passwordChangedAt }: SessionRow,
  settings: AccountSettings,
  now: Date,
): boolean {
  if (passwordChangedAt === null) return false;
  const ageMs = now.getTime() - passwordChangedAt.getTime();
  return ageMs > settings['password.max_age_days'] * MS_PER_DAY;
}

function isOver(row: SessionRow, settings: AccountSettings, now: Date): boolean {
  const idleMs = now.getTime() - row.lastSeenAt.getTime();
  const openMs = now.getTime() - row.createdAt.getTime();
  return (
    idleMs > settings['sessions.idle_minutes'] * MS_PER_MINUTE ||
    openMs > settings['sessions.absolute_hours'] * 60 * MS_PER_MINUTE
  );
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
