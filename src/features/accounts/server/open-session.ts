import type { Context } from '#platform/context.ts';

import type { AccountSettingValues } from '../rules/account-settings.ts';
import { toSessionSettings } from '../rules/account-settings.ts';
import type { SessionView } from '../rules/session-view.ts';
import { endSessions } from './commands/end-sessions.ts';
import { findSessionRow } from './session-row.ts';
import { toSessionView } from './session-standing.ts';
import { digestToken, newToken } from './session-token.ts';

export interface SessionOpening {
  readonly accountId: number;
  /** The session this browser had until now, whosever it was. */
  readonly formerSessionId: number | null;
  readonly settings: AccountSettingValues;
}

/**
 * Opens a session under a new token, as the program sees all accounts; what this browser had before
 * ends, and every other one of the person where only one is allowed. Returns the token for the cookie.
 */
export async function openSession(
  { transaction, now, ip, userAgent }: Context,
  { accountId, formerSessionId, settings }: SessionOpening,
): Promise<string> {
  if (formerSessionId !== null) {
    await transaction
      .updateTable('sessions')
      .set({ endedAt: now, endReason: 'replaced' })
      .where('id', '=', formerSessionId)
      .where('endedAt', 'is', null)
      .execute();
  }
  if (toSessionSettings(settings).isSingle) {
    await endSessions(transaction, { accountId, reason: 'replaced', now });
  }
  const token = newToken();
  await transaction
    .insertInto('sessions')
    .values({
      accountId,
      tokenDigest: digestToken(token),
      csrfToken: newToken(),
      createdAt: now,
      lastSeenAt: now,
      ip,
      userAgent: userAgent?.slice(0, 300) ?? null,
    })
    .execute();
  return token;
}

/** What the page is told of the session behind a token. @throws Error when it is not open. */
export async function loadSessionView(
  context: Context,
  token: string,
  settings: AccountSettingValues,
): Promise<SessionView> {
  const row = await findSessionRow(context.transaction, digestToken(token));
  if (row === undefined) throw new Error('the session was open a moment ago');
  const { count } = await context.transaction
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('accountId', '=', row.accountId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return toSessionView(row, settings, { now: context.now, unreadNotices: count });
}
