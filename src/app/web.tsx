import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  RouterProvider,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { EvaluationLayout } from '#features/evaluations/ui/evaluation-layout.tsx';
import {
  FindingsSearch,
  RecordsSearch,
  ScoresSearch,
  ViolationsSearch,
} from '#features/evaluations/ui/search-schemas.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { LoadingState } from '#ui/loading-state.tsx';
import { NotFoundPage } from '#ui/not-found-page.tsx';
import { theme } from '#ui/theme.ts';

const root = createRootRoute({ component: EvaluationLayout, notFoundComponent: NotFoundPage });
const getParentRoute = (): typeof root => root;

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

const router = createRouter({
  routeTree: root.addChildren([
    overview,
    scores,
    metrics,
    records,
    findings,
    findingRecords,
    violations,
    ledgerRecord,
  ]),
  defaultPendingComponent: LoadingState,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// The evaluation is frozen when the server starts: what was read once stays true.
const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: 1, refetchOnWindowFocus: false } },
});

const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no #app');

createRoot(container).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
