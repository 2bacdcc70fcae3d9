import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { ACCOUNT_ROUTES } from '../contract.ts';
import { AccountQuery } from '../rules/account-inputs.ts';
import type { AccountDetail, AccountSummary } from '../rules/account-view.ts';
import type { OpenSession } from '../rules/session-view.ts';

export function useAccounts(search: ListSearch): ListPages<AccountSummary> {
  return useListPages({
    queryKey: ['accounts', 'list', search],
    load: (page, signal) =>
      callRoute(ACCOUNT_ROUTES.list, { query: AccountQuery.parse({ ...search, ...page }), signal }),
  });
}

export function useAccount(id: number): UseQueryResult<AccountDetail> {
  return useQuery({
    queryKey: ['accounts', 'one', id],
    queryFn: ({ signal }) => callRoute(ACCOUNT_ROUTES.get, { params: { id }, signal }),
  });
}

export function useAccountSessions(id: number): UseQueryResult<readonly OpenSession[]> {
  return useQuery({
    queryKey: ['accounts', 'sessions', id],
    queryFn: async ({ signal }) => {
      const { items } = await callRoute(ACCOUNT_ROUTES.listSessions, { params: { id }, signal });
      return items;
    },
  });
}

/** Takes what a change brought back; lists and sessions are asked for again. */
export function useTakeAccount(): (account: AccountDetail) => void {
  const client = useQueryClient();
  return (account) => {
    client.setQueryData(['accounts', 'one', account.id], account);
    void client.invalidateQueries({ queryKey: ['accounts', 'list'] });
    void client.invalidateQueries({ queryKey: ['accounts', 'sessions', account.id] });
  };
}
