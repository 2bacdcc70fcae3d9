import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { parsePlainDate } from '#core/plain-date.ts';
import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { FUND_ROUTES } from '../contract.ts';
import { EntryListQuery } from '../rules/fund-inputs.ts';
import type { EntryPage, EntryView, FundYearDetail, FundYearRow } from '../rules/fund-views.ts';

const PAGE_SIZE = 100;

export function useFundYears(): UseQueryResult<{ items: FundYearRow[] }> {
  return useQuery({
    queryKey: ['funds', 'years'],
    queryFn: ({ signal }) => callRoute(FUND_ROUTES.listYears, { signal }),
  });
}

/** A fund-year as it stood at the end of a day; today when none is named. */
export function useFundYear(id: number, on?: string): UseQueryResult<FundYearDetail> {
  const day = parsePlainDate(on ?? '');
  return useQuery({
    queryKey: ['funds', 'year', id, day ?? null],
    queryFn: ({ signal }) =>
      callRoute(FUND_ROUTES.getYear, {
        params: { id },
        query: day === undefined ? {} : { on: day },
        signal,
      }),
  });
}

export function useFundEntries(search: ListSearch): ListPages<EntryView> {
  return useListPages({
    queryKey: ['funds', 'entries', search],
    load: ({ after }, signal): Promise<EntryPage> => {
      const { dayFrom: from, dayTo: to, ...rest } = search;
      const query = { ...EntryListQuery.parse({ ...rest, from, to }), limit: PAGE_SIZE };
      const page = after === undefined ? {} : { after };
      return callRoute(FUND_ROUTES.listEntries, { query: { ...query, ...page }, signal });
    },
  });
}

/** Whatever a change brought back: every page with money asks again. */
export function useFundsChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['funds'] });
  };
}
