import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { NOTICE_STATE_NAMES, NOTICE_TIER_NAMES } from '../messages.ts';
import { NOTICE_TIERS } from '../rules/public-notice-inputs.ts';
import type { NoticeState, NoticeTier } from '../rules/public-notice-inputs.ts';
import type { NoticeRow } from '../rules/public-notice-views.ts';
import { useNotices } from './notice-queries.ts';
import { NOTICE_FIELDS } from './notice-search.ts';
import { PutUpDialog } from './put-up-dialog.tsx';

const route = getRouteApi('/notice-board');

/** 公示管理: what hangs, what hung, and what waits to be put up. */
export function PublicNoticesPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useNotices(search);
  const [tier, setTier] = useState<NoticeTier>();
  const actions = <PutUpButtons onChoose={setTier} />;
  return (
    <>
      <ListPage<NoticeRow>
        listKey="public-notices"
        title="公示管理"
        description="公示只显示隐去部分姓名的名单、单位、救助类型和金额；到期自动撤下，无异议的申请自动进入下一环节。"
        fields={NOTICE_FIELDS}
        columns={COLUMNS}
        rowKey={({ id }) => String(id)}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/notice-board', search: next })}
        pages={pages}
        actions={actions}
        emptyText="还没有公示"
        emptyAction={actions}
      />
      {tier === undefined ? null : <PutUpDialog tier={tier} onClose={() => setTier(undefined)} />}
    </>
  );
}

interface PutUpButtonsProps {
  readonly onChoose: (tier: NoticeTier) => void;
}

function PutUpButtons({ onChoose }: PutUpButtonsProps): ReactElement | null {
  if (!useMay()('public_notices.write' satisfies Permission)) return null;
  return (
    <>
      {NOTICE_TIERS.map((tier) => (
        <Button
          key={tier}
          type={tier === 'grassroots' ? 'primary' : 'default'}
          onClick={() => onChoose(tier)}
        >
          {`张贴${NOTICE_TIER_NAMES[tier]}`}
        </Button>
      ))}
    </>
  );
}

const TONES: Readonly<Record<NoticeState, Tone>> = {
  hanging: 'good',
  ended: 'plain',
  cancelled: 'plain',
};

export function NoticeStateBadge({ state }: { readonly state: NoticeState }): ReactElement {
  return <StatusBadge tone={TONES[state]}>{NOTICE_STATE_NAMES[state]}</StatusBadge>;
}

function NoticeLink({ notice }: { readonly notice: NoticeRow }): ReactElement {
  return (
    <Link to="/notice-board/$id" params={{ id: String(notice.id) }}>
      {notice.title}
    </Link>
  );
}

const COLUMNS: readonly ListColumn<NoticeRow>[] = [
  {
    key: 'title',
    title: '公示标题',
    width: 280,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (notice) => <NoticeLink notice={notice} />,
  },
  { key: 'tier', title: '层级', width: 100, render: ({ tier }) => NOTICE_TIER_NAMES[tier] },
  {
    key: 'state',
    title: '状态',
    width: 100,
    render: ({ state }) => <NoticeStateBadge state={state} />,
  },
  { key: 'startsOn', title: '张贴日期', width: 110, render: ({ startsOn }) => startsOn },
  { key: 'endsOn', title: '到期日期', width: 110, render: ({ endsOn }) => endsOn },
  {
    key: 'count',
    title: '人次',
    width: 70,
    align: 'right',
    render: ({ entryCount }) => entryCount,
  },
  {
    key: 'objections',
    title: '未答复异议',
    width: 110,
    render: ({ openObjectionCount: count }) =>
      count === 0 ? '—' : <StatusBadge tone="warn">{`${count}条`}</StatusBadge>,
  },
  { key: 'union', title: '张贴工会', width: 200, render: ({ unionName }) => unionName },
  { key: 'place', title: '张贴地点', width: 200, render: ({ place }) => place },
];
