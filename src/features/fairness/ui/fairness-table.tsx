import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { SILENCE_NAMES, VERDICT_NAMES, leftOutText, verdictText } from '../messages.ts';
import type { FairnessOverview, UnionRate } from '../rules/fairness-views.ts';
import type { RateVerdict } from '../rules/judge-rate.ts';
import { FunnelBar } from './funnel-bar.tsx';

const TONES: Readonly<Record<RateVerdict, Tone>> = {
  far_below: 'bad',
  below: 'warn',
  usual: 'good',
  above: 'warn',
  far_above: 'bad',
  no_members: 'plain',
  nothing_to_compare: 'plain',
};

/** A silent town is a matter for the supervisors; a small grassroots union may well have nobody in need. */
function toneOf({ silence, level, verdict }: UnionRate): Tone {
  if (silence !== 'silent') return TONES[verdict];
  return level === 'grassroots' && verdict === 'usual' ? 'warn' : 'bad';
}

interface TableProps {
  readonly overview: FairnessOverview;
}

/** Every union as a tile, coloured by what is remarkable about it; opens into the unions below. */
export function FairnessTiles({ overview }: TableProps): ReactElement {
  return (
    <ul className="fairness-tiles" aria-label="各工会一览">
      {overview.rows.map((row) => (
        <li key={row.unionId}>
          <Drill
            row={row}
            period={overview.period.code}
            className={`fairness-tile fairness-tile-${toneOf(row)}`}
          >
            <span className="fairness-tile-name">{row.name}</span>
            <span className="fairness-tile-rate">{row.rate ?? '—'}</span>
            <span className="field-hint">{shortText(row)}</span>
          </Drill>
        </li>
      ))}
    </ul>
  );
}

function shortText({ silence, verdict }: UnionRate): string {
  return silence === 'silent' ? SILENCE_NAMES.silent : VERDICT_NAMES[verdict];
}

interface DrillProps {
  readonly row: UnionRate;
  readonly period: string;
  readonly className?: string;
  readonly children: ReactElement | ReactElement[] | string;
}

/** Into the unions below, else to the applications. */
function Drill({ row, period, className = '', children }: DrillProps): ReactElement {
  if (!row.hasUnionsBelow) return <span className={className}>{children}</span>;
  return (
    <Link to="/fairness" search={{ period, below: row.unionId }} className={className}>
      {children}
    </Link>
  );
}

export function FairnessTable({ overview }: TableProps): ReactElement {
  return (
    <DataTable<UnionRate>
      label="各工会申请情况"
      columns={columnsOf(overview)}
      rows={overview.rows}
      rowKey={({ unionId }) => String(unionId)}
      isMarked={(row) => toneOf(row) === 'bad'}
    />
  );
}

function columnsOf({ period }: FairnessOverview): readonly DataColumn<UnionRate>[] {
  return [
    {
      key: 'name',
      title: '工会',
      width: 190,
      isCardTitle: true,
      render: (row) => (
        <Drill row={row} period={period.code}>
          {row.name}
        </Drill>
      ),
    },
    {
      key: 'applications',
      title: '申请数',
      width: 80,
      align: 'right',
      render: (row) => <ApplicationsLink row={row} from={period.from} to={period.to} />,
    },
    ...FIGURE_COLUMNS,
  ];
}

const FIGURE_COLUMNS: readonly DataColumn<UnionRate>[] = [
  {
    key: 'members',
    title: '会员数',
    width: 80,
    align: 'right',
    render: ({ memberCount }) => memberCount,
  },
  {
    key: 'rate',
    title: '每千名会员',
    width: 110,
    align: 'right',
    render: ({ rate }) => rate ?? '—',
  },
  {
    key: 'funnel',
    title: '正常波动范围',
    width: 204,
    isWideOnPhone: true,
    render: (row) => <FunnelBar row={row} />,
  },
  { key: 'verdict', title: '结论', isWideOnPhone: true, render: (row) => <Verdict row={row} /> },
];

interface ApplicationsLinkProps {
  readonly row: UnionRate;
  readonly from: string;
  readonly to: string;
}

/** To the list of the applications that were counted. */
function ApplicationsLink({ row, from, to }: ApplicationsLinkProps): ReactElement {
  const search = { view: 'all', below: String(row.unionId), appliedFrom: from, appliedTo: to };
  return (
    <Link to="/applications" search={search}>
      {String(row.applicationCount)}
    </Link>
  );
}

function Verdict({ row }: { readonly row: UnionRate }): ReactElement {
  const last = row.lastAppliedOn === null ? '从来没有申请。' : `最近一次申请${row.lastAppliedOn}。`;
  return (
    <>
      <span className="badge-line">
        <StatusBadge tone={TONES[row.verdict]}>{VERDICT_NAMES[row.verdict]}</StatusBadge>
        {row.silence === 'heard' ? null : (
          <StatusBadge tone={row.silence === 'silent' ? toneOf(row) : 'plain'}>
            {SILENCE_NAMES[row.silence]}
          </StatusBadge>
        )}
      </span>
      <span className="rule-detail">
        {verdictText(row) + leftOutText(row) + (row.silence === 'silent' ? last : '')}
      </span>
    </>
  );
}
