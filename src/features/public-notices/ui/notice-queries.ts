import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { PUBLIC_NOTICE_ROUTES } from '../contract.ts';
import { NoticeListQuery } from '../rules/public-notice-inputs.ts';
import type { NoticeTier } from '../rules/public-notice-inputs.ts';
import type { Candidate, NoticeDetail, NoticeRow } from '../rules/public-notice-views.ts';

const PAGE_SIZE = 100;

export function useNotices(search: ListSearch): ListPages<NoticeRow> {
  return useListPages({
    queryKey: ['public-notices', 'list', search],
    load: ({ after }, signal) => {
      const query = { ...NoticeListQuery.parse(search), limit: PAGE_SIZE };
      const page = after === undefined ? {} : { after };
      return callRoute(PUBLIC_NOTICE_ROUTES.list, { query: { ...query, ...page }, signal });
    },
  });
}

export function useNotice(id: number): UseQueryResult<NoticeDetail> {
  return useQuery({
    queryKey: ['public-notices', 'one', id],
    queryFn: ({ signal }) => callRoute(PUBLIC_NOTICE_ROUTES.get, { params: { id }, signal }),
  });
}

/** Cases that wait for a notice of the tier. */
export function useCandidates(tier: NoticeTier): UseQueryResult<{ items: Candidate[] }> {
  return useQuery({
    queryKey: ['public-notices', 'candidates', tier],
    queryFn: ({ signal }) =>
      callRoute(PUBLIC_NOTICE_ROUTES.candidates, { query: { tier }, signal }),
  });
}

/** Takes what an act brought back; whatever else shows notices or their cases asks again. */
export function useTakeNotice(): (notice: NoticeDetail) => void {
  const client = useQueryClient();
  return (notice) => {
    void client.invalidateQueries({ queryKey: ['public-notices'] });
    void client.invalidateQueries({ queryKey: ['applications'] });
    client.setQueryData(['public-notices', 'one', notice.id], notice);
  };
}
