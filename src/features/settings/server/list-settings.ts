import type { z } from 'zod';

import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { SettingView } from '../contract.ts';
import { settingInForce } from '../rules/setting-in-force.ts';
import { SETTINGS, SETTING_KEYS, getValueRange } from '../rules/settings.ts';
import type { SettingKey } from '../rules/settings.ts';
import { readSettingEntries } from './commands/load-settings.ts';

type View = z.input<typeof SettingView>;

/** Every setting with the value of today, what it rests on and who set it when and why. */
export async function listSettings(
  context: Context,
  keys: readonly SettingKey[] = SETTING_KEYS,
): Promise<View[]> {
  const { transaction, now } = context;
  const entries = await readSettingEntries(transaction);
  const history = await readHistory(context);
  return keys.map((key) => {
    const { group, unit, builtIn, basis } = SETTINGS[key];
    const { value, validFrom, entryId } = settingInForce(entries, key, toChinaDay(now));
    return {
      key,
      group,
      unit,
      builtIn,
      basis,
      range: getValueRange(key),
      value,
      validFrom,
      source: entryId === null ? 'built_in' : 'entry',
      history: history.get(key) ?? [],
    };
  });
}

/** The newest first. A person outside the scope stays unnamed. */
async function readHistory({ transaction }: Context): Promise<Map<string, View['history']>> {
  const rows = await transaction
    .selectFrom('settingEntries')
    .leftJoin('accounts', 'accounts.id', 'settingEntries.setBy')
    .selectAll('settingEntries')
    .select('accounts.displayName as setterName')
    .orderBy('validFrom', 'desc')
    .orderBy('settingEntries.id', 'desc')
    .execute();
  const byKey = new Map<string, View['history']>();
  for (const { key, setterName, setAt, ...row } of rows) {
    const { id, value, validFrom, reason, document } = row;
    const entry = { id, value, validFrom, reason, document };
    const list = byKey.get(key) ?? [];
    byKey.set(key, [...list, { ...entry, setBy: setterName, setAt: setAt.toISOString() }]);
  }
  return byKey;
}
