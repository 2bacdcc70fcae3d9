import type { DatabaseTransaction } from '#platform/database/open-database.ts';

export type SessionEndReason =
  | 'signed_out'
  | 'revoked'
  | 'replaced'
  | 'password_changed'
  | 'disabled';

export interface SessionsToEnd {
  readonly accountId: number;
  readonly reason: SessionEndReason;
  readonly now: Date;
  /** All but this one. */
  readonly exceptId?: number | null;
  /** This one only. */
  readonly onlyId?: number;
}

/** Ends open sessions of an account; returns how many. */
export async function endSessions(
  transaction: DatabaseTransaction,
  { accountId, reason, now, exceptId, onlyId }: SessionsToEnd,
): Promise<number> {
  let query = transaction
    .updateTable('sessions')
    .set({ endedAt: now, endReason: reason })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null);
  if (exceptId !== undefined && exceptId !== null) query = query.where('id', '!=', exceptId);
  if (onlyId !== undefined) query = query.where('id', '=', onlyId);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}
