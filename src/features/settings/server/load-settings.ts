import { parsePlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Database, DatabaseTransaction } from '#platform/database/open-database.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';

import { settingsInForce } from '../rules/setting-in-force.ts';
import type { SettingEntry } from '../rules/setting-in-force.ts';
import type { SettingValues } from '../rules/settings.ts';

/** The settings in force at a moment. Takes a connection of its own: never ask it in a transaction. */
export type FindSettings = (now: Date) => Promise<SettingValues>;

/** How long a change of another process may go unseen. */
const FRESH_MS = 3000;

/** Reads the entries anew every few seconds; every request asks. */
export function createFindSettings(database: Database): FindSettings {
  let cached: { readonly readAtMs: number; readonly entries: Promise<SettingEntry[]> } | undefined;
  return async (now) => {
    const nowMs = now.getTime();
    if (cached === undefined || Math.abs(nowMs - cached.readAtMs) > FRESH_MS) {
      const entries = inTransaction(database, SYSTEM_SCOPE, listSettingEntries);
      const reading = { readAtMs: nowMs, entries };
      cached = reading;
      entries.catch(() => {
        if (cached === reading) cached = undefined;
      });
    }
    return settingsInForce(await cached.entries, toChinaDay(now));
  };
}

export async function listSettingEntries(
  transaction: DatabaseTransaction,
): Promise<SettingEntry[]> {
  const rows = await transaction
    .selectFrom('settingEntries')
    .select(['id', 'key', 'value', 'validFrom'])
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const validFrom = parsePlainDate(row.validFrom);
    return validFrom === undefined ? [] : [{ ...row, validFrom }];
  });
}
