import {
  ClientSecretPost,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';

import { AppError } from '#core/app-error.ts';

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our `/api/oidc/callback` as the provider knows it. */
  readonly redirectUrl: string;
  /** What the button says. */
  readonly label: string;
}

/** What must be remembered between leaving for the provider and coming back. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** The identity provider (OpenID Connect, code flow with PKCE); first spoken to when someone uses it. */
export interface OidcProvider {
  readonly label: string;
  readonly issuer: string;
  /** @throws AppError `unavailable` `oidc.provider_unreachable`. */
  readonly begin: () => Promise<{ readonly url: string; readonly flow: OidcFlow }>;
  /**
   * @param search the query string the provider sent the browser back with.
   * @returns the person's name at the provider (`sub`).
   * @throws AppError `oidc.refused`, `oidc.provider_unreachable`.
   */
  readonly finish: (search: string, flow: OidcFlow) => Promise<string>;
}

const TIMEOUT_SECONDS = 8;

export function createOidcProvider(options: OidcOptions): OidcProvider {
  const { label, issuer, redirectUrl } = options;
  let known: Promise<Configuration> | undefined;
  const configure = (): Promise<Configuration> => {
    // One that was down is asked again at the next try.
    known ??= discover(options).catch((error: unknown) => {
      known = undefined;
      throw new AppError('unavailable', 'oidc.provider_unreachable', {}, error);
    });
    return known;
  };
  return {
    label,
    issuer,
    begin: async () => beginFlow(await configure(), redirectUrl),
    finish: async (search, flow) => {
      const configuration = await configure();
      const url = new URL(redirectUrl);
      url.search = search;
      return redeem(configuration, url, flow);
    },
  };
}

async function beginFlow(
  configuration: Configuration,
  redirectUrl: string,
): Promise<{ readonly url: string; readonly flow: OidcFlow }> {
  const flow = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
  };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUrl,
    scope: 'openid',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, flow };
}

async function redeem(configuration: Configuration, url: URL, flow: OidcFlow): Promise<string> {
  try {
    const tokens = await authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: flow.codeVerifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    const subject = tokens.claims()?.sub;
    if (subject === undefined) throw new Error('the identity token names nobody');
    return subject;
  } catch (error) {
    throw toFailure(error);
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<Configuration> {
  const url = new URL(issuer);
  return discovery(url, clientId, undefined, ClientSecretPost(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    // Identities that cross a network in the clear can be taken; on this machine they cross none.
    execute: isOnThisMachine(url) ? [allowInsecureRequests] : [],
  });
}

function isOnThisMachine({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** A connection that failed is told apart from an answer that does not hold. */
function toFailure(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const isNetwork = error instanceof TypeError || code === 'OAUTH_TIMEOUT';
  return isNetwork
    ? new AppError('unavailable', 'oidc.provider_unreachable', {}, error)
    : new AppError('unauthenticated', 'oidc.refused', {}, error);
}
