import { ImportOutlined } from '@ant-design/icons';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import type { MemberRow } from '../../rules/desk-views.ts';
import { MEMBER_FIELDS, useMembers } from './desk-queries.ts';

const route = getRouteApi('/union-members');

/** 会员名册 */
export function MembersPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useMembers(search);
  return (
    <ListPage<MemberRow>
      listKey="union-members"
      title="会员名册"
      description="名册上有手机号的职工，可以凭会员号、姓名和短信验证码自己注册。手机号和身份证号加密保存，只显示部分。"
      fields={MEMBER_FIELDS}
      columns={COLUMNS}
      rowKey={({ id }) => String(id)}
      search={search}
      onSearchChange={(next) => void navigate({ to: '/union-members', search: next })}
      pages={pages}
      actions={<ImportButton />}
      emptyText="名册中还没有会员"
      emptyAction={<ImportButton />}
    />
  );
}

function ImportButton(): ReactElement | null {
  const navigate = useNavigate();
  if (!useMay()('workers.import' satisfies Permission)) return null;
  return (
    <Button
      icon={<ImportOutlined aria-hidden />}
      onClick={() => void navigate({ to: '/union-members/import' })}
    >
      导入名册
    </Button>
  );
}

const COLUMNS: readonly ListColumn<MemberRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 110,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ name }) => name,
  },
  { key: 'memberNumber', title: '会员号', width: 180, render: ({ memberNumber }) => memberNumber },
  {
    key: 'isRegistered',
    title: '注册',
    width: 100,
    render: ({ isRegistered }) => (
      <StatusBadge tone={isRegistered ? 'good' : 'plain'}>
        {isRegistered ? '已注册' : '未注册'}
      </StatusBadge>
    ),
  },
  { key: 'phone', title: '手机号', width: 130, render: ({ phone }) => phone ?? '—' },
  {
    key: 'identityNumber',
    title: '身份证号',
    width: 180,
    render: ({ identityNumber }) => identityNumber ?? '—',
  },
  { key: 'unionName', title: '所属工会', width: 220, render: ({ unionName }) => unionName },
  { key: 'leftOn', title: '离会日期', width: 110, render: ({ leftOn }) => leftOn ?? '—' },
];
