import { callRoute } from '#ui/call-route.ts';
import { RequestFailure } from '#ui/request-failure.ts';

import type { SignIn } from '../rules/account-inputs.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';

/** Signs in; asked for it after failures, the browser proves some work, unseen. */
export async function signInWithProof(body: SignIn): Promise<SessionView> {
  try {
    return await callRoute(SIGN_IN_ROUTES.signIn, { body });
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.code !== 'sign_in.proof_required') throw error;
    const { challenge, bits } = error.params;
    // Most people never need it, and a phone pays for every kilobyte.
    const { findProof } = await import('./find-proof.ts');
    const proof = await findProof(String(challenge), Number(bits));
    return callRoute(SIGN_IN_ROUTES.signIn, { body: { ...body, proof } });
  }
}
