import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readApplicationSearch } from '#features/applications/ui/application-search.ts';
import { listSearchReader } from '#ui/list-page/list-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const applications = createRoute({
  getParentRoute,
  path: '/applications',
  validateSearch: readApplicationSearch,
  component: lazyRouteComponent(() => import('./applications-room.tsx'), 'ApplicationsRoom'),
});

const newApplication = createRoute({
  getParentRoute,
  path: '/applications/new',
  validateSearch: listSearchReader([], [], ['householdId']),
  component: lazyRouteComponent(
    () => import('#features/applications/ui/form/new-application-page.tsx'),
    'NewApplicationPage',
  ),
});

const application = createRoute({
  getParentRoute,
  path: '/applications/$id',
  component: lazyRouteComponent(
    () => import('#features/applications/ui/detail/application-page.tsx'),
    'ApplicationPage',
  ),
});

const editApplication = createRoute({
  getParentRoute,
  path: '/applications/$id/edit',
  component: lazyRouteComponent(
    () => import('#features/applications/ui/form/edit-application-page.tsx'),
    'EditApplicationPage',
  ),
});

/** 救助管理: applications, their review and approval. */
export const applicationPages = [
  applications,
  newApplication,
  application,
  editApplication,
] as const;
