import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readFairnessSearch } from '#features/fairness/ui/fairness-search.ts';

import { rootRoute } from './root-route.tsx';

const fairness = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fairness',
  validateSearch: readFairnessSearch,
  component: lazyRouteComponent(
    () => import('#features/fairness/ui/fairness-page.tsx'),
    'FairnessPage',
  ),
});

/** 公平分析 */
export const fairnessPages = [fairness] as const;
