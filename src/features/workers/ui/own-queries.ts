import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';

import { OWN_CASE_ROUTES, OWN_DATA_ROUTES } from '../contract.ts';
import type { OwnData, OwnDetail, OwnList, OwnOptions, OwnProfile } from '../rules/own-views.ts';

const LIST_KEY = ['my', 'applications'] as const;
const caseKey = (id: number) => [...LIST_KEY, id] as const;

function caseQuery(id: number) {
  return queryOptions({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => callRoute(OWN_CASE_ROUTES.get, { params: { id }, signal }),
  });
}

export function useOwnApplications(): UseQueryResult<z.output<typeof OwnList>> {
  return useQuery({
    queryKey: LIST_KEY,
    queryFn: ({ signal }) => callRoute(OWN_CASE_ROUTES.list, { signal }),
  });
}

export function useOwnApplication(id: number): UseQueryResult<OwnDetail> {
  return useQuery(caseQuery(id));
}

/** The case as the page knows it by now; asked for where it knows none. */
export function loadOwnApplication(client: QueryClient, id: number): Promise<OwnDetail> {
  return client.ensureQueryData(caseQuery(id));
}

/** The case as a reply brought it; the list is asked for anew when it is next shown. */
export function useTakeOwnApplication(): (application: OwnDetail) => void {
  const client = useQueryClient();
  return (application) => {
    client.setQueryData(caseQuery(application.id).queryKey, application);
    void client.invalidateQueries({ queryKey: LIST_KEY, exact: true });
  };
}

export function useOwnOptions(): UseQueryResult<z.output<typeof OwnOptions>> {
  return useQuery({
    queryKey: ['my', 'options'],
    queryFn: ({ signal }) => callRoute(OWN_CASE_ROUTES.options, { signal }),
    staleTime: 300_000,
  });
}

export function useOwnProfile(): UseQueryResult<z.output<typeof OwnProfile>> {
  return useQuery({
    queryKey: ['my', 'profile'],
    queryFn: ({ signal }) => callRoute(OWN_CASE_ROUTES.profile, { signal }),
    staleTime: 60_000,
  });
}

export function useOwnData(): UseQueryResult<z.output<typeof OwnData>> {
  return useQuery({
    queryKey: ['my', 'data'],
    queryFn: ({ signal }) => callRoute(OWN_DATA_ROUTES.get, { signal }),
    // Each look is written to the log.
    staleTime: 300_000,
  });
}
