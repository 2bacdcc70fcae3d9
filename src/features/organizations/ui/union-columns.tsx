import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { UNION_LEVEL_NAMES } from '#features/accounts/messages.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { UnionRow } from '../rules/union-views.ts';

interface UnionLinkProps {
  readonly union: Pick<UnionRow, 'id' | 'name'>;
  readonly text?: string;
}

export function UnionLink({ union, text = union.name }: UnionLinkProps): ReactElement {
  return (
    <Link to="/unions/$id" params={{ id: String(union.id) }}>
      {text}
      {text === union.name ? null : <span className="visually-hidden">：{union.name}</span>}
    </Link>
  );
}

export function UnionStateBadge({ closedOn }: Pick<UnionRow, 'closedOn'>): ReactElement {
  return closedOn === null ? (
    <StatusBadge tone="good">存续</StatusBadge>
  ) : (
    <StatusBadge tone="plain">已撤销</StatusBadge>
  );
}

export function Absent(): ReactElement {
  return <span className="is-absent">未登记</span>;
}

export function countText(count: number): string {
  return count.toLocaleString('zh-CN');
}

export const UNION_COLUMNS: readonly ListColumn<UnionRow>[] = [
  {
    key: 'name',
    title: '名称',
    width: 210,
    isCardTitle: true,
    isAlwaysShown: true,
    render: (union) => <UnionLink union={union} />,
  },
  { key: 'code', title: '编码', width: 130, isAlwaysShown: true, render: ({ code }) => code },
  { key: 'level', title: '层级', width: 120, render: ({ level }) => UNION_LEVEL_NAMES[level] },
  {
    key: 'members',
    title: '会员（人）',
    width: 100,
    align: 'right',
    render: ({ memberCount }) => (memberCount === null ? <Absent /> : countText(memberCount)),
  },
  {
    key: 'contact',
    title: '联系人',
    width: 100,
    render: ({ contactName }) => contactName ?? <Absent />,
  },
  {
    key: 'phone',
    title: '联系电话',
    width: 130,
    render: ({ contactPhone }) => contactPhone ?? <Absent />,
  },
  { key: 'parent', title: '上级工会', width: 180, render: ({ parentName }) => parentName ?? '—' },
  {
    key: 'workers',
    title: '职工（人）',
    width: 100,
    isHiddenOnPhone: true,
    align: 'right',
    render: ({ workerCount }) => (workerCount === null ? <Absent /> : countText(workerCount)),
  },
  {
    key: 'children',
    title: '下级（个）',
    width: 100,
    isHiddenOnPhone: true,
    align: 'right',
    render: ({ childCount }) => childCount,
  },
  { key: 'state', title: '状态', width: 90, render: (union) => <UnionStateBadge {...union} /> },
  {
    key: 'year',
    title: '人数年度',
    width: 100,
    isHiddenAtFirst: true,
    render: ({ membershipYear }) => (membershipYear === null ? '—' : `${membershipYear}年`),
  },
  {
    key: 'creditCode',
    title: '统一社会信用代码',
    width: 190,
    isHiddenAtFirst: true,
    render: ({ creditCode }) => creditCode ?? <Absent />,
  },
  {
    key: 'foundedOn',
    title: '成立日期',
    width: 120,
    isHiddenAtFirst: true,
    render: ({ foundedOn }) => foundedOn ?? <Absent />,
  },
];
