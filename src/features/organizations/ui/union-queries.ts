import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { UNION_ROUTES } from '../contract.ts';
import { UnionListQuery } from '../rules/union-inputs.ts';
import type { UnionDetail, UnionPage, UnionRow, UnionTree } from '../rules/union-views.ts';

const PAGE_SIZE = 100;

export function useUnions(search: ListSearch): ListPages<UnionRow> {
  return useListPages({
    queryKey: ['unions', 'list', search],
    load: (page, signal) =>
      callRoute(UNION_ROUTES.list, {
        query: {
          ...UnionListQuery.parse(search),
          below: search['below'],
          limit: PAGE_SIZE,
          ...page,
        },
        signal,
      }),
  });
}

export function useUnion(id: number): UseQueryResult<UnionDetail> {
  return useQuery({
    queryKey: ['unions', 'one', id],
    queryFn: ({ signal }) => callRoute(UNION_ROUTES.get, { params: { id }, signal }),
  });
}

/** Open unions of the tree: all of them, the tops, or those below one. */
export function useUnionTree(
  parentId: number | undefined,
  isEnabled = true,
): UseQueryResult<UnionTree> {
  return useQuery({
    queryKey: ['unions', 'tree', parentId ?? 'top'],
    queryFn: ({ signal }) =>
      callRoute(UNION_ROUTES.tree, {
        query: parentId === undefined ? {} : { parentId },
        signal,
      }),
    enabled: isEnabled,
    staleTime: 60_000,
  });
}

export const FOUND_AT_ONCE = 50;

/** Open unions whose name or code has the text in it. */
export function useFoundUnions(search: string): UseQueryResult<UnionPage> {
  return useQuery({
    queryKey: ['unions', 'found', search],
    queryFn: ({ signal }) =>
      callRoute(UNION_ROUTES.list, { query: { search, limit: FOUND_AT_ONCE }, signal }),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
}

/** The name of a union that stands in an address by its number. */
export function useUnionName(id: number | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['unions', 'picked', id],
    queryFn: ({ signal }) => callRoute(UNION_ROUTES.get, { params: { id }, signal }),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
  return data?.name;
}

/** Takes what a change brought back; whatever else shows unions asks again. */
export function useTakeUnion(): (union: UnionDetail) => void {
  const client = useQueryClient();
  return (union) => {
    void client.invalidateQueries({ queryKey: ['unions'] });
    client.setQueryData(['unions', 'one', union.id], union);
  };
}
