import { AppError } from '#core/app-error.ts';
import type { Stages } from '#platform/http/stages.ts';

import type { AccountDependencies } from './dependencies.ts';
import { linkIdentity } from './link-identity.ts';
import type { StartedFlow } from './oidc-flow-cookie.ts';
import type { OidcProvider } from './oidc-provider.ts';
import { openSession } from './open-session.ts';
import { AT_THE_DOOR } from './sign-in.ts';

/** @throws AppError `oidc.not_configured`. */
export function getProvider({ oidc }: AccountDependencies): OidcProvider {
  if (oidc === null) throw new AppError('conflict', 'oidc.not_configured');
  return oidc;
}

/**
 * Signs in the account that is linked to the identity; none is ever made. Returns the session's token.
 * @throws AppError `oidc.not_linked`, `sign_in.account_disabled`, and as the provider's `finish`.
 */
export async function signInByIdentity(
  stages: Stages,
  dependencies: AccountDependencies,
  { search, flow }: { readonly search: string; readonly flow: StartedFlow },
): Promise<string> {
  const provider = getProvider(dependencies);
  const subject = await provider.finish(search, flow);
  const settings = await dependencies.settings(stages.now);
  const account = await stages.transact(
    ({ transaction }) =>
      transaction
        .selectFrom('oidcIdentities')
        .innerJoin('accounts', 'accounts.id', 'oidcIdentities.accountId')
        .select(['accounts.id', 'accounts.unionId', 'accounts.displayName', 'accounts.disabledAt'])
        .where('issuer', '=', provider.issuer)
        .where('subject', '=', subject)
        .executeTakeFirst(),
    AT_THE_DOOR,
  );
  if (account === undefined) throw new AppError('forbidden', 'oidc.not_linked');
  if (account.disabledAt !== null) throw new AppError('forbidden', 'sign_in.account_disabled');
  const { id: accountId, displayName: name, unionId } = account;
  return stages.transact(
    async (context) => {
      const token = await openSession(context, {
        accountId,
        formerSessionId: stages.actor.sessionId,
        settings,
      });
      await context.record({ subjectId: accountId, after: { issuer: provider.issuer } });
      return token;
    },
    { ...AT_THE_DOOR, accountId, name, unionId },
  );
}

/**
 * Links the identity to the account that asked for it, which must still be the one signed in here.
 * @throws AppError `oidc.link_of_another_person`, `oidc.identity_taken`, and as `finish`.
 */
export async function linkOwnIdentity(
  stages: Stages,
  dependencies: AccountDependencies,
  { search, flow }: { readonly search: string; readonly flow: StartedFlow },
): Promise<void> {
  const provider = getProvider(dependencies);
  const accountId = flow.linkAccountId;
  if (accountId === null || stages.actor.accountId !== accountId) {
    throw new AppError('forbidden', 'oidc.link_of_another_person');
  }
  const { issuer } = provider;
  const subject = await provider.finish(search, flow);
  await stages.transact(async (context) => {
    await linkIdentity(context, { accountId, issuer, subject });
    await context.record({
      action: 'account.identity_linked',
      subjectId: accountId,
      after: { issuer, subject },
    });
  });
}
