import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useQuery,
} from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import { RequestFailure } from '#ui/request-failure.ts';

import { EVALUATION_ROUTES } from '../contract.ts';
import type { EvaluationView, RecordView, RecordsPage } from '../contract.ts';
import type { ViolationCode } from '../rules/evaluation.ts';

/**
 * More follow as the reader nears the end. Above the hundred rows that a table draws whole: only a
 * table drawn by sight notices that its end is near.
 */
const PAGE_SIZE = 200;

const { view, metricRecords, findingRecords, record, violations } = EVALUATION_ROUTES;

// The evaluation is frozen while the server runs: what was read once stays true.
const evaluationQuery = queryOptions({
  queryKey: ['evaluation'],
  queryFn: ({ signal }) => callRoute(view, { signal }),
  staleTime: Infinity,
});

/** Null while the installation has evaluated no year. */
export function useFoundEvaluation(): UseQueryResult<EvaluationView | null> {
  return useQuery({ ...evaluationQuery, select: ({ evaluation }) => evaluation });
}

/** For pages inside the frame, which are shown only when there is an evaluation. */
export function useEvaluation(): UseQueryResult<EvaluationView> {
  return useQuery({ ...evaluationQuery, select: ({ evaluation }) => requireFound(evaluation) });
}

function requireFound(evaluation: EvaluationView | null): EvaluationView {
  if (evaluation === null) throw new RequestFailure(404, 'evaluation.none');
  return evaluation;
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
  return infiniteQueryOptions({
    queryKey: ['records', figure, filter],
    queryFn: ({ pageParam, signal }) => listRecords(figure, filter, { pageParam, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

function listRecords(
  figure: Figure,
  { sheet, missedOnly, search }: RecordsFilter,
  { pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal },
): Promise<RecordsPage> {
  const query = {
    sheet,
    missedOnly: missedOnly ? ('true' as const) : ('false' as const),
    search,
    limit: PAGE_SIZE,
    ...(pageParam === '' ? {} : { cursor: pageParam }),
  };
  return figure.kind === 'metric'
    ? callRoute(metricRecords, { params: { name: figure.name }, query, signal })
    : callRoute(findingRecords, { params: { position: figure.position }, query, signal });
}

export interface ViolationsFilter {
  readonly code?: ViolationCode | undefined;
  readonly search: string;
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types
export function violationsQuery({ code, search }: ViolationsFilter) {
  return infiniteQueryOptions({
    queryKey: ['violations', code, search],
    queryFn: ({ pageParam, signal }) =>
      callRoute(violations, {
        query: { code, search, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useRecord(reference: string): UseQueryResult<RecordView> {
  return useQuery({
    queryKey: ['record', reference],
    queryFn: ({ signal }) => callRoute(record, { params: { reference }, signal }),
  });
}
