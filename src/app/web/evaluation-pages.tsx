import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import {
  FindingsSearch,
  RecordsSearch,
  ScoresSearch,
  ViolationsSearch,
} from '#features/evaluations/ui/search-schemas.ts';

import { rootRoute } from './root-route.tsx';

const frame = createRoute({
  getParentRoute: () => rootRoute,
  path: '/evaluation',
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/evaluation-frame.tsx'),
    'EvaluationFrame',
  ),
});
const getParentRoute = (): typeof frame => frame;

const overview = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/overview-page.tsx'),
    'OverviewPage',
  ),
});

const scores = createRoute({
  getParentRoute,
  path: '/scores',
  validateSearch: ScoresSearch,
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/scores-page.tsx'),
    'ScoresPage',
  ),
});

const metrics = createRoute({
  getParentRoute,
  path: '/metrics',
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/metrics-page.tsx'),
    'MetricsPage',
  ),
});

const records = createRoute({
  getParentRoute,
  path: '/records/$metric',
  validateSearch: RecordsSearch,
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/records-page.tsx'),
    'RecordsPage',
  ),
});

const findings = createRoute({
  getParentRoute,
  path: '/findings',
  validateSearch: FindingsSearch,
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/findings-page.tsx'),
    'FindingsPage',
  ),
});

const findingRecords = createRoute({
  getParentRoute,
  path: '/findings/$position/records',
  validateSearch: RecordsSearch,
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/finding-records-page.tsx'),
    'FindingRecordsPage',
  ),
});

const violations = createRoute({
  getParentRoute,
  path: '/violations',
  validateSearch: ViolationsSearch,
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/violations-page.tsx'),
    'ViolationsPage',
  ),
});

const ledgerRecord = createRoute({
  getParentRoute,
  path: '/ledger/$application',
  component: lazyRouteComponent(
    () => import('#features/evaluations/ui/ledger-record-page.tsx'),
    'LedgerRecordPage',
  ),
});

export const evaluationPages = frame.addChildren([
  overview,
  scores,
  metrics,
  records,
  findings,
  findingRecords,
  violations,
  ledgerRecord,
]);
