import { addDays } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';

import { toDay } from './union-row.ts';

export interface NewPlacement {
  readonly unionId: number;
  readonly parentId: number | null;
  readonly name: string;
  /** First day; null when unknown. */
  readonly from: PlainDate | null;
  readonly reason: string;
  readonly document?: string | null;
}

/** First day of the place and name in force; null when unknown. */
export async function findLastChange(
  { transaction }: Context,
  unionId: number,
): Promise<PlainDate | null> {
  const row = await transaction
    .selectFrom('unionPlacements')
    .select('validFrom')
    .where('unionId', '=', unionId)
    .where('validTo', 'is', null)
    .executeTakeFirst();
  return toDay(row?.validFrom ?? null);
}

/** Adds a row of history; the one in force ends on the day before. */
export async function addPlacement(
  context: Context,
  { from, document = null, ...placement }: NewPlacement,
): Promise<void> {
  const { transaction, actor } = context;
  if (from !== null) {
    const lastChange = await findLastChange(context, placement.unionId);
    // Of two changes on one day the first still counts that day: nothing of the history is lost.
    const lastDay = lastChange === from ? from : addDays(from, -1);
    await endPlacement(context, { unionId: placement.unionId, lastDay, endReason: null });
  }
  await transaction
    .insertInto('unionPlacements')
    .values({ ...placement, document, validFrom: from, recordedBy: actor.accountId })
    .execute();
}

export interface PlacementEnd {
  readonly unionId: number;
  readonly lastDay: PlainDate;
  /** Only for a closure; a move or a new name is explained by the row that follows. */
  readonly endReason: string | null;
}

export async function endPlacement(
  { transaction }: Context,
  { unionId, lastDay, endReason }: PlacementEnd,
): Promise<void> {
  await transaction
    .updateTable('unionPlacements')
    .set({ validTo: lastDay, endReason })
    .where('unionId', '=', unionId)
    .where('validTo', 'is', null)
    .execute();
}
