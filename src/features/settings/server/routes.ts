import type { Api } from '#platform/http/api.ts';

import { SETTING_ROUTES } from '../contract.ts';
import { setSetting } from './commands/set-setting.ts';
import { listSettings } from './list-settings.ts';

export function addSettingRoutes(api: Api): void {
  api.bind(SETTING_ROUTES.list, async (context) => ({ items: await listSettings(context) }));
  api.bind(SETTING_ROUTES.set, async (context, { params: { key }, body }) => {
    const known = await setSetting(context, { key, ...body });
    const [view] = await listSettings(context, [known]);
    if (view === undefined) throw new Error('a known setting has a view');
    return view;
  });
}
