import { createRootRoute } from '@tanstack/react-router';

import { NotFoundPage } from '#ui/not-found-page.tsx';

import { House } from './house.tsx';

export const rootRoute = createRootRoute({
  component: House,
  notFoundComponent: NotFoundPage,
});
