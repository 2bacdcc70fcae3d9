import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, createRouter } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { ErrorState } from '#ui/error-state.tsx';
import { LoadingState } from '#ui/loading-state.tsx';
import { theme } from '#ui/theme.ts';

import { accountPages } from './web/account-pages.tsx';
import { applicationPages } from './web/application-pages.tsx';
import { doorstepPages } from './web/doorstep-pages.tsx';
import { evaluationPages } from './web/evaluation-pages.tsx';
import { fairnessPages } from './web/fairness-pages.tsx';
import { fundPages } from './web/fund-pages.tsx';
import { householdPages } from './web/household-pages.tsx';
import { policyPages } from './web/policy-pages.tsx';
import { publicNoticePages } from './web/public-notice-pages.tsx';
import { roomPages } from './web/room-pages.tsx';
import { rootRoute } from './web/root-route.tsx';
import { workerPages } from './web/worker-pages.tsx';
import { yearRecordPages } from './web/year-record-pages.tsx';

const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...doorstepPages,
    ...accountPages,
    ...roomPages,
    ...applicationPages,
    ...fairnessPages,
    ...householdPages,
    ...fundPages,
    ...publicNoticePages,
    ...policyPages,
    ...workerPages,
    evaluationPages,
    ...yearRecordPages,
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

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: 1, refetchOnWindowFocus: false } },
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
