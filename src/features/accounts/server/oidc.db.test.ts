import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  TEST_PASSWORD,
  cookieOf,
  openAccountTest,
} from '../../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../../tests/support/account-fixture.ts';
import type { TestClient, TestReply } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';
import {
  CLIENT,
  REDIRECT_URL,
  startIdentityProvider,
} from '../../../../tests/support/identity-provider.ts';
import type { IdentityProvider } from '../../../../tests/support/identity-provider.ts';
import { createOidcProvider } from './oidc-provider.ts';

let provider: IdentityProvider;
let test: AccountTest;

beforeAll(async () => {
  provider = await startIdentityProvider();
  const { issuer } = provider;
  test = await openAccountTest({
    oidc: createOidcProvider({
      ...CLIENT,
      issuer,
      redirectUrl: REDIRECT_URL,
      label: '统一身份认证登录',
    }),
  });
});
afterAll(async () => {
  await test.close();
  await provider.close();
});
beforeEach(() => test.setNow(TEST_NOW));

const flowCookieOf = (reply: TestReply): string =>
  /songnuan_oidc=[^;]+/.exec([reply.headers['set-cookie']].flat().join(';'))?.[0] ?? '';

/** The browser comes back with what the provider gave it, and its own cookies. */
const comeBack = (address: string, cookie: string): Promise<TestReply> =>
  test.anonymous.send({
    method: 'GET',
    url: address.replace('http://localhost', ''),
    headers: { cookie },
  });

async function signInAs(person: string): Promise<TestReply> {
  provider.person = person;
  const start = await test.anonymous.post('/api/oidc/start');
  return comeBack(await provider.visit(start.body.url), flowCookieOf(start));
}

async function linkByAdministrator(username: string, subject: string): Promise<number> {
  const id = await test.addAccount(username);
  const system = await test.asRole('system_admin', 'D');
  const body = { subject, reason: '人事系统同步' };
  expect((await system.post(`/api/accounts/${id}/identities`, body)).status).toBe(200);
  return id;
}

async function seeSession(reply: TestReply): Promise<TestReply> {
  return test.asSession(cookieOf(reply), '').get('/api/session');
}

describe('the identity provider', () => {
  it('is offered under its name', async () => {
    expect((await test.anonymous.get('/api/oidc')).body).toEqual({ label: '统一身份认证登录' });
  });

  it('signs in an account that an administrator linked, who is told of it', async () => {
    const id = await linkByAdministrator('linked', 'sub-linked');
    const told = await test.owner.query
      .selectFrom('notices')
      .select('code')
      .where('accountId', '=', id)
      .execute();
    expect(told).toEqual([{ code: 'account.identity_linked' }]);
    const reply = await signInAs('sub-linked');
    expect([reply.status, reply.headers.location]).toEqual([302, '/']);
    expect((await seeSession(reply)).body).toMatchObject({ username: 'linked' });
  });

  it('makes no account for a person that none is linked to', async () => {
    const before = await test.owner.query.selectFrom('accounts').selectAll().execute();
    const reply = await signInAs('sub-stranger');
    expect(reply.headers.location).toBe('/sign-in?failure=oidc.not_linked');
    expect(cookieOf(reply)).toBe('');
    const after = await test.owner.query.selectFrom('accounts').selectAll().execute();
    expect(after).toHaveLength(before.length);
  });

  it('opens no disabled account', async () => {
    const id = await linkByAdministrator('gone', 'sub-gone');
    await test.owner.query
      .updateTable('accounts')
      .set({ disabledAt: TEST_NOW })
      .where('id', '=', id)
      .execute();
    const reply = await signInAs('sub-gone');
    expect(reply.headers.location).toBe('/sign-in?failure=sign_in.account_disabled');
  });
});

