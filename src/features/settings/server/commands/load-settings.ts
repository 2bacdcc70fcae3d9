import { parsePlainDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { toChinaDay } from '#platform/china-day.ts';
import type { Database, Query } from '#platform/database/open-database.ts';
import { repeated } from '#platform/database/transaction.ts';

import { settingsInForce } from '../../rules/setting-in-force.ts';
import type { SettingEntry } from '../../rules/setting-in-force.ts';
import type { SettingValues } from '../../rules/settings.ts';

/** All settings in force on a day, read in the transaction at hand. */
export async function loadSettings(query: Query, today: PlainDate): Promise<SettingValues> {
  return settingsInForce(await readSettingEntries(query), today);
}

export type FindSettings = (now: Date) => Promise<SettingValues>;

const FRESH_MS = 3000;

/**
 * Settings for what happens at each request, read at most every three seconds. Takes a connection of
 * its own: never ask it inside a transaction.
 */
export function createFindSettings(database: Database): FindSettings {
  let kept: { readonly values: Promise<SettingValues>; readonly atMs: number } | undefined;
  return (now) => {
    const nowMs = now.getTime();
    // A clock that was set back must not keep old values for ever.
    if (kept === undefined || Math.abs(nowMs - kept.atMs) >= FRESH_MS) {
      const values = repeated(() => loadSettings(database.query, toChinaDay(now)));
      kept = { values, atMs: nowMs };
      values.catch(() => {
        kept = undefined;
      });
    }
    return kept.values;
  };
}

export async function readSettingEntries(query: Query): Promise<readonly SettingEntry[]> {
  const rows = await query
    .selectFrom('settingEntries')
    .select(['id', 'key', 'value', 'validFrom'])
    .orderBy('id')
    .execute();
  return rows.map(({ validFrom, ...row }) => {
    const day = parsePlainDate(validFrom);
    if (day === undefined) throw new Error(`the database gave no day: ${validFrom}`);
    return { ...row, validFrom: day };
  });
}
