import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useOwnAccountId } from '#ui/rights.ts';

import { ACCOUNT_ROUTES } from '../contract.ts';
import type { AccountDetail } from '../rules/account-view.ts';
import { useAccountSessions } from './account-queries.ts';
import { SessionTable } from './session-table.tsx';

interface AccountSessionsProps {
  readonly account: AccountDetail;
}

/** Where a person is signed in, and ending all of it. */
export function AccountSessions({ account }: AccountSessionsProps): ReactElement {
  const { id, displayName } = account;
  const query = useAccountSessions(id);
  const client = useQueryClient();
  const isOwn = useOwnAccountId() === id;
  const [isAsking, setAsking] = useState(false);
  const hasAny = (query.data ?? []).length > 0;
  return (
    <Panel
      title="当前登录"
      extra={
        hasAny && !isOwn ? <Button onClick={() => setAsking(true)}>强制下线</Button> : undefined
      }
    >
      <QueryState query={query}>
        {(sessions) =>
          sessions.length === 0 ? (
            <p className="is-absent">目前没有登录。</p>
          ) : (
            <SessionTable sessions={sessions} />
          )
        }
      </QueryState>
      {isOwn ? <p className="panel-note">本人的登录请在个人中心结束。</p> : null}
      <ReasonDialog
        title={`强制下线：${displayName}`}
        isOpen={isAsking}
        confirmText="强制下线"
        isDanger
        onConfirm={async (reason) => {
          await callRoute(ACCOUNT_ROUTES.endSessions, { params: { id }, body: { reason } });
          await client.invalidateQueries({ queryKey: ['accounts', 'sessions', id] });
        }}
        onCancel={() => setAsking(false)}
      >
        <p>该账号的全部登录立即结束，未提交的内容可能丢失；账号仍可重新登录。</p>
      </ReasonDialog>
    </Panel>
  );
}
