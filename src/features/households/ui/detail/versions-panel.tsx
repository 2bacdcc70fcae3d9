import { Alert } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { SidePanel } from '#ui/side-panel.tsx';

import { describeForm } from '../../rules/describe-form.ts';
import type { FormPart } from '../../rules/describe-form.ts';
import type {
  HouseholdDetail,
  HouseholdVersionDetail,
  HouseholdVersionView,
} from '../../rules/household-views.ts';
import { FACT_SOURCE_NAMES } from '../../rules/word-names.ts';
import { ClassBadge } from '../class-reasons.tsx';
import { useHouseholdVersion } from '../household-queries.ts';

interface VersionsPanelProps {
  readonly household: HouseholdDetail;
}

/** 登记表版本: what the form said at each time. */
export function VersionsPanel({ household }: VersionsPanelProps): ReactElement {
  const [opened, setOpened] = useState<number>();
  return (
    <Panel title="登记表版本" extra={`${household.versions.length} 个`}>
      <DataTable
        label="登记表版本"
        columns={[...COLUMNS, openColumn(setOpened)]}
        rows={household.versions}
        rowKey={({ number }) => String(number)}
      />
      <SidePanel
        title={opened === undefined ? '' : `第 ${opened} 版`}
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
      >
        {opened === undefined ? null : <OpenedVersion id={household.id} number={opened} />}
      </SidePanel>
    </Panel>
  );
}

const COLUMNS: readonly DataColumn<HouseholdVersionView>[] = [
  {
    key: 'number',
    title: '版本',
    width: 80,
    isCardTitle: true,
    render: ({ number }) => `第 ${number} 版`,
  },
  { key: 'validOn', title: '情况截至', width: 120, render: ({ validOn }) => validOn },
  {
    key: 'class',
    title: '困难类别',
    width: 110,
    render: ({ hardshipClass }) => <ClassBadge of={hardshipClass} />,
  },
  {
    key: 'source',
    title: '来源',
    width: 110,
    render: ({ source }) => FACT_SOURCE_NAMES[source],
  },
  { key: 'reason', title: '理由', isWideOnPhone: true, render: ({ reason }) => reason },
  {
    key: 'recorded',
    title: '登记',
    width: 220,
    isWideOnPhone: true,
    render: ({ recordedAt, recordedByName }) =>
      `${recordedByName ?? '系统'} ${timeText(recordedAt)}`,
  },
];

function openColumn(onOpen: (number: number) => void): DataColumn<HouseholdVersionView> {
  return {
    key: 'open',
    title: '操作',
    width: 80,
    render: ({ number }) => (
      <button type="button" className="link-button" onClick={() => onOpen(number)}>
        查看
        <span className="visually-hidden">{`第 ${number} 版`}</span>
      </button>
    ),
  };
}

interface OpenedVersionProps {
  readonly id: number;
  readonly number: number;
}

function OpenedVersion({ id, number }: OpenedVersionProps): ReactElement {
  const query = useHouseholdVersion(id, number);
  return <QueryState query={query}>{(version) => <VersionText version={version} />}</QueryState>;
}

function VersionText({ version }: { readonly version: HouseholdVersionDetail }): ReactElement {
  const { form, changed } = version;
  const { parts, gone } = describeForm(form, changed);
  const count = parts.flatMap(({ entries }) => entries).filter(({ isChanged }) => isChanged).length;
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="form-notice"
        title={changeText(version.version.number, count + gone.length)}
        description={gone.length === 0 ? undefined : gone.join('；')}
      />
      {parts.map((part) => (
        <PartText key={`${part.title} ${part.entries[0]?.path ?? ''}`} part={part} />
      ))}
    </>
  );
}

function changeText(number: number, count: number): string {
  if (number === 1) return '这是建档时的登记表。';
  return count === 0 ? '与上一版相同。' : `与上一版相比有 ${count} 处改动，下面以“改动”标出。`;
}

function PartText({ part }: { readonly part: FormPart }): ReactElement {
  return (
    // What scrolls must take the focus, and a version has nothing else in it that does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="version-part" aria-label={part.title} tabIndex={0}>
      <h3>{part.title}</h3>
      <dl>
        {part.entries.map(({ path, label, text, isChanged }) => (
          <div key={path} className={isChanged ? 'is-changed' : ''}>
            <dt>{label}</dt>
            <dd>
              {text}
              {isChanged ? <span className="change-mark">改动</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
