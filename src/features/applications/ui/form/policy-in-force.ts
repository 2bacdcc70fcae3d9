import { useQuery } from '@tanstack/react-query';

import { parsePlainDate } from '#core/plain-date.ts';
import { POLICY_ROUTES } from '#features/policies/contract.ts';
import { toPolicyVersion } from '#features/policies/rules/policy-body.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';

/** The version of the rules that a new application comes under; undefined while it loads. */
export function usePolicyInForce(): PolicyVersion | undefined {
  const query = useQuery({
    queryKey: ['policies', 'in-force'],
    queryFn: ({ signal }) => findInForce(signal),
    staleTime: 300_000,
  });
  return query.data ?? undefined;
}

async function findInForce(signal: AbortSignal): Promise<PolicyVersion | null> {
  const { items } = await callRoute(POLICY_ROUTES.list, { signal });
  const found = items.find(({ phase }) => phase === 'in_force');
  if (found === undefined) return null;
  const { body, code, title, validFrom, validTo } = await callRoute(POLICY_ROUTES.get, {
    params: { id: found.id },
    signal,
  });
  const from = parsePlainDate(validFrom) ?? chinaToday();
  return toPolicyVersion(
    { id: code, title, validFrom: from, validTo: parsePlainDate(validTo ?? '') ?? null },
    body,
  );
}
