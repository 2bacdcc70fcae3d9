import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readAccountSearch } from '#features/accounts/ui/account-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const accounts = createRoute({
  getParentRoute,
  path: '/accounts',
  validateSearch: readAccountSearch,
  component: lazyRouteComponent(() => import('./accounts-room.tsx'), 'AccountsRoom'),
});

const newAccount = createRoute({
  getParentRoute,
  path: '/accounts/new',
  component: lazyRouteComponent(() => import('./new-account-room.tsx'), 'NewAccountRoom'),
});

const account = createRoute({
  getParentRoute,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./account-room.tsx'), 'AccountRoom'),
});

const profile = createRoute({
  getParentRoute,
  path: '/profile',
  component: lazyRouteComponent(
    () => import('#features/accounts/ui/profile-page.tsx'),
    'ProfilePage',
  ),
});

const settings = createRoute({
  getParentRoute,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('#features/settings/ui/settings-page.tsx'),
    'SettingsPage',
  ),
});

/** Accounts, one's own profile, and the dated settings. */
export const accountPages = [accounts, newAccount, account, profile, settings] as const;
