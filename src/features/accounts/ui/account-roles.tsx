import { Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { ReactElement } from 'react';

import { chinaToday } from '#ui/china-today.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { Panel } from '#ui/panel.tsx';
import { useMay, useOwnAccountId } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import { ROLE_NAMES } from '../messages.ts';
import type { AccountDetail, RoleOfAccount } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';
import { describeTerm } from './labels.ts';
import type { UnionInput } from './union-input.ts';

// They bring a calendar along, which only the security administrator needs.
const RoleGrantDialog = lazy(async () => {
  const module = await import('./role-grant-dialog.tsx');
  return { default: module.RoleGrantDialog };
});
const RoleEndDialog = lazy(async () => {
  const module = await import('./role-end-dialog.tsx');
  return { default: module.RoleEndDialog };
});

interface AccountRolesProps {
  readonly account: AccountDetail;
  readonly UnionInput: UnionInput;
}

/** All roles ever given, and giving and ending them. */
export function AccountRoles({ account, UnionInput }: AccountRolesProps): ReactElement {
  const may = useMay();
  const isOwn = useOwnAccountId() === account.id;
  const mayGrant = may('roles.grant' satisfies Permission) && !isOwn;
  const [isGranting, setGranting] = useState(false);
  const [ending, setEnding] = useState<RoleOfAccount>();
  const grant = mayGrant ? <Button onClick={() => setGranting(true)}>授予角色</Button> : undefined;
  return (
    <Panel title="角色" extra={grant}>
      {account.allRoles.length === 0 ? (
        <p className="is-absent">
          {`尚未授予角色，登录后没有可办事项。${mayGrant ? '' : '角色由安全管理员授予。'}`}
        </p>
      ) : (
        <DataTable<RoleOfAccount>
          label="角色"
          columns={mayGrant ? [...COLUMNS, endColumn(setEnding)] : COLUMNS}
          rows={account.allRoles}
          rowKey={({ id }) => String(id)}
        />
      )}
      {isOwn && may('roles.grant' satisfies Permission) ? (
        <p className="panel-note">本人的角色由另一名安全管理员授予和终止。</p>
      ) : null}
      {mayGrant ? (
        <Suspense>
          <RoleGrantDialog
            account={account}
            UnionInput={UnionInput}
            isOpen={isGranting}
            onClose={() => setGranting(false)}
          />
          <RoleEndDialog account={account} role={ending} onClose={() => setEnding(undefined)} />
        </Suspense>
      ) : null}
    </Panel>
  );
}

/** Taken back: ended before its first day came to its end. */
type Standing = 'coming' | 'active' | 'over' | 'taken_back';

function standingOf({ validFrom, validTo }: RoleOfAccount): Standing {
  const today = chinaToday();
  if (validTo !== null && validTo < validFrom) return 'taken_back';
  if (validTo !== null && validTo < today) return 'over';
  return validFrom > today ? 'coming' : 'active';
}

const STANDINGS: Readonly<Record<Standing, ReactElement>> = {
  coming: <StatusBadge tone="info">未生效</StatusBadge>,
  active: <StatusBadge tone="good">有效</StatusBadge>,
  over: <StatusBadge tone="plain">已终止</StatusBadge>,
  taken_back: <StatusBadge tone="plain">已收回</StatusBadge>,
};

const COLUMNS: readonly DataColumn<RoleOfAccount>[] = [
  {
    key: 'role',
    title: '角色',
    width: 110,
    isCardTitle: true,
    render: ({ role }) => ROLE_NAMES[role],
  },
  {
    key: 'union',
    title: '管辖工会（含下级）',
    width: 180,
    render: ({ unionName }) => unionName,
  },
  { key: 'term', title: '起止', width: 200, render: describeTerm },
  { key: 'standing', title: '状态', width: 80, render: (role) => STANDINGS[standingOf(role)] },
  { key: 'reason', title: '事由', isWideOnPhone: true, render: ({ reason }) => reason },
  {
    key: 'granted',
    title: '授予',
    width: 150,
    isWideOnPhone: true,
    render: ({ grantedBy, grantedAt }) => `${grantedBy ?? '系统'} ${timeText(grantedAt)}`,
  },
];

function endColumn(onEnd: (role: RoleOfAccount) => void): DataColumn<RoleOfAccount> {
  return {
    key: 'actions',
    title: '操作',
    width: 70,
    render: (role) =>
      ['over', 'taken_back'].includes(standingOf(role)) ? null : (
        <button
          type="button"
          className="link-button"
          aria-label={`终止${ROLE_NAMES[role.role]}`}
          onClick={() => onEnd(role)}
        >
          终止
        </button>
      ),
  };
}
