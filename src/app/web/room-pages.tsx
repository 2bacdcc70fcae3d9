import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { readAuditSearch } from '#features/audit/ui/audit-search.ts';
import { readJobSearch } from '#features/jobs/ui/job-search.ts';
import { readInboxSearch, readOutboxSearch } from '#features/notices/ui/notice-search.ts';
import { readUnionSearch } from '#features/organizations/ui/union-search.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const workbench = createRoute({
  getParentRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./workbench-page.tsx'), 'WorkbenchPage'),
});

const unions = createRoute({
  getParentRoute,
  path: '/unions',
  validateSearch: readUnionSearch,
  component: lazyRouteComponent(
    () => import('#features/organizations/ui/unions-page.tsx'),
    'UnionsPage',
  ),
});

const unionImport = createRoute({
  getParentRoute,
  path: '/unions/import',
  component: lazyRouteComponent(
    () => import('#features/organizations/ui/import-page.tsx'),
    'ImportPage',
  ),
});

const union = createRoute({
  getParentRoute,
  path: '/unions/$id',
  component: lazyRouteComponent(() => import('./union-room.tsx'), 'UnionRoom'),
});

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit-room.tsx'), 'AuditRoom'),
});

const integrity = createRoute({
  getParentRoute,
  path: '/audit/integrity',
  component: lazyRouteComponent(
    () => import('#features/audit/ui/integrity-page.tsx'),
    'IntegrityPage',
  ),
});

const auditEntry = createRoute({
  getParentRoute,
  path: '/audit/$id',
  component: lazyRouteComponent(() => import('#features/audit/ui/entry-page.tsx'), 'EntryPage'),
});

const jobs = createRoute({
  getParentRoute,
  path: '/jobs',
  validateSearch: readJobSearch,
  component: lazyRouteComponent(() => import('#features/jobs/ui/jobs-page.tsx'), 'JobsPage'),
});

const job = createRoute({
  getParentRoute,
  path: '/jobs/$id',
  component: lazyRouteComponent(() => import('#features/jobs/ui/job-page.tsx'), 'JobPage'),
});

const inbox = createRoute({
  getParentRoute,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('#features/notices/ui/inbox-page.tsx'), 'InboxPage'),
});

const outbox = createRoute({
  getParentRoute,
  path: '/outbox',
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(() => import('#features/notices/ui/outbox-page.tsx'), 'OutboxPage'),
});

const help = createRoute({
  getParentRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('./help-page.tsx'), 'HelpPage'),
});

const apiHelp = createRoute({
  getParentRoute,
  path: '/help/api',
  component: lazyRouteComponent(() => import('./api-help-page.tsx'), 'ApiHelpPage'),
});

/** The rooms of the house that are neither accounts nor evaluation. */
export const roomPages = [
  workbench,
  unions,
  unionImport,
  union,
  audit,
  integrity,
  auditEntry,
  jobs,
  job,
  inbox,
  outbox,
  help,
  apiHelp,
] as const;
