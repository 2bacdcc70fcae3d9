import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { addDays, parsePlainDate } from '#core/plain-date.ts';
import { callRoute } from '#ui/call-route.ts';
import type { ListPages } from '#ui/list-page/list-columns.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';
import { useListPages } from '#ui/list-page/use-list-pages.ts';

import { AUDIT_ROUTES, AuditFilter } from '../contract.ts';
import type { AuditBlock, AuditDetail, AuditRow } from '../contract.ts';

const PAGE_SIZE = 100;

/** What the address holds as the server asks for it: days become instants in China. */
export function toAuditFilter(search: ListSearch): AuditFilter {
  const { atFrom, atTo, ...rest } = search;
  const last = parsePlainDate(atTo ?? '');
  return AuditFilter.parse({
    ...rest,
    ...(atFrom === undefined ? {} : { from: startOf(atFrom) }),
    ...(last === undefined ? {} : { before: startOf(addDays(last, 1)) }),
  });
}

function startOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}

export function useEntries(search: ListSearch): ListPages<AuditRow> {
  return useListPages({
    queryKey: ['audit', 'entries', search],
    load: (page, signal) =>
      callRoute(AUDIT_ROUTES.list, {
        query: { ...toAuditFilter(search), limit: PAGE_SIZE, ...page },
        signal,
      }),
  });
}

/** With the business data for those who may see it. */
export function useEntry(id: number, withBusiness: boolean): UseQueryResult<AuditDetail> {
  return useQuery({
    queryKey: ['audit', 'entry', id, withBusiness],
    queryFn: ({ signal }) =>
      callRoute(withBusiness ? AUDIT_ROUTES.getBusiness : AUDIT_ROUTES.get, {
        params: { id },
        signal,
      }),
  });
}

/** Chinese names of actions, by their code. */
export function useActionLabels(): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: ['audit', 'actions'],
    queryFn: ({ signal }) => callRoute(AUDIT_ROUTES.listActions, { signal }),
    staleTime: Infinity,
  });
  return new Map(data?.items.map(({ action, label }) => [action, label]));
}

export function useBlocks(): ListPages<AuditBlock> {
  return useListPages({
    queryKey: ['audit', 'blocks'],
    load: (page, signal) => callRoute(AUDIT_ROUTES.listBlocks, { query: page, signal }),
  });
}

export function usePublicKey(): UseQueryResult<{ pem: string; fingerprint: string }> {
  return useQuery({
    queryKey: ['audit', 'public-key'],
    queryFn: ({ signal }) => callRoute(AUDIT_ROUTES.getPublicKey, { signal }),
    staleTime: Infinity,
  });
}
