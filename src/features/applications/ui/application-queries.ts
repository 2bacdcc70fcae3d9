import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { APPLICATION_ROUTES } from '../contract.ts';
import type { Light } from '../rules/application-inputs.ts';
import type {
  ApplicationDetail,
  ApplicationRow,
  EventView,
  SubmissionCheck,
} from '../rules/application-views.ts';
import { toListQuery } from './application-search.ts';
import type { ListView } from './application-search.ts';

const PAGE_SIZE = 100;

export function useApplications(search: ListSearch, view: ListView): ListPages<ApplicationRow> {
  return useListPages({
    queryKey: ['applications', 'list', view, search],
    load: (page, signal) =>
      callRoute(APPLICATION_ROUTES.list, {
        query: { ...toListQuery(search, view), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

export function useApplication(id: number): UseQueryResult<ApplicationDetail> {
  return useQuery({
    queryKey: ['applications', 'one', id],
    queryFn: ({ signal }) => callRoute(APPLICATION_ROUTES.get, { params: { id }, signal }),
  });
}

/** What is missing before it is sent; asked anew with each change of the application. */
export function useSubmissionCheck(id: number, version: string): UseQueryResult<SubmissionCheck> {
  return useQuery({
    queryKey: ['applications', 'check', id, version],
    queryFn: ({ signal }) => callRoute(APPLICATION_ROUTES.check, { params: { id }, signal }),
    placeholderData: (previous) => previous,
  });
}

type EventReply = z.output<typeof APPLICATION_ROUTES.listEvents.reply>;

export function useEvents(householdId: number | undefined): readonly EventView[] {
  const query = useQuery<EventReply>({
    queryKey: ['applications', 'events', householdId],
    queryFn: ({ signal }) =>
      callRoute(APPLICATION_ROUTES.listEvents, {
        query: { householdId: householdId ?? 0 },
        signal,
      }),
    enabled: householdId !== undefined,
  });
  return query.data?.items ?? [];
}

/** How many applications a view holds; for the workbench. */
export function useApplicationCount(
  isEnabled: boolean,
  view: ListView,
  light?: Light,
): UseQueryResult<number> {
  return useQuery({
    queryKey: ['applications', 'count', view, light],
    queryFn: async ({ signal }) => {
      const query = { view, limit: 10, ...(light === undefined ? {} : { light }) };
      return (await callRoute(APPLICATION_ROUTES.list, { query, signal })).total;
    },
    enabled: isEnabled,
    staleTime: 60_000,
  });
}

/** Takes what an act brought back; whatever else shows applications asks again. */
export function useTakeApplication(): (application: ApplicationDetail) => void {
  const client = useQueryClient();
  return (application) => {
    client.setQueryData(['applications', 'one', application.id], application);
    void client.invalidateQueries({
      queryKey: ['applications'],
      predicate: ({ queryKey }) => queryKey[1] !== 'one',
    });
  };
}
