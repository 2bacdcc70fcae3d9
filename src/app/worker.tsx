import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { WorkerHouse } from './worker/worker-house.tsx';

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 10_000, retry: 1, refetchOnWindowFocus: false } },
});

const container = document.getElementById('app');
if (container === null) throw new Error('worker.html has no #app');
createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <WorkerHouse />
    </QueryClientProvider>
  </StrictMode>,
);
