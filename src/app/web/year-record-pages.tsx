import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { rootRoute } from './root-route.tsx';

const yearExport = createRoute({
  getParentRoute: () => rootRoute,
  path: '/year-records',
  component: lazyRouteComponent(
    () => import('#features/year-records/ui/year-export-page.tsx'),
    'YearExportPage',
  ),
});

/** 年度工作簿导出 */
export const yearRecordPages = [yearExport] as const;
