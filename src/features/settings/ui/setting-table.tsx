import type { ReactElement } from 'react';

import { chinaToday } from '#ui/china-today.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';

import { SETTING_NAMES, formatSettingValue } from '../messages.ts';
import type { KnownSetting } from './setting-queries.ts';
import { isSettingValue } from './setting-queries.ts';

interface SettingTableProps {
  readonly label: string;
  readonly settings: readonly KnownSetting[];
  readonly onLook: (setting: KnownSetting) => void;
  /** Absent for those who may not change it. */
  readonly onChange: ((setting: KnownSetting) => void) | undefined;
}

export function SettingTable(props: SettingTableProps): ReactElement {
  return (
    <DataTable<KnownSetting>
      label={props.label}
      columns={[...COLUMNS, actionColumn(props)]}
      rows={props.settings}
      rowKey={({ key }) => key}
    />
  );
}

const COLUMNS: readonly DataColumn<KnownSetting>[] = [
  {
    key: 'name',
    title: '参数',
    width: 250,
    isCardTitle: true,
    render: ({ key }) => SETTING_NAMES[key],
  },
  {
    key: 'value',
    title: '现行值',
    width: 190,
    render: (setting) => (
      <>
        <strong>{formatSettingValue(setting.key, setting.value)}</strong>
        <ComingValues setting={setting} />
      </>
    ),
  },
  { key: 'validFrom', title: '生效日期', width: 110, render: ({ validFrom }) => validFrom },
  { key: 'source', title: '来源与依据', isWideOnPhone: true, render: describeSource },
];

/** Values set for a day to come, each with its day. */
function ComingValues({ setting }: { readonly setting: KnownSetting }): ReactElement | null {
  const today = chinaToday();
  const coming = setting.history.filter(({ validFrom }) => validFrom > today);
  if (coming.length === 0) return null;
  return (
    <ul className="setting-coming">
      {coming.toReversed().map(({ id, value, validFrom }) => (
        <li key={id}>
          {`${validFrom}起${isSettingValue(value) ? formatSettingValue(setting.key, value) : ''}`}
        </li>
      ))}
    </ul>
  );
}

function describeSource(setting: KnownSetting): string {
  const { source, basis, validFrom, value, history } = setting;
  if (source === 'built_in') return basis;
  const entry = history.find((one) => one.validFrom === validFrom && one.value === value);
  if (entry === undefined) return '设定值';
  const by = entry.setBy === null ? '' : `（${entry.setBy}）`;
  return entry.document === null
    ? `设定：${entry.reason}${by}`
    : `设定：${entry.document}，${entry.reason}${by}`;
}

function actionColumn({ onLook, onChange }: SettingTableProps): DataColumn<KnownSetting> {
  return {
    key: 'actions',
    title: '操作',
    width: 110,
    render: (setting) => (
      <span className="row-actions">
        {onChange === undefined ? null : (
          <button
            type="button"
            className="link-button"
            aria-label={`变更：${SETTING_NAMES[setting.key]}`}
            onClick={() => onChange(setting)}
          >
            变更
          </button>
        )}
        <button
          type="button"
          className="link-button"
          aria-label={`变更记录：${SETTING_NAMES[setting.key]}`}
          onClick={() => onLook(setting)}
        >
          记录
        </button>
      </span>
    ),
  };
}
