import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { rememberCsrfToken } from '#ui/api-client.ts';
import { callRoute } from '#ui/call-route.ts';

import type { Permission } from '../rules/permissions.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await callRoute(SIGN_IN_ROUTES.currentSession, { signal });
    rememberCsrfToken(session.csrfToken);
    return session;
  },
  // Who is not signed in is not signed in a second later either.
  retry: false,
  staleTime: 60_000,
});

/** Who is signed in. Fails with status 401 when nobody is. */
export function useSession(): UseQueryResult<SessionView> {
  return useQuery(sessionQuery);
}

/** Takes a session that a reply brought along (signing in, changing the password) as the current one. */
export function useTakeSession(): (session: SessionView) => void {
  const client = useQueryClient();
  return (session) => {
    rememberCsrfToken(session.csrfToken);
    client.setQueryData(sessionQuery.queryKey, session);
  };
}

/** After signing out nothing of what was read may stay in memory. */
export function useForgetSession(): () => void {
  const client = useQueryClient();
  return () => {
    rememberCsrfToken(undefined);
    client.clear();
  };
}

export function holds(session: SessionView | undefined, permission: Permission): boolean {
  return session?.permissions.includes(permission) ?? false;
}

/** What the button of the identity provider says; undefined where there is none. */
export function useOidcLabel(): string | undefined {
  const { data } = useQuery({
    queryKey: ['oidc-offer'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.offerOidc, { signal }),
    staleTime: 300_000,
  });
  return data?.label ?? undefined;
}

/** Where a session may be: before one of the doors, or anywhere in the house. */
export function findDoor({ restriction }: SessionView): '/password' | '/second-factor' | undefined {
  switch (restriction) {
    case 'password_change':
      return '/password';
    case 'second_factor':
      return '/second-factor';
    case null:
      return undefined;
  }
}
