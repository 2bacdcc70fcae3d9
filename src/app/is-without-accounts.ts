import type { Database } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

/** A new installation, or one whose sample was removed: it waits for its first set-up. */
export function isWithoutAccounts(database: Database): Promise<boolean> {
  return inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    const first = await transaction.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
    return first === undefined;
  });
}
