import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import {
  readCorrectionSearch,
  readFormSearch,
  readInvitationSearch,
  readMemberSearch,
} from '#features/workers/ui/desk/desk-queries.ts';

import { rootRoute } from './root-route.tsx';

const getParentRoute = (): typeof rootRoute => rootRoute;

const invitations = createRoute({
  getParentRoute,
  path: '/worker-invitations',
  validateSearch: readInvitationSearch,
  component: lazyRouteComponent(() => import('./invitations-room.tsx'), 'InvitationsRoom'),
});

const members = createRoute({
  getParentRoute,
  path: '/union-members',
  validateSearch: readMemberSearch,
  component: lazyRouteComponent(
    () => import('#features/workers/ui/desk/members-page.tsx'),
    'MembersPage',
  ),
});

const membersImport = createRoute({
  getParentRoute,
  path: '/union-members/import',
  component: lazyRouteComponent(
    () => import('#features/workers/ui/desk/import-members-page.tsx'),
    'MembersImportPage',
  ),
});

const familyForms = createRoute({
  getParentRoute,
  path: '/family-forms',
  validateSearch: readFormSearch,
  component: lazyRouteComponent(
    () => import('#features/workers/ui/desk/family-forms-page.tsx'),
    'FamilyFormsPage',
  ),
});

const familyForm = createRoute({
  getParentRoute,
  path: '/family-forms/$id',
  component: lazyRouteComponent(() => import('./family-form-room.tsx'), 'FamilyFormRoom'),
});

const corrections = createRoute({
  getParentRoute,
  path: '/corrections',
  validateSearch: readCorrectionSearch,
  component: lazyRouteComponent(
    () => import('#features/workers/ui/desk/corrections-page.tsx'),
    'CorrectionsPage',
  ),
});

/** 职工服务: the union's side of its workers' access. Their own pages are an app of their own. */
export const workerPages = [
  invitations,
  members,
  membersImport,
  familyForms,
  familyForm,
  corrections,
] as const;
