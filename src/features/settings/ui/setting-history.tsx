import { useState } from 'react';
import type { ReactElement } from 'react';

import { day, toChineseDate } from '#core/plain-date.ts';
import { Timeline } from '#ui/detail-page/timeline.tsx';
import type { TimelineEntry } from '#ui/detail-page/timeline.tsx';
import { SidePanel } from '#ui/side-panel.tsx';

import type { SettingHistoryEntry } from '../contract.ts';
import { SETTING_NAMES, formatSettingValue } from '../messages.ts';
import type { KnownSetting } from './setting-queries.ts';
import { isSettingValue } from './setting-queries.ts';

interface SettingHistoryProps {
  /** Open while there is one. */
  readonly setting: KnownSetting | undefined;
  readonly onClose: () => void;
}

/** Who set what, when, from which day on, and why; the built-in value at the end. */
export function SettingHistory({ setting, onClose }: SettingHistoryProps): ReactElement | null {
  // What it says stays while the panel slides away.
  const [last, setLast] = useState(setting);
  if (setting !== undefined && setting !== last) setLast(setting);
  if (last === undefined) return null;
  return (
    <SidePanel title={SETTING_NAMES[last.key]} isOpen={setting !== undefined} onClose={onClose}>
      <Timeline
        title="变更记录"
        entries={last.history.map((entry) => toTimelineEntry(last, entry))}
        emptyText="没有变更过，一直使用内置值。"
      />
      <p className="panel-note">
        {`内置值：${formatSettingValue(last.key, last.builtIn)}。依据：${last.basis}。`}
      </p>
    </SidePanel>
  );
}

function toTimelineEntry(
  { key }: KnownSetting,
  { id, value, validFrom, reason, document, setBy, setAt }: SettingHistoryEntry,
): TimelineEntry {
  const shown = isSettingValue(value) ? formatSettingValue(key, value) : '无法识别的值';
  return {
    key: String(id),
    who: setBy ?? '系统',
    when: setAt,
    what: `${toChineseDate(day(validFrom))}起为${shown}`,
    opinion: document === null ? reason : `${reason}（${document}）`,
  };
}
