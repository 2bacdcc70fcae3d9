import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readCivilAffairsSearch } from '#features/households/ui/civil-affairs/civil-affairs-queries.ts';
import { readDuplicateSearch } from '#features/households/ui/duplicates/duplicate-queries.ts';
import { readHouseholdSearch } from '#features/households/ui/household-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const households = createRoute({
  getParentRoute,
  path: '/households',
  validateSearch: readHouseholdSearch,
  component: lazyRouteComponent(() => import('./households-room.tsx'), 'HouseholdsRoom'),
});

const newHousehold = createRoute({
  getParentRoute,
  path: '/households/new',
  component: lazyRouteComponent(() => import('./new-household-room.tsx'), 'NewHouseholdRoom'),
});

const householdImport = createRoute({
  getParentRoute,
  path: '/households/import',
  component: lazyRouteComponent(
    () => import('#features/households/ui/import-page.tsx'),
    'HouseholdImportPage',
  ),
});

const household = createRoute({
  getParentRoute,
  path: '/households/$id',
  component: lazyRouteComponent(() => import('./household-room.tsx'), 'HouseholdRoom'),
});

const editHousehold = createRoute({
  getParentRoute,
  path: '/households/$id/edit',
  component: lazyRouteComponent(
    () => import('#features/households/ui/form/edit-household-page.tsx'),
    'EditHouseholdPage',
  ),
});

const duplicates = createRoute({
  getParentRoute,
  path: '/duplicates',
  validateSearch: readDuplicateSearch,
  component: lazyRouteComponent(
    () => import('#features/households/ui/duplicates/duplicates-page.tsx'),
    'DuplicatesPage',
  ),
});

const duplicate = createRoute({
  getParentRoute,
  path: '/duplicates/$id',
  component: lazyRouteComponent(
    () => import('#features/households/ui/duplicates/duplicate-pair-page.tsx'),
    'DuplicatePairPage',
  ),
});

const civilAffairs = createRoute({
  getParentRoute,
  path: '/civil-affairs',
  validateSearch: readCivilAffairsSearch,
  component: lazyRouteComponent(
    () => import('#features/households/ui/civil-affairs/civil-affairs-page.tsx'),
    'CivilAffairsPage',
  ),
});

const civilAffairsImport = createRoute({
  getParentRoute,
  path: '/civil-affairs/import',
  component: lazyRouteComponent(
    () => import('#features/households/ui/civil-affairs/import-list-page.tsx'),
    'CivilAffairsImportPage',
  ),
});

/** 档案管理: files of families in hardship. */
export const householdPages = [
  households,
  newHousehold,
  householdImport,
  household,
  editHousehold,
  duplicates,
  duplicate,
  civilAffairs,
  civilAffairsImport,
] as const;
