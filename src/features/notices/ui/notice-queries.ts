import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { NOTICE_ROUTES, NoticeListQuery, OUTBOX_ROUTES, OutboxListQuery } from '../contract.ts';
import type { Notice, NoticeList, OutboxList, OutboxMessage } from '../contract.ts';

export function useNotices(search: ListSearch): ListPages<Notice> {
  return useListPages({
    queryKey: ['notices', 'list', search],
    load: (page, signal) =>
      callRoute(NOTICE_ROUTES.list, {
        query: NoticeListQuery.parse({ ...search, ...page }),
        signal,
      }),
  });
}

/** The newest few, the unread first. */
export function useRecentNotices(): UseQueryResult<NoticeList> {
  return useQuery({
    queryKey: ['notices', 'recent'],
    queryFn: ({ signal }) => callRoute(NOTICE_ROUTES.list, { query: { limit: 10 }, signal }),
  });
}

type MarkRead = UseMutationResult<unknown, unknown, number>;

export function useMarkRead(): MarkRead {
  const onSuccess = useAskAgain();
  return useMutation({
    mutationFn: (id: number) => callRoute(NOTICE_ROUTES.markRead, { params: { id } }),
    onSuccess,
  });
}

export function useMarkAllRead(): MarkRead {
  const onSuccess = useAskAgain();
  return useMutation({
    mutationFn: (upToId: number) => callRoute(NOTICE_ROUTES.markAllRead, { body: { upToId } }),
    onSuccess,
  });
}

/** The bell's figure comes with the session. */
function useAskAgain(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ['notices'] });
    void client.invalidateQueries({ queryKey: ['session'] });
  };
}

export function useMessages(search: ListSearch): ListPages<OutboxMessage> {
  return useListPages({
    queryKey: ['outbox', 'list', search],
    load: (page, signal) =>
      callRoute(OUTBOX_ROUTES.list, {
        query: OutboxListQuery.parse({ ...search, ...page }),
        signal,
      }),
  });
}

/** Messages that may not have arrived, for the workbench; `next` tells that there are more. */
export function useMessagesInState(
  state: 'refused' | 'unknown',
  isEnabled: boolean,
): UseQueryResult<OutboxList> {
  return useQuery({
    queryKey: ['outbox', 'state', state],
    queryFn: ({ signal }) => callRoute(OUTBOX_ROUTES.list, { query: { state, limit: 50 }, signal }),
    enabled: isEnabled,
  });
}

export function useRetryMessage(): (id: string, reason: string) => Promise<void> {
  const client = useQueryClient();
  return async (id, reason) => {
    await callRoute(OUTBOX_ROUTES.retry, { params: { id }, body: { reason } });
    void client.invalidateQueries({ queryKey: ['outbox'] });
  };
}
