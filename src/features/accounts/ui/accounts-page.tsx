import { PlusOutlined } from '@ant-design/icons';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import type { ReactElement } from 'react';

import { timeText } from '#ui/detail-page/detail-texts.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import type { LookupQuery, QueryField } from '#ui/list-page/list-search.ts';
import { useMay } from '#ui/rights.ts';

import type { AccountSummary } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';
import { useAccounts } from './account-queries.ts';
import { ROLE_FIELD, STATE_FIELD, TEXT_FIELD } from './account-search.ts';
import { AccountStateBadge } from './account-state-badge.tsx';
import { describeRoles } from './labels.ts';
import type { UnionInput } from './union-input.ts';

const route = getRouteApi('/accounts');

interface AccountsPageProps {
  readonly UnionInput: UnionInput;
}

/** 账号管理: who may sign in, as what, and when they last did. */
export function AccountsPage({ UnionInput }: AccountsPageProps): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useAccounts(search);
  const may = useMay();
  const fields = useMemo(() => fieldsWith(UnionInput), [UnionInput]);
  const newAccount = may('accounts.write' satisfies Permission) ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => void navigate({ to: '/accounts/new' })}
    >
      新建账号
    </Button>
  ) : null;
  return (
    <ListPage<AccountSummary>
      listKey="accounts"
      title="账号管理"
      description="可登录系统的人员、所任角色和登录情况。"
      fields={fields}
      columns={COLUMNS}
      rowKey={({ id }) => String(id)}
      rowActions={{ width: 64, render: (account) => <AccountLink account={account} text="详情" /> }}
      search={search}
      onSearchChange={(next) => void navigate({ to: '/accounts', search: next })}
      pages={pages}
      actions={newAccount}
      emptyText="还没有账号"
      emptyAction={newAccount}
    />
  );
}

/** The condition of the union, with the control that was handed in. */
function fieldsWith(UnionInput: UnionInput): readonly QueryField[] {
  const union: LookupQuery = {
    kind: 'lookup',
    key: 'unionId',
    label: '工会（含下级）',
    control: ({ id, value, onChange }) => (
      <UnionInput
        id={id}
        value={value === undefined ? undefined : Number(value)}
        onChange={(unionId) => onChange(unionId === undefined ? undefined : String(unionId))}
      />
    ),
  };
  return [TEXT_FIELD, union, ROLE_FIELD, STATE_FIELD];
}

interface AccountLinkProps {
  readonly account: AccountSummary;
  readonly text: string;
}

function AccountLink({ account, text }: AccountLinkProps): ReactElement {
  return (
    <Link to="/accounts/$id" params={{ id: String(account.id) }}>
      {text}
      {text === account.username ? null : (
        <span className="visually-hidden">：{account.username}</span>
      )}
    </Link>
  );
}

const COLUMNS: readonly ListColumn<AccountSummary>[] = [
  {
    key: 'username',
    title: '用户名',
    width: 130,
    isAlwaysShown: true,
    render: (account) => <AccountLink account={account} text={account.username} />,
  },
  {
    key: 'displayName',
    title: '姓名',
    width: 130,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ displayName }) => displayName,
  },
  { key: 'union', title: '工会', width: 180, render: ({ unionName }) => unionName },
  {
    key: 'roles',
    title: '角色',
    width: 160,
    render: ({ roles }) =>
      roles.length === 0 ? <span className="is-absent">尚未授予</span> : describeRoles(roles),
  },
  { key: 'state', title: '状态', width: 80, render: (one) => <AccountStateBadge {...one} /> },
  {
    key: 'lastSignedInAt',
    title: '最近登录',
    width: 150,
    render: ({ lastSignedInAt }) =>
      lastSignedInAt === null ? (
        <span className="is-absent">从未登录</span>
      ) : (
        timeText(lastSignedInAt)
      ),
  },
  {
    key: 'secondFactor',
    title: '两步验证',
    width: 96,
    render: ({ hasSecondFactor }) => (hasSecondFactor ? '已启用' : '未启用'),
  },
  {
    key: 'phone',
    title: '手机号',
    width: 130,
    isHiddenAtFirst: true,
    render: ({ phoneMasked }) => phoneMasked ?? <span className="is-absent">未填写</span>,
  },
  {
    key: 'mail',
    title: '邮箱',
    width: 190,
    isHiddenAtFirst: true,
    render: ({ mail }) => mail ?? <span className="is-absent">未填写</span>,
  },
];