describe('a flow', () => {
  it('that another one answers is refused: its state differs', async () => {
    await linkByAdministrator('state', 'sub-state');
    provider.person = 'sub-state';
    const [one, other] = [
      await test.anonymous.post('/api/oidc/start'),
      await test.anonymous.post('/api/oidc/start'),
    ];
    const reply = await comeBack(await provider.visit(one.body.url), flowCookieOf(other));
    expect(reply.headers.location).toBe('/sign-in?failure=oidc.refused');
    expect(cookieOf(reply)).toBe('');
  });

  it.each(['nonce', 'codeVerifier'])('with another %s is refused', async (field) => {
    provider.person = 'sub-state';
    const start = await test.anonymous.post('/api/oidc/start');
    const { cipher } = test.dependencies;
    const sealed = decodeURIComponent(flowCookieOf(start).replace('songnuan_oidc=', ''));
    const flow = JSON.parse(cipher.decrypt(sealed, 'oidc.flow'));
    const other = JSON.stringify({ ...flow, [field]: 'x'.repeat(43) });
    const cookie = `songnuan_oidc=${encodeURIComponent(cipher.encrypt(other, 'oidc.flow'))}`;
    const reply = await comeBack(await provider.visit(start.body.url), cookie);
    expect(reply.headers.location).toBe('/sign-in?failure=oidc.refused');
  });

  it('is good once, for ten minutes, in the browser that began it', async () => {
    provider.person = 'sub-state';
    const start = await test.anonymous.post('/api/oidc/start');
    const address = await provider.visit(start.body.url);
    const elsewhere = await comeBack(address, '');
    expect(elsewhere.headers.location).toBe('/sign-in?failure=oidc.flow_lost');
    test.setNow(new Date(TEST_NOW.getTime() + 11 * 60_000));
    const late = await comeBack(address, flowCookieOf(start));
    expect(late.headers.location).toBe('/sign-in?failure=oidc.flow_lost');
    test.setNow(TEST_NOW);
    expect((await comeBack(address, flowCookieOf(start))).headers.location).toBe('/');
    const again = await comeBack(address, flowCookieOf(start));
    expect(again.headers.location).toBe('/sign-in?failure=oidc.refused');
  });
});

describe('the own account', () => {
  async function startLink(
    username: string,
  ): Promise<{ client: TestClient; cookie: string; start: TestReply }> {
    const signedIn = await test.signIn(username);
    const client = test.asSession(cookieOf(signedIn), signedIn.body.csrfToken);
    const start = await client.post('/api/oidc/link', { password: TEST_PASSWORD });
    return { client, start, cookie: `songnuan_session=${cookieOf(signedIn)}` };
  }

  it('is linked by its person, who gives the password again', async () => {
    await test.addAccount('own');
    const { client, cookie, start } = await startLink('own');
    const wrong = await client.post('/api/oidc/link', { password: 'Wrong-Pass-99' });
    expect(wrong.body.code).toBe('account.password_wrong');
    provider.person = 'sub-own';
    const address = await provider.visit(start.body.url);
    const reply = await comeBack(address, `${cookie}; ${flowCookieOf(start)}`);
    expect(reply.headers.location).toBe('/profile?linked=oidc');
    expect((await client.get('/api/oidc/identities')).body.items).toMatchObject([
      { subject: 'sub-own' },
    ]);
    expect((await seeSession(await signInAs('sub-own'))).body.username).toBe('own');
    await client.post('/api/oidc/unlink', { password: TEST_PASSWORD });
    expect((await signInAs('sub-own')).headers.location).toContain('oidc.not_linked');
  });

  it('is not linked in the session of another person, nor to an identity already taken', async () => {
    await linkByAdministrator('owner', 'sub-taken');
    await test.addAccount('second');
    await test.addAccount('third');
    const { cookie, start } = await startLink('second');
    const third = `songnuan_session=${cookieOf(await test.signIn('third'))}`;
    provider.person = 'sub-taken';
    const address = await provider.visit(start.body.url);
    const foreign = await comeBack(address, `${third}; ${flowCookieOf(start)}`);
    expect(foreign.headers.location).toBe('/profile?failure=oidc.link_of_another_person');
    const taken = await comeBack(address, `${cookie}; ${flowCookieOf(start)}`);
    expect(taken.headers.location).toBe('/profile?failure=oidc.identity_taken');
  });
});

describe('a provider that is down', () => {
  it('is said to be, while passwords still open the door', async () => {
    const down = await openAccountTest({
      oidc: createOidcProvider({
        ...CLIENT,
        issuer: 'http://127.0.0.1:59999',
        redirectUrl: REDIRECT_URL,
        label: '统一身份认证登录',
      }),
    });
    try {
      const reply = await down.anonymous.post('/api/oidc/start');
      expect([reply.status, reply.body.code]).toEqual([503, 'oidc.provider_unreachable']);
      await down.addAccount('anyway');
      expect((await down.signIn('anyway')).status).toBe(200);
    } finally {
      await down.close();
    }
  });
});
