import type { DatabaseTransaction } from '#platform/database/open-database.ts';

const KEPT_MS = 7 * 86_400_000;

/** Codes that were asked for last week serve nothing, used or not. */
export async function forgetOldCodes(transaction: DatabaseTransaction, now: Date): Promise<void> {
  await transaction
    .deleteFrom('registrationCodes')
    .where('createdAt', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}
