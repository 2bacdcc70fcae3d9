import type { FastifyReply } from 'fastify';

import { AppError, isAppError } from '#core/app-error.ts';
import type { Api, Wire } from '#platform/http/api.ts';
import type { Stages } from '#platform/http/stages.ts';

import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import type { AccountDependencies } from './dependencies.ts';
import { unlinkIdentities } from './link-identity.ts';
import { setFlowCookie, takeFlowCookie } from './oidc-flow-cookie.ts';
import { getProvider, linkOwnIdentity, signInByIdentity } from './oidc-sign-in.ts';
import { confirmOwnPassword } from './own-account.ts';
import { listIdentities } from './read-accounts.ts';
import { setSessionCookie } from './session-cookie.ts';
import { recordFailure } from './sign-in.ts';

/** Signing in through the identity provider, and linking the own account with it. */
export function addOidcRoutes(api: Api, dependencies: AccountDependencies): void {
  const start = async (
    stages: Stages,
    reply: FastifyReply,
    linkAccountId: number | null,
  ): Promise<{ url: string }> => {
    const { url, flow } = await getProvider(dependencies).begin();
    const startedAtMs = stages.now.getTime();
    setFlowCookie(reply, dependencies, { ...flow, startedAtMs, linkAccountId });
    return { url };
  };
  api.bind(SIGN_IN_ROUTES.offerOidc, async () => ({ label: dependencies.oidc?.label ?? null }));
  api.bindStaged(SIGN_IN_ROUTES.startOidc, (stages, _input, { reply }) =>
    start(stages, reply, null),
  );
  api.bindStaged(SIGN_IN_ROUTES.startOidcLink, async (stages, { body }, { reply }) => {
    const settings = await dependencies.settings(stages.now);
    const { password } = body;
    const { id } = await confirmOwnPassword(stages, dependencies, { password, settings });
    return start(stages, reply, id);
  });
  api.bindStaged(SIGN_IN_ROUTES.oidcCallback, (stages, _input, wire) =>
    comeBack(stages, dependencies, wire),
  );
  api.bind(SIGN_IN_ROUTES.listOwnIdentities, async ({ transaction, actor }) => ({
    items: await listIdentities(transaction, actor.accountId ?? 0),
  }));
  api.bindStaged(SIGN_IN_ROUTES.unlinkOwnIdentity, async (stages, { body }) => {
    const settings = await dependencies.settings(stages.now);
    const { password } = body;
    const { id } = await confirmOwnPassword(stages, dependencies, { password, settings });
    await stages.transact(async (context) => {
      const count = await unlinkIdentities(context, id);
      if (count === 0) throw new AppError('conflict', 'oidc.not_linked');
      await context.record({ subjectId: id, before: { count } });
    });
    return {};
  });
}

/** A browser comes back, not our page: what went wrong is shown where it is sent to. */
async function comeBack(
  stages: Stages,
  dependencies: AccountDependencies,
  { request, reply }: Wire,
): Promise<FastifyReply> {
  const flow = takeFlowCookie({ request, reply }, dependencies.cipher, stages.now);
  const isLink = flow !== undefined && flow.linkAccountId !== null;
  try {
    if (flow === undefined) throw new AppError('conflict', 'oidc.flow_lost');
    const { search } = new URL(request.url, 'http://localhost');
    if (isLink) {
      await linkOwnIdentity(stages, dependencies, { search, flow });
      return reply.redirect('/profile?linked=oidc');
    }
    const token = await signInByIdentity(stages, dependencies, { search, flow });
    setSessionCookie(reply, token, dependencies.isSecure);
    return reply.redirect('/');
  } catch (error) {
    if (!isAppError(error)) throw error;
    const failure = { username: '', account: undefined, code: error.code };
    await recordFailure(stages, dependencies, failure);
    const page = isLink ? '/profile' : '/sign-in';
    return reply.redirect(`${page}?failure=${encodeURIComponent(error.code)}`);
  }
}
