import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readNoticeSearch } from '#features/public-notices/ui/notice-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const publicNotices = createRoute({
  getParentRoute,
  path: '/notice-board',
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(
    () => import('#features/public-notices/ui/public-notices-page.tsx'),
    'PublicNoticesPage',
  ),
});

const publicNotice = createRoute({
  getParentRoute,
  path: '/notice-board/$id',
  component: lazyRouteComponent(() => import('./public-notice-room.tsx'), 'PublicNoticeRoom'),
});

/** 公示管理. The page for everybody, /public-notices/:token, is drawn by the server. */
export const publicNoticePages = [publicNotices, publicNotice] as const;
