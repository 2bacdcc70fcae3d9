import { day } from '#core/plain-date.ts';
import type { Api } from '#platform/http/api.ts';

import { SETTING_ROUTES } from '../contract.ts';
import { changeSetting } from './commands.ts';
import { getSetting, listSettings } from './queries.ts';

export function addSettingRoutes(api: Api): void {
  api.bind(SETTING_ROUTES.list, async (context) => ({ items: await listSettings(context) }));
  api.bind(SETTING_ROUTES.set, async (context, { params, body }) => {
    const validFrom = day(body.validFrom);
    const key = await changeSetting(context, { ...body, validFrom, key: params.key });
    return getSetting(context, key);
  });
}
