import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { parsePlainDate } from '#core/plain-date.ts';
import { readEntrySearch } from '#features/funds/ui/fund-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const funds = createRoute({
  getParentRoute,
  path: '/funds',
  component: lazyRouteComponent(() => import('./funds-room.tsx'), 'FundsRoom'),
});

const fundEntries = createRoute({
  getParentRoute,
  path: '/funds/entries',
  validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import('#features/funds/ui/entries-page.tsx'), 'EntriesPage'),
});

const fundYear = createRoute({
  getParentRoute,
  path: '/funds/$id',
  validateSearch: (raw: Readonly<Record<string, unknown>>): { readonly on?: string } => {
    const on = parsePlainDate(typeof raw['on'] === 'string' ? raw['on'] : '');
    return on === undefined ? {} : { on };
  },
  component: lazyRouteComponent(
    () => import('#features/funds/ui/fund-year-page.tsx'),
    'FundYearPage',
  ),
});

/** 资金管理 */
export const fundPages = [funds, fundEntries, fundYear] as const;
