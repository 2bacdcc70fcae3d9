import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readComparisonSearch } from '#features/policies/ui/comparison-search.ts';
import { readReplaySearch } from '#features/policies/ui/replay/replay-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const policies = createRoute({
  getParentRoute,
  path: '/policies',
  component: lazyRouteComponent(
    () => import('#features/policies/ui/policies-page.tsx'),
    'PoliciesPage',
  ),
});

const policy = createRoute({
  getParentRoute,
  path: '/policies/$id',
  component: lazyRouteComponent(() => import('./policy-room.tsx'), 'PolicyRoom'),
});

const editPolicy = createRoute({
  getParentRoute,
  path: '/policies/$id/edit',
  component: lazyRouteComponent(
    () => import('#features/policies/ui/edit/edit-policy-page.tsx'),
    'EditPolicyPage',
  ),
});

const policyTests = createRoute({
  getParentRoute,
  path: '/policies/$id/tests',
  component: lazyRouteComponent(
    () => import('#features/policies/ui/tests/policy-tests-page.tsx'),
    'PolicyTestsPage',
  ),
});

const comparison = createRoute({
  getParentRoute,
  path: '/policies/$id/comparison',
  validateSearch: readComparisonSearch,
  component: lazyRouteComponent(
    () => import('#features/policies/ui/comparison-page.tsx'),
    'ComparisonPage',
  ),
});

const replay = createRoute({
  getParentRoute,
  path: '/policies/$id/replay',
  validateSearch: readReplaySearch,
  component: lazyRouteComponent(
    () => import('#features/policies/ui/replay/replay-page.tsx'),
    'ReplayPage',
  ),
});

/** 政策管理: versions of the relief rules. */
export const policyPages = [policies, policy, editPolicy, policyTests, comparison, replay] as const;
