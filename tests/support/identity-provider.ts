import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider } from 'oidc-provider';
import type { ProviderContext } from 'oidc-provider';

export const CLIENT = { clientId: 'songnuan', clientSecret: 'a-secret-of-the-tests' };
export const REDIRECT_URL = 'http://localhost/api/oidc/callback';

export interface IdentityProvider {
  readonly issuer: string;
  /** Who is signed in at the provider when a browser comes by. */
  person: string;
  /** Follows the provider's pages as a browser does; returns the address it is sent back to. */
  readonly visit: (url: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A real OpenID Connect provider on a port of this machine; it asks nobody for a password. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration());
  const answer = provider.callback();
  const started: IdentityProvider = {
    issuer,
    person: 'nobody',
    visit: (url) => followToOurs(url, issuer),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  server.on('request', (request, response) => {
    const isAsking = request.url?.startsWith('/interaction/') === true;
    const login = { login: { accountId: started.person } };
    void (isAsking
      ? provider.interactionFinished(request, response, login)
      : answer(request, response));
  });
  return started;
}

function configuration(): object {
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [REDIRECT_URL],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['of the tests'] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }: ProviderContext) => {
      const of = { accountId: oidc.session.accountId, clientId: oidc.client.clientId };
      const grant = new oidc.provider.Grant(of);
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

async function followToOurs(start: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let count = 0; count < 10; count++) {
    if (!url.startsWith(issuer)) return url;
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
    url = new URL(location, url).href;
  }
  throw new Error('the provider sends the browser in circles');
}
