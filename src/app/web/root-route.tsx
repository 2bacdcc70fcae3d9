import { createRootRoute } from '@tanstack/react-router';

import { NotFoundPage } from '#ui/not-found-page.tsx';

import { AppShell } from './app-shell.tsx';

export const rootRoute = createRootRoute({
  component: AppShell,
  notFoundComponent: NotFoundPage,
});
