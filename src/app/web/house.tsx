import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactElement } from 'react';

import type { SessionView } from '#features/accounts/rules/session-view.ts';
import { findDoor, useForgetSession, useSession } from '#features/accounts/ui/session-queries.ts';
import { useSignOut } from '#features/accounts/ui/use-sign-out.ts';
import { onSignedOut } from '#ui/api-client.ts';
import { QueryState } from '#ui/query-state.tsx';
import { RequestFailure } from '#ui/request-failure.ts';
import { RightsContext } from '#ui/rights.ts';
import { AppShell } from '#ui/shell/app-shell.tsx';
import { SampleBanner } from '#ui/shell/sample-banner.tsx';

import { listMenu } from './app-menu.tsx';

/** Pages outside the house: for those who are not signed in, or not fully. */
const DOORSTEP: ReadonlySet<string> = new Set([
  '/sign-in',
  '/setup',
  '/password',
  '/second-factor',
]);

/** The house around a page, for whom is let in; the doorstep for everybody else. */
export function House(): ReactElement {
  const { pathname } = useLocation();
  return DOORSTEP.has(pathname) ? <Outlet /> : <Inside />;
}

function Inside(): ReactElement {
  const query = useSession();
  const { href } = useLocation();
  useSignInAgain(href);
  if (query.error instanceof RequestFailure && query.error.status === 401) {
    return <Navigate to="/sign-in" search={{ from: href }} replace />;
  }
  return (
    <QueryState query={query}>
      {(session) => {
        const door = findDoor(session);
        if (door !== undefined) return <Navigate to={door} replace />;
        return (
          <RightsContext.Provider value={session}>
            <Rooms session={session} />
          </RightsContext.Provider>
        );
      }}
    </QueryState>
  );
}

function Rooms({ session }: { readonly session: SessionView }): ReactElement {
  const signOut = useSignOut();
  return (
    <AppShell
      productName="送暖"
      unionName={session.unionName}
      user={{ name: session.displayName }}
      unreadCount={session.unreadNotices}
      inboxPath="/inbox"
      profilePath="/profile"
      onSignOut={() => void signOut()}
      groups={listMenu(session)}
      banner={session.isSample ? <SampleBanner /> : null}
    >
      <Outlet />
    </AppShell>
  );
}

/** A session that ended while a page was open leads back to this page after signing in again. */
function useSignInAgain(href: string): void {
  const navigate = useNavigate();
  const forget = useForgetSession();
  useEffect(() => {
    onSignedOut(() => {
      forget();
      void navigate({ to: '/sign-in', search: { from: href } });
    });
    return () => onSignedOut(() => undefined);
  }, [href, navigate, forget]);
}
