import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';

import { POLICY_ROUTES } from '../contract.ts';
import type {
  ForwardingList,
  PolicyComparison,
  PolicyDetail,
  PolicySummary,
} from '../rules/policy-views.ts';

export function usePolicies(): UseQueryResult<readonly PolicySummary[]> {
  return useQuery({
    queryKey: ['policies', 'list'],
    queryFn: async ({ signal }) => (await callRoute(POLICY_ROUTES.list, { signal })).items,
  });
}

export function usePolicy(id: number): UseQueryResult<PolicyDetail> {
  return useQuery({
    queryKey: ['policies', 'one', id],
    queryFn: ({ signal }) => callRoute(POLICY_ROUTES.get, { params: { id }, signal }),
  });
}

export function useComparison(id: number, withId: number): UseQueryResult<PolicyComparison> {
  return useQuery({
    queryKey: ['policies', 'comparison', id, withId],
    queryFn: ({ signal }) =>
      callRoute(POLICY_ROUTES.compare, { params: { id }, query: { withId }, signal }),
  });
}

export function useForwardings(id: number): UseQueryResult<ForwardingList> {
  return useQuery({
    queryKey: ['policies', 'forwardings', id],
    queryFn: ({ signal }) => callRoute(POLICY_ROUTES.listForwardings, { params: { id }, signal }),
  });
}

/** Takes what an act brought back; whatever else shows versions asks again. */
export function useTakePolicy(): (policy: PolicyDetail) => void {
  const client = useQueryClient();
  return (policy) => {
    void client.invalidateQueries({ queryKey: ['policies'] });
    client.setQueryData(['policies', 'one', policy.id], policy);
  };
}

export function useTakeForwardings(id: number): (list: ForwardingList) => void {
  const client = useQueryClient();
  return (list) => client.setQueryData(['policies', 'forwardings', id], list);
}
