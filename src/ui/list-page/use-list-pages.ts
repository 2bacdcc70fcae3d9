import { useInfiniteQuery } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';

import type { ListPages } from './list-columns.ts';

/** One page as every list route replies. */
interface ListReply<Row> {
  readonly items: readonly Row[];
  /** Opaque, for the page behind this one; null on the last. */
  readonly next: string | null;
  readonly total?: number | null | undefined;
}

interface ListSource<Row> {
  readonly queryKey: QueryKey;
  /** `page` goes into the query of the route: nothing for the first page. */
  readonly load: (
    page: { readonly after?: string },
    signal: AbortSignal,
  ) => Promise<ListReply<Row>>;
  /** Asks again after this time, as long as the rows that are here call for it. */
  readonly refetchAfterMs?: (rows: readonly Row[]) => number | false;
}

/** The pages of a list, one after the other as they are scrolled to. */
export function useListPages<Row>(source: ListSource<Row>): ListPages<Row> {
  const { queryKey, load, refetchAfterMs } = source;
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam === '' ? {} : { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => ({
      pages: pages.map(({ items, total }) => ({ rows: items, total: total ?? undefined })),
    }),
    refetchInterval: ({ state }) =>
      refetchAfterMs?.(state.data?.pages.flatMap(({ items }) => items) ?? []) ?? false,
  });
}
