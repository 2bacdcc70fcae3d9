import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

import { toSessionSettings } from '../rules/account-settings.ts';
import type { AccountSettingValues } from '../rules/account-settings.ts';
import type { OpenSession } from '../rules/session-view.ts';
import { isSessionAlive } from '../rules/sign-in-rules.ts';
import { endSessions } from './commands/end-sessions.ts';

/** Sessions of an account that still let someone in, the newest first. */
export async function listOpenSessions(
  { transaction, actor, now }: Context,
  accountId: number,
  settings: AccountSettingValues,
): Promise<OpenSession[]> {
  const rows = await transaction
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'lastSeenAt', 'ip', 'userAgent'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(200)
    .execute();
  return rows
    .filter(({ createdAt, lastSeenAt }) =>
      isSessionAlive(
        { createdAtMs: createdAt.getTime(), lastSeenAtMs: lastSeenAt.getTime() },
        toSessionSettings(settings),
        now.getTime(),
      ),
    )
    .map(({ id, createdAt, lastSeenAt, ip, userAgent }) => ({
      id,
      isCurrent: id === actor.sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      ip,
      userAgent,
    }));
}

export async function signOut(context: Context): Promise<void> {
  const { actor, transaction, now } = context;
  if (actor.accountId === null || actor.sessionId === null) return;
  await endSessions(transaction, {
    accountId: actor.accountId,
    reason: 'signed_out',
    now,
    onlyId: actor.sessionId,
  });
  await context.record({ subjectId: actor.accountId });
}

/** @throws AppError `not_found` when the person has no such open session. */
export async function endOwnSession(context: Context, sessionId: number): Promise<void> {
  const { actor, transaction, now } = context;
  const accountId = actor.accountId ?? 0;
  const ended = await endSessions(transaction, {
    accountId,
    reason: 'revoked',
    now,
    onlyId: sessionId,
  });
  if (ended === 0) throw new AppError('not_found', 'session.not_found');
  await context.record({ subjectId: accountId, after: { ended } });
}

export async function endOtherSessions(context: Context): Promise<number> {
  const { actor, transaction, now } = context;
  const accountId = actor.accountId ?? 0;
  const ended = await endSessions(transaction, {
    accountId,
    reason: 'revoked',
    now,
    exceptId: actor.sessionId,
  });
  await context.record({ subjectId: accountId, after: { ended } });
  return ended;
}
