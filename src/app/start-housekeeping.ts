import { sql } from 'kysely';

import { forgetOldAttempts } from '#features/accounts/server/sign-in-attempts.ts';
import { escalateOverdue } from '#features/applications/server/commands/escalate-overdue.ts';
import { recomputeClocks } from '#features/applications/server/commands/recompute-clocks.ts';
import { tellOfSilence } from '#features/fairness/server/commands/tell-of-silence.ts';
import { endDueNotices } from '#features/public-notices/server/commands/end-due-notices.ts';
import { forgetOldCodes } from '#features/workers/server/commands/forget-old-codes.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

import { asProgram } from './installation/as-program.ts';
import type { Services } from './services.ts';

const EVERY_MS = 3_600_000;

/**
 * Clears away, hour by hour, what served for a day or two: counted sign-in failures, codes of registration, replies kept by key.
 * Takes down public notices whose last day has passed. Counts the limits of applications by the calendar
 * that this program has, which a new year's table may have moved, and tells of those that ran out. Tells once a quarter
 * which towns have been silent.
 */
export function startHousekeeping(
  services: Services,
  onError: (error: unknown) => void,
): { readonly stop: () => void } {
  const { database, now } = services;
  const tidy = (): void => {
    inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
      await forgetOldAttempts(transaction, now());
      await forgetOldCodes(transaction, now());
      await sql`select forget_old_idempotency_keys()`.execute(transaction);
    }).catch(onError);
    endDueNotices((work) => asProgram(services, work)).catch(onError);
    asProgram(services, async (context) => {
      await recomputeClocks(context);
      await escalateOverdue(context);
    }).catch(onError);
    asProgram(services, tellOfSilence).catch(onError);
  };
  const timer = setInterval(tidy, EVERY_MS);
  timer.unref();
  tidy();
  return { stop: () => clearInterval(timer) };
}
