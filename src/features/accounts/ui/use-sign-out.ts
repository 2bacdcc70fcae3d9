import { useNavigate } from '@tanstack/react-router';

import { callRoute } from '#ui/call-route.ts';
import { clearDrafts } from '#ui/form/draft-store.ts';

import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { useForgetSession } from './session-queries.ts';

/** Leaves nothing of the person at this computer, even when the server cannot be told. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  const forget = useForgetSession();
  return async () => {
    await callRoute(SIGN_IN_ROUTES.signOut).catch(() => undefined);
    clearDrafts(window.sessionStorage);
    clearDrafts(window.localStorage);
    forget();
    await navigate({ to: '/sign-in' });
  };
}
