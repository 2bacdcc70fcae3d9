import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';

import { SETTING_ROUTES } from '../contract.ts';
import type { SettingView } from '../contract.ts';
import { isSettingKey } from '../rules/settings.ts';
import type { SettingKey, SettingValue } from '../rules/settings.ts';

/** A setting this page knows; a newer server may have others. */
export type KnownSetting = SettingView & { readonly key: SettingKey };

export function useSettings(): UseQueryResult<readonly KnownSetting[]> {
  return useQuery({
    queryKey: ['settings'],
    queryFn: async ({ signal }) => {
      const { items } = await callRoute(SETTING_ROUTES.list, { signal });
      return items.filter(isKnown);
    },
  });
}

/** After a change: rules of passwords are shown elsewhere as well. */
export function useSettingsChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['settings'] });
    void client.invalidateQueries({ queryKey: ['password-rules'] });
  };
}

export function isSettingValue(value: unknown): value is SettingValue {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isKnown(setting: SettingView): setting is KnownSetting {
  return isSettingKey(setting.key);
}
