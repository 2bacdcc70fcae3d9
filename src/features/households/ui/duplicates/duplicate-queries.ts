import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';
import type { ListSearch, QueryField } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { DuplicateListQuery } from '../../rules/duplicate-inputs.ts';
import { DUPLICATE_ROUTES } from '../../rules/duplicate-routes.ts';
import type { DuplicateDetail, DuplicateRow } from '../../rules/duplicate-views.ts';

const PAGE_SIZE = 100;

export const DUPLICATE_FIELDS: readonly QueryField[] = [
  {
    kind: 'select',
    key: 'kind',
    label: '重复程度',
    options: [
      { value: 'exact', label: '相同' },
      { value: 'likely', label: '相似' },
    ],
  },
  {
    kind: 'select',
    key: 'state',
    label: '认定',
    options: [
      { value: 'open', label: '待认定' },
      { value: 'same', label: '同一人' },
      { value: 'different', label: '不同人' },
      { value: 'all', label: '全部' },
    ],
  },
];

/** For the route of the list: what is unknown is left out. */
export const readDuplicateSearch = listSearchReader(DUPLICATE_FIELDS, [], ['householdId']);

export function useDuplicates(search: ListSearch): ListPages<DuplicateRow> {
  return useListPages({
    queryKey: ['duplicates', 'list', search],
    load: (page, signal) =>
      callRoute(DUPLICATE_ROUTES.list, {
        query: { ...DuplicateListQuery.parse(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useDuplicate(id: number): UseQueryResult<DuplicateDetail> {
  return useQuery({
    queryKey: ['duplicates', 'one', id],
    queryFn: ({ signal }) => callRoute(DUPLICATE_ROUTES.get, { params: { id }, signal }),
  });
}

/** Takes what a verdict brought back; lists and files that count open pairs ask again. */
export function useTakeDuplicate(): (pair: DuplicateDetail) => void {
  const client = useQueryClient();
  return (pair) => {
    void client.invalidateQueries({ queryKey: ['duplicates', 'list'] });
    void client.invalidateQueries({ queryKey: ['households'] });
    client.setQueryData(['duplicates', 'one', pair.id], pair);
  };
}
