import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQuery,
} from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { fetchJson } from '#ui/api-client.ts';

import { EvaluationView, RecordView, RecordsPage, ViolationsPage } from '../contract.ts';
import type { ViolationCode } from '../rules/evaluation.ts';

/**
 * More follow as the reader nears the end. Above the hundred rows that a table draws whole: only a
 * table drawn by sight notices that its end is near.
 */
const PAGE_SIZE = 200;

const evaluationQuery = queryOptions({
  queryKey: ['evaluation'],
  queryFn: ({ signal }) => fetchJson('/api/evaluation', EvaluationView, signal),
});

export function useEvaluation(): UseQueryResult<EvaluationView> {
  return useQuery(evaluationQuery);
}

/** What the rows of a page stand behind. */
export type Figure =
  | { readonly kind: 'metric'; readonly name: string }
  | { readonly kind: 'finding'; readonly position: number };

export interface RecordsFilter {
  readonly sheet?: string | undefined;
  readonly missedOnly: boolean;
  readonly search: string;
}

// The return types of query options are long and exact; they are taken from the value.
// oxlint-disable-next-line typescript/explicit-module-boundary-types
export function figureRecordsQuery(figure: Figure, filter: RecordsFilter) {
  const path =
    figure.kind === 'metric'
      ? `/api/metrics/${encodeURIComponent(figure.name)}/records`
      : `/api/findings/${figure.position}/records`;
  return infiniteQueryOptions({
    queryKey: ['records', path, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = toQuery({
        sheet: filter.sheet,
        missedOnly: String(filter.missedOnly),
        search: filter.search,
        cursor: pageParam,
        limit: String(PAGE_SIZE),
      });
      return fetchJson(`${path}?${query}`, RecordsPage, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export interface ViolationsFilter {
  readonly code?: ViolationCode | undefined;
  readonly search: string;
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types
export function violationsQuery(filter: ViolationsFilter) {
  return infiniteQueryOptions({
    queryKey: ['violations', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = toQuery({
        code: filter.code,
        search: filter.search,
        cursor: String(pageParam),
        limit: String(PAGE_SIZE),
      });
      return fetchJson(`/api/violations?${query}`, ViolationsPage, signal);
    },
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useRecord(reference: string): UseQueryResult<RecordView> {
  return useQuery({
    queryKey: ['record', reference],
    queryFn: ({ signal }) =>
      fetchJson(`/api/records/${encodeURIComponent(reference)}`, RecordView, signal),
  });
}

function toQuery(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return new URLSearchParams(given).toString();
}
