import { useQueryClient } from '@tanstack/react-query';

import { callRoute } from '#ui/call-route.ts';
import { clearDrafts } from '#ui/form/draft-store.ts';

import { SIGN_IN_ROUTES } from '../../rules/sign-in-routes.ts';
import { useForgetSession } from '../session-queries.ts';

/** Leaves nothing of the person on this phone, even when the server cannot be told. */
export function usePhoneSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const forget = useForgetSession();
  return async () => {
    await callRoute(SIGN_IN_ROUTES.signOut).catch(() => undefined);
    clearDrafts(window.sessionStorage);
    clearDrafts(window.localStorage);
    forget();
    // The door asks again who is there, and offers to sign in.
    await client.invalidateQueries({ queryKey: ['session'] });
  };
}
