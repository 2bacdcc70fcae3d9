import { toChinaDay } from '#platform/china-day.ts';
import type { Context } from '#platform/context.ts';

import type { SettingHistoryEntry, SettingView } from '../contract.ts';
import { settingInForce } from '../rules/setting-in-force.ts';
import { getValueRange, SETTING_KEYS, SETTINGS } from '../rules/settings.ts';
import type { SettingKey } from '../rules/settings.ts';
import { listSettingEntries } from './load-settings.ts';

/** Every setting with what is in force today and all that was ever set. */
export async function listSettings(context: Context): Promise<SettingView[]> {
  const history = await listHistory(context);
  const entries = await listSettingEntries(context.transaction);
  const today = toChinaDay(context.now);
  return SETTING_KEYS.map((key) => {
    const { value, validFrom, entryId } = settingInForce(entries, key, today);
    const { group, unit, basis, builtIn } = SETTINGS[key];
    return {
      key,
      group,
      unit,
      basis,
      builtIn,
      range: getValueRange(key),
      value,
      validFrom,
      source: entryId === null ? 'built_in' : 'entry',
      history: history.get(key) ?? [],
    };
  });
}

export async function getSetting(context: Context, key: SettingKey): Promise<SettingView> {
  const found = (await listSettings(context)).find((setting) => setting.key === key);
  if (found === undefined) throw new Error(`no view of the setting ${key}`);
  return found;
}

async function listHistory({ transaction }: Context): Promise<Map<string, SettingHistoryEntry[]>> {
  const rows = await transaction
    .selectFrom('settingEntries as entry')
    .leftJoin('accounts as account', 'account.id', 'entry.setBy')
    .select(['entry.id', 'entry.key', 'entry.value', 'entry.validFrom', 'entry.reason'])
    .select(['entry.document', 'entry.setAt', 'account.displayName as setBy'])
    .orderBy('entry.id', 'desc')
    .execute();
  const byKey = new Map<string, SettingHistoryEntry[]>();
  for (const { key, setAt, ...entry } of rows) {
    const list = byKey.get(key) ?? [];
    byKey.set(key, list);
    list.push({ ...entry, setAt: setAt.toISOString() });
  }
  return byKey;
}
