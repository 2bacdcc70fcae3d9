import { sql } from 'kysely';

import { forgetOldAttempts } from '#features/accounts/server/sign-in-attempts.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

import type { Services } from './services.ts';

const EVERY_MS = 3_600_000;

/** Clears away, hour by hour, what served for a day or two: counted sign-in failures, replies kept by key. */
export function startHousekeeping(
  { database, now }: Services,
  onError: (error: unknown) => void,
): { readonly stop: () => void } {
  const tidy = (): void => {
    inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
      await forgetOldAttempts(transaction, now());
      await sql`select forget_old_idempotency_keys()`.execute(transaction);
    }).catch(onError);
  };
  const timer = setInterval(tidy, EVERY_MS);
  timer.unref();
  tidy();
  return { stop: () => clearInterval(timer) };
}
