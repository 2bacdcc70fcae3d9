import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { chinaToday } from '#ui/china-today.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { HouseholdRow } from '../rules/household-views.ts';
import { CAUSE_NAMES, HOUSEHOLD_STATE_NAMES, TIER_NAMES } from '../rules/word-names.ts';
import type { HouseholdState } from '../rules/words.ts';
import { ClassBadge } from './class-reasons.tsx';

interface HouseholdLinkProps {
  readonly household: Pick<HouseholdRow, 'id' | 'headName'>;
  readonly text?: string;
}

export function HouseholdLink({ household, text }: HouseholdLinkProps): ReactElement {
  const { id, headName } = household;
  return (
    <Link to="/households/$id" params={{ id: String(id) }}>
      {text ?? headName}
      {text === undefined ? null : <span className="visually-hidden">：{headName}</span>}
    </Link>
  );
}

const STATE_TONES: Readonly<Record<HouseholdState, Tone>> = {
  open: 'good',
  exited: 'plain',
  merged: 'plain',
};

export function HouseholdStateBadge({ state }: Pick<HouseholdRow, 'state'>): ReactElement {
  return <StatusBadge tone={STATE_TONES[state]}>{HOUSEHOLD_STATE_NAMES[state]}</StatusBadge>;
}

/** The day until which the yearly recheck is due; in words once it has passed. */
export function CheckDue({ checkDueOn }: Pick<HouseholdRow, 'checkDueOn'>): ReactElement {
  if (checkDueOn === null) return <>—</>;
  if (checkDueOn > chinaToday()) return <>{checkDueOn}</>;
  return (
    <span className="check-due">
      {checkDueOn} <StatusBadge tone="warn">待复核</StatusBadge>
    </span>
  );
}

function Absent(): ReactElement {
  return <span className="is-absent">未填写</span>;
}

export const HOUSEHOLD_COLUMNS: readonly ListColumn<HouseholdRow>[] = [
  {
    key: 'fileNumber',
    title: '档案编号',
    width: 190,
    isAlwaysShown: true,
    isWideOnPhone: true,
    render: (household) => <HouseholdLink household={household} text={household.fileNumber} />,
  },
  {
    key: 'headName',
    title: '户主',
    width: 130,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (household) => <HouseholdLink household={household} />,
  },
  {
    key: 'identityNumber',
    title: '身份证号',
    width: 180,
    render: ({ identityNumber }) => identityNumber ?? <Absent />,
  },
  { key: 'union', title: '所属工会', width: 180, render: ({ unionName }) => unionName },
  {
    key: 'class',
    title: '困难类别',
    width: 100,
    render: ({ hardshipClass }) => <ClassBadge of={hardshipClass} />,
  },
  {
    key: 'mainCause',
    title: '致困原因',
    width: 150,
    render: ({ mainCause }) => (mainCause === null ? <Absent /> : CAUSE_NAMES[mainCause]),
  },
  {
    key: 'memberCount',
    title: '家庭人口',
    width: 90,
    align: 'right',
    render: ({ memberCount }) => `${memberCount} 人`,
  },
  {
    key: 'net',
    title: '月人均净收入（元）',
    width: 150,
    align: 'right',
    render: ({ netMonthlyFen }) =>
      netMonthlyFen === null ? <Absent /> : formatYuan(fen(netMonthlyFen)),
  },
  { key: 'tier', title: '档案层级', width: 90, render: ({ tier }) => TIER_NAMES[tier] },
  { key: 'state', title: '状态', width: 110, render: (one) => <HouseholdStateBadge {...one} /> },
  { key: 'openedOn', title: '建档日期', width: 110, render: ({ openedOn }) => openedOn },
  { key: 'checkDueOn', title: '复核到期', width: 180, render: (one) => <CheckDue {...one} /> },
  {
    key: 'checkedOn',
    title: '上次复核',
    width: 110,
    isHiddenAtFirst: true,
    render: ({ checkedOn }) => checkedOn,
  },
  {
    key: 'eligible',
    title: '民政名单',
    width: 100,
    isHiddenAtFirst: true,
    render: ({ isKnownEligible }) => (isKnownEligible ? '在名单内' : '—'),
  },
];
