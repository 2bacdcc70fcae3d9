import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { HOUSEHOLD_ROUTES } from '../contract.ts';
import type {
  HouseholdDetail,
  HouseholdPage,
  HouseholdRow,
  HouseholdVersionDetail,
} from '../rules/household-views.ts';
import { toListQuery } from './list-query.ts';

const PAGE_SIZE = 100;

export function useHouseholds(search: ListSearch): ListPages<HouseholdRow> {
  return useListPages({
    queryKey: ['households', 'list', search],
    load: (page, signal) =>
      callRoute(HOUSEHOLD_ROUTES.list, {
        query: { ...toListQuery(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useHousehold(id: number): UseQueryResult<HouseholdDetail> {
  return useQuery({
    queryKey: ['households', 'one', id],
    queryFn: ({ signal }) => callRoute(HOUSEHOLD_ROUTES.get, { params: { id }, signal }),
  });
}

export function useHouseholdVersion(
  id: number,
  number: number,
): UseQueryResult<HouseholdVersionDetail> {
  return useQuery({
    queryKey: ['households', 'version', id, number],
    queryFn: ({ signal }) =>
      callRoute(HOUSEHOLD_ROUTES.getVersion, { params: { id, number }, signal }),
    staleTime: Infinity,
  });
}

const FOUND_AT_ONCE = 20;

/** Open files found by a name, file number or whole identity number. */
export function useFoundHouseholds(search: string): UseQueryResult<HouseholdPage> {
  return useQuery({
    queryKey: ['households', 'found', search],
    queryFn: ({ signal }) =>
      callRoute(HOUSEHOLD_ROUTES.list, { query: { search, limit: FOUND_AT_ONCE }, signal }),
    enabled: search !== '',
    placeholderData: (previous) => previous,
  });
}

/** How many open files wait for their yearly recheck. */
export function useCheckDueCount(isEnabled: boolean): UseQueryResult<number> {
  return useQuery({
    queryKey: ['households', 'due'],
    queryFn: async ({ signal }) => {
      const query = { isCheckDue: 'true', limit: 10 } as const;
      return (await callRoute(HOUSEHOLD_ROUTES.list, { query, signal })).total;
    },
    enabled: isEnabled,
    staleTime: 60_000,
  });
}

/** Takes what an act brought back; whatever else shows households asks again. */
export function useTakeHousehold(): (household: HouseholdDetail) => void {
  const client = useQueryClient();
  return (household) => {
    void client.invalidateQueries({ queryKey: ['households'] });
    client.setQueryData(['households', 'one', household.id], household);
  };
}
