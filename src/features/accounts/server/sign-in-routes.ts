import type { FastifyRequest } from 'fastify';

import type { Api } from '#platform/http/api.ts';
import type { Stages } from '#platform/http/stages.ts';

import { toPasswordSettings } from '../rules/account-settings.ts';
import { listPasswordRules } from '../rules/judge-password.ts';
import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { changePassword } from './change-password.ts';
import type { AccountDependencies } from './dependencies.ts';
import { giveSecondFactor } from './give-second-factor.ts';
import { addOidcRoutes } from './oidc-routes.ts';
import { loadSessionView } from './open-session.ts';
import { endOtherSessions, endOwnSession, listOpenSessions, signOut } from './own-sessions.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import {
  confirmSecondFactor,
  prepareSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './set-up-second-factor.ts';
import { isSetupNeeded, setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';

/** Before and for the own account. */
export function addSignInRoutes(api: Api, dependencies: AccountDependencies): void {
  addSessionRoutes(api, dependencies);
  addSecondFactorRoutes(api, dependencies);
  addOidcRoutes(api, dependencies);
  api.bindStaged(SIGN_IN_ROUTES.setupState, async (stages) => ({
    isNeeded: await isSetupNeeded(stages),
  }));
  api.bindStaged(SIGN_IN_ROUTES.runSetup, async (stages, { body }) => ({
    passwords: await setUp(stages, dependencies, body),
  }));
}

function addSessionRoutes(api: Api, dependencies: AccountDependencies): void {
  api.bindStaged(SIGN_IN_ROUTES.signIn, async (stages, { body }, { reply }) => {
    const { token, view } = await signIn(stages, dependencies, body);
    setSessionCookie(reply, token, dependencies.isSecure);
    return view;
  });
  api.bindStaged(SIGN_IN_ROUTES.currentSession, (stages, _input, { request }) =>
    seeSession(stages, dependencies, request),
  );
  api.bindRaw(SIGN_IN_ROUTES.signOut, async (context, _input, { reply }) => {
    await signOut(context);
    clearSessionCookie(reply);
    return {};
  });
  api.bindStaged(SIGN_IN_ROUTES.changePassword, async (stages, { body }, { request }) => {
    await changePassword(stages, dependencies, body);
    return seeSession(stages, dependencies, request);
  });
  api.bindStaged(SIGN_IN_ROUTES.passwordRules, async ({ now }) => {
    const settings = toPasswordSettings(await dependencies.settings(now));
    return { rules: listPasswordRules(settings) };
  });
  api.bindStaged(SIGN_IN_ROUTES.listOwnSessions, async (stages) => {
    const settings = await dependencies.settings(stages.now);
    const accountId = stages.actor.accountId ?? 0;
    return stages.transact(async (context) => ({
      items: await listOpenSessions(context, accountId, settings),
    }));
  });
  api.bind(SIGN_IN_ROUTES.endOwnSession, async (context, { params }) => {
    await endOwnSession(context, params.id);
    return {};
  });
  api.bind(SIGN_IN_ROUTES.endOtherSessions, async (context) => ({
    ended: await endOtherSessions(context),
  }));
}

function addSecondFactorRoutes(api: Api, dependencies: AccountDependencies): void {
  api.bindStaged(SIGN_IN_ROUTES.giveSecondFactor, async (stages, { body }, { request }) => {
    await giveSecondFactor(stages, dependencies, body.code);
    return seeSession(stages, dependencies, request);
  });
  // Secrets that are shown once are no replies to keep under an idempotency key.
  api.bindStaged(SIGN_IN_ROUTES.prepareSecondFactor, (stages) =>
    stages.transact((context) => prepareSecondFactor(context, dependencies)),
  );
  api.bindStaged(SIGN_IN_ROUTES.confirmSecondFactor, (stages, { body }) =>
    stages.transact(async (context) => ({
      recoveryCodes: await confirmSecondFactor(context, dependencies, body.code),
    })),
  );
  api.bindStaged(SIGN_IN_ROUTES.renewRecoveryCodes, async (stages, { body }) => ({
    recoveryCodes: await renewRecoveryCodes(stages, dependencies, body.password),
  }));
  api.bindStaged(SIGN_IN_ROUTES.removeSecondFactor, async (stages, { body }, { request }) => {
    await removeSecondFactor(stages, dependencies, body.password);
    return seeSession(stages, dependencies, request);
  });
}

async function seeSession(
  stages: Stages,
  dependencies: AccountDependencies,
  request: FastifyRequest,
): Promise<SessionView> {
  const settings = await dependencies.settings(stages.now);
  return stages.transact((context) =>
    loadSessionView(context, readSessionCookie(request), settings),
  );
}
