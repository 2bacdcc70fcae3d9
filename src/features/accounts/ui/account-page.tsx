import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { DetailPage } from '#ui/detail-page/detail-page.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { QueryState } from '#ui/query-state.tsx';
import { useMay } from '#ui/rights.ts';
import { WayBack } from '#ui/way-back.tsx';

import type { AccountDetail } from '../rules/account-view.ts';
import type { Permission } from '../rules/permissions.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountCard } from './account-card.tsx';
import { AccountIdentities } from './account-identities.tsx';
import { useAccount } from './account-queries.ts';
import { AccountRoles } from './account-roles.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { AccountStateBadge } from './account-state-badge.tsx';
import type { UnionInput } from './union-input.ts';

const route = getRouteApi('/accounts/$id');

interface AccountPageProps {
  readonly UnionInput: UnionInput;
}

/** One account: who it is, its roles, where it is signed in, and what may be done with it. */
export function AccountPage({ UnionInput }: AccountPageProps): ReactElement {
  const { id } = route.useParams();
  const query = useAccount(Number(id));
  if (query.data !== undefined) {
    return <LoadedAccount account={query.data} UnionInput={UnionInput} />;
  }
  return (
    <>
      <PageTitle title="账号详情" before={<BackToAccounts />} />
      <QueryState query={query}>{() => null}</QueryState>
    </>
  );
}

function BackToAccounts(): ReactElement {
  return <WayBack label="返回账号管理" home="/accounts" />;
}

interface LoadedAccountProps extends AccountPageProps {
  readonly account: AccountDetail;
}

function LoadedAccount({ account, UnionInput }: LoadedAccountProps): ReactElement {
  const may = useMay();
  return (
    <DetailPage
      title={account.displayName}
      status={<AccountStateBadge {...account} />}
      description={`${account.username} · ${account.unionName}`}
      before={<BackToAccounts />}
      actions={<AccountActions account={account} UnionInput={UnionInput} />}
    >
      <AccountCard account={account} />
      <AccountRoles account={account} UnionInput={UnionInput} />
      {may('sessions.revoke_any' satisfies Permission) ? (
        <AccountSessions account={account} />
      ) : null}
      <AccountIdentities account={account} />
    </DetailPage>
  );
}
