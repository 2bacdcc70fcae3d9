import { sql } from 'kysely';

import type { ErrorParams } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/page-cursor.ts';

import type { Notice, NoticeListQuery } from '../contract.ts';

/** The sentence of a notice by its code. */
export type ExplainNotice = (code: string, params: ErrorParams) => string;

/** Own notices, the unread first, then the newest. */
export async function listNotices(
  { transaction }: Context,
  { show, after, limit }: NoticeListQuery,
  explain: ExplainNotice,
): Promise<{ items: Notice[]; next: string | null }> {
  let query = transaction
    .selectFrom('notices')
    .selectAll()
    .orderBy(sql`read_at is null`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (show === 'unread') query = query.where('readAt', 'is', null);
  if (after !== undefined) {
    const { key, id } = readCursor(after);
    query = query.where(sql<boolean>`(read_at is null, id) < (${key === 'unread'}, ${id}::bigint)`);
  }
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ id, code, params, link, createdAt, readAt }) => ({
      id,
      code,
      text: explain(code, toParams(params)),
      link,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    })),
    next: last === undefined ? null : writeCursor({ key: keyOf(last), id: last.id }),
  };
}

export async function countUnread({ transaction }: Context): Promise<{ unreadCount: number }> {
  const { unreadCount } = await transaction
    .selectFrom('notices')
    .select((row) => row.fn.countAll<number>().as('unreadCount'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { unreadCount };
}

function keyOf({ readAt }: { readonly readAt: Date | null }): 'unread' | 'read' {
  return readAt === null ? 'unread' : 'read';
}

/** Only what a sentence can use; a notice is shown whatever stands in it. */
function toParams(stored: unknown): ErrorParams {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, value]) => ['string', 'number'].includes(typeof value)),
  );
}
