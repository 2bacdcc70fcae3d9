import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';

import { SETTING_GROUP_NAMES } from '../messages.ts';
import { SETTING_GROUPS } from '../rules/settings.ts';
import { SettingChangeDialog } from './setting-change-dialog.tsx';
import { SettingHistory } from './setting-history.tsx';
import type { KnownSetting } from './setting-queries.ts';
import { useSettings } from './setting-queries.ts';
import { SettingTable } from './setting-table.tsx';

/** 参数设置: what is in force, since when, on what ground, and who set it. */
export function SettingsPage(): ReactElement {
  const query = useSettings();
  const may = useMay();
  const mayChange = may('settings.write' satisfies Permission);
  return (
    <>
      <PageTitle title="参数设置">
        {mayChange
          ? '参数按生效日期设定，只增不改，每次变更都记录办理人和事由。'
          : '参数按生效日期设定，只增不改。变更由安全管理员办理。'}
      </PageTitle>
      <QueryState query={query}>
        {(settings) => <Groups settings={settings} mayChange={mayChange} />}
      </QueryState>
    </>
  );
}

interface GroupsProps {
  readonly settings: readonly KnownSetting[];
  readonly mayChange: boolean;
}

function Groups({ settings, mayChange }: GroupsProps): ReactElement {
  const [changing, setChanging] = useState<KnownSetting>();
  const [looking, setLooking] = useState<KnownSetting>();
  return (
    <>
      {SETTING_GROUPS.map((group) => {
        const rows = settings.filter((setting) => setting.group === group);
        return rows.length === 0 ? null : (
          <Panel key={group} title={SETTING_GROUP_NAMES[group]}>
            <SettingTable
              label={SETTING_GROUP_NAMES[group]}
              settings={rows}
              onLook={setLooking}
              onChange={mayChange ? setChanging : undefined}
            />
          </Panel>
        );
      })}
      <SettingChangeDialog setting={changing} onClose={() => setChanging(undefined)} />
      <SettingHistory setting={looking} onClose={() => setLooking(undefined)} />
    </>
  );
}
