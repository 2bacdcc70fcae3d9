import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { JOB_ROUTES, JobListQuery } from '../contract.ts';
import type { JobList, JobView } from '../contract.ts';

const EVERY_SECOND = 1000;

export function isUnderWay({ state }: Pick<JobView, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** Own jobs; asked again every second while one is under way. */
export function useJobs(search: ListSearch): ListPages<JobView> {
  return useListPages({
    queryKey: ['jobs', 'list', search],
    load: (page, signal) =>
      callRoute(JOB_ROUTES.list, { query: JobListQuery.parse({ ...search, ...page }), signal }),
    refetchAfterMs: (jobs) => (jobs.some(isUnderWay) ? EVERY_SECOND : false),
  });
}

/** The newest few, for the workbench. */
export function useRecentJobs(): UseQueryResult<JobList> {
  return useQuery({
    queryKey: ['jobs', 'recent'],
    queryFn: ({ signal }) => callRoute(JOB_ROUTES.list, { query: { limit: 10 }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(isUnderWay) === true ? EVERY_SECOND : false,
  });
}

export function useJob(id: string): UseQueryResult<JobView> {
  return useQuery({
    queryKey: ['jobs', 'one', id],
    queryFn: ({ signal }) => callRoute(JOB_ROUTES.get, { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) ? EVERY_SECOND : false,
  });
}

export function useRetryJob(): UseMutationResult<JobView, unknown, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callRoute(JOB_ROUTES.retry, { params: { id } }),
    onSuccess: (job) => {
      client.setQueryData(['jobs', 'one', job.id], job);
      void client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}
