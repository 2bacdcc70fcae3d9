import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { useMay } from '#ui/rights.ts';

import type { UnionDetail } from '../rules/union-views.ts';
import { MembershipDialog } from './membership-dialog.tsx';
import { Absent, countText } from './union-columns.tsx';

export type MembershipOfYear = UnionDetail['memberships'][number];

/** 历年会员人数, with the form to add a year or mend one. */
export function MembershipPanel({ union }: { readonly union: UnionDetail }): ReactElement {
  const may = useMay();
  const [edited, setEdited] = useState<MembershipOfYear | 'new'>();
  const mayEdit = may('unions.write' satisfies Permission) && union.closedOn === null;
  const add = mayEdit ? <Button onClick={() => setEdited('new')}>登记人数</Button> : null;
  return (
    <Panel title="历年会员人数" extra={union.memberships.length === 0 ? undefined : add}>
      {union.memberships.length === 0 ? (
        <EmptyState title="还没有登记会员人数">{add}</EmptyState>
      ) : (
        <DataTable
          label="历年会员人数"
          columns={mayEdit ? [...COLUMNS, editColumn(setEdited)] : COLUMNS}
          rows={union.memberships}
          rowKey={({ year }) => String(year)}
        />
      )}
      <MembershipDialog
        union={union}
        edited={edited === 'new' ? undefined : edited}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
      />
    </Panel>
  );
}

const COLUMNS: readonly DataColumn<MembershipOfYear>[] = [
  {
    key: 'year',
    title: '年度',
    width: 110,
    isCardTitle: true,
    render: ({ year }) => `${year}年末`,
  },
  {
    key: 'members',
    title: '会员数（人）',
    width: 130,
    align: 'right',
    render: ({ memberCount }) => countText(memberCount),
  },
  {
    key: 'workers',
    title: '职工数（人）',
    width: 130,
    align: 'right',
    render: ({ workerCount }) => (workerCount === null ? <Absent /> : countText(workerCount)),
  },
  {
    key: 'rate',
    title: '入会率',
    width: 100,
    align: 'right',
    render: ({ memberCount, workerCount }) =>
      workerCount === null || workerCount === 0
        ? '—'
        : `${((memberCount / workerCount) * 100).toFixed(1)}%`,
  },
  { key: 'source', title: '数据来源', render: ({ source }) => source ?? <Absent /> },
];

function editColumn(onEdit: (membership: MembershipOfYear) => void): DataColumn<MembershipOfYear> {
  return {
    key: 'edit',
    title: '操作',
    width: 80,
    render: (membership) => (
      <button type="button" className="link-button" onClick={() => onEdit(membership)}>
        修改
        <span className="visually-hidden">{`${membership.year}年`}</span>
      </button>
    ),
  };
}
