import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';

import { FAIRNESS_ROUTES } from '../contract.ts';
import type { AmountSpread, FairnessOverview } from '../rules/fairness-views.ts';
import type { FairnessSearch } from './fairness-search.ts';

export function useFairness(query: FairnessSearch): UseQueryResult<FairnessOverview> {
  return useQuery({
    queryKey: ['fairness', 'overview', query],
    queryFn: ({ signal }) => callRoute(FAIRNESS_ROUTES.overview, { query, signal }),
  });
}

export function useAmounts(query: FairnessSearch): UseQueryResult<AmountSpread> {
  return useQuery({
    queryKey: ['fairness', 'amounts', query],
    queryFn: ({ signal }) => callRoute(FAIRNESS_ROUTES.amounts, { query, signal }),
  });
}
