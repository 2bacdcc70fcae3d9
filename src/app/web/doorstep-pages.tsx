import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const SignInSearch = z.object({
  from: z.string().max(500).optional().catch(undefined),
  failure: z.string().max(60).optional().catch(undefined),
});

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  validateSearch: SignInSearch,
  component: lazyRouteComponent(
    () => import('#features/accounts/ui/sign-in-page.tsx'),
    'SignInPage',
  ),
});

const setup = createRoute({
  getParentRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('#features/accounts/ui/setup-page.tsx'), 'SetupPage'),
});

const password = createRoute({
  getParentRoute,
  path: '/password',
  component: lazyRouteComponent(
    () => import('#features/accounts/ui/password-page.tsx'),
    'PasswordPage',
  ),
});

const secondFactor = createRoute({
  getParentRoute,
  path: '/second-factor',
  component: lazyRouteComponent(
    () => import('#features/accounts/ui/second-factor-page.tsx'),
    'SecondFactorPage',
  ),
});

/** Pages for people who are not in the house yet; `house.tsx` knows their addresses. */
export const doorstepPages = [signIn, setup, password, secondFactor] as const;
