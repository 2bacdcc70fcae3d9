import { AppError } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';

/**
 * Takes down a notice that was put up wrongly; its cases wait for another one.
 * @throws AppError `not_found` `public_notice.unknown`, `conflict` `public_notice.not_hanging`.
 */
export async function cancelNotice(
  context: Context,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  const { transaction, now } = context;
  const { state, unionId } = await lockNotice(context, id);
  if (state !== 'hanging') throw new AppError('conflict', 'public_notice.not_hanging');
  await transaction
    .updateTable('publicNotices')
    .set({ state: 'cancelled', takenDownAt: now, cancelReason: reason })
    .where('id', '=', id)
    .execute();
  await transaction
    .updateTable('publicNoticeEntries')
    .set({ closedAt: now, outcome: 'cancelled' })
    .where('noticeId', '=', id)
    .where('closedAt', 'is', null)
    .execute();
  const change = { before: { state }, after: { state: 'cancelled' } };
  await context.record({ subjectId: id, unionId, reason, ...change });
}

export interface LockedNotice {
  readonly id: number;
  readonly unionId: number;
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** @throws AppError `not_found` `public_notice.unknown`. */
export async function lockNotice({ transaction }: Context, id: number): Promise<LockedNotice> {
  const row = await transaction
    .selectFrom('publicNotices')
    .select(['id', 'unionId', 'state', 'startsOn', 'endsOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not_found', 'public_notice.unknown');
  return row;
}
