import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  TEST_PASSWORD,
  cookieOf,
  openAccountTest,
} from '../../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../../tests/support/account-fixture.ts';
import type { TestClient } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';

let test: AccountTest;

beforeAll(async () => {
  test = await openAccountTest();
});
afterAll(() => test.close());
beforeEach(() => test.setNow(TEST_NOW));

const codeAt = (secret: string, offsetSeconds = 0): string =>
  new TOTP({ secret }).generate({ timestamp: test.now().getTime() + offsetSeconds * 1000 });
const wait = (seconds: number): void =>
  test.setNow(new Date(test.now().getTime() + seconds * 1000));

/** Sets up the second factor; the code just used belongs to this step. */
async function setUp(client: TestClient): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await client.post('/api/second-factor/prepare')).body;
  const reply = await client.post('/api/second-factor/confirm', { code: codeAt(secret) });
  expect(reply.status).toBe(200);
  return { secret, recoveryCodes: reply.body.recoveryCodes };
}

describe('a second factor', () => {
  it('is set up with a secret, a picture of it, one code and ten recovery codes', async () => {
    await test.addAccount('setup');
    const client = await test.enter('setup');
    const offer = (await client.post('/api/second-factor/prepare')).body;
    expect(offer.uri).toContain('otpauth://totp/');
    expect(offer.uri).toContain(offer.secret);
    expect(offer.qrSvg).toContain('<svg');
    const wrong = await client.post('/api/second-factor/confirm', { code: '000000' });
    expect(wrong.body.code).toBe('second_factor.wrong');
    const right = await client.post('/api/second-factor/confirm', { code: codeAt(offer.secret) });
    expect(new Set(right.body.recoveryCodes).size).toBe(10);
    expect((await client.get('/api/session')).body.secondFactor).toBe('given');
    const stored = await test.owner.query.selectFrom('accounts').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(offer.secret);
  });

  it('is asked for at the next sign-in before anything else, its own change included', async () => {
    await test.addAccount('asked');
    const { secret } = await setUp(await test.enter('asked'));
    wait(60);
    const client = await test.enter('asked');
    expect((await client.get('/api/session')).body).toMatchObject({
      restriction: 'second_factor',
      secondFactor: 'asked',
    });
    expect((await client.get('/api/sessions')).body.code).toBe('session.second_factor_required');
    const next = 'Chengnan-River5';
    const change = await client.post('/api/password', { current: TEST_PASSWORD, next });
    expect(change.body.code).toBe('session.second_factor_required');
    expect((await client.post('/api/second-factor/prepare')).status).toBe(409);
    const given = await client.post('/api/second-factor', { code: codeAt(secret) });
    expect(given.body).toMatchObject({ restriction: null, secondFactor: 'given' });
  });

  it('takes each code once, also from another session, and one step of clock error', async () => {
    await test.addAccount('replay');
    const { secret } = await setUp(await test.enter('replay'));
    const late = await test.enter('replay');
    expect((await late.post('/api/second-factor', { code: codeAt(secret) })).status).toBe(409);
    wait(60);
    const code = codeAt(secret, -30);
    expect((await late.post('/api/second-factor', { code })).status).toBe(200);
    const again = await test.enter('replay');
    const replay = await again.post('/api/second-factor', { code });
    expect(replay.body.code).toBe('second_factor.wrong');
    const old = await again.post('/api/second-factor', { code: codeAt(secret, -60) });
    expect(old.body.code).toBe('second_factor.wrong');
    expect((await again.post('/api/second-factor', { code: codeAt(secret, 30) })).status).toBe(200);
  });

  it('gives way to each recovery code once', async () => {
    await test.addAccount('recovery');
    const { recoveryCodes } = await setUp(await test.enter('recovery'));
    const [code = ''] = recoveryCodes;
    const first = await test.enter('recovery');
    const typed = code.toUpperCase().replace('-', ' ');
    expect((await first.post('/api/second-factor', { code: typed })).status).toBe(200);
    const second = await test.enter('recovery');
    expect((await second.post('/api/second-factor', { code })).status).toBe(409);
    expect((await second.post('/api/second-factor', { code: recoveryCodes[1] })).status).toBe(200);
  });

  it('locks the name after five wrong codes, even with the password given anew between them', async () => {
    await test.addAccount('guess');
    await setUp(await test.enter('guess'));
    const codes: string[] = [];
    for (let count = 0; count < 6; count++) {
      const reply = await test.signIn('guess');
      if (reply.status !== 200) {
        codes.push(reply.body.code);
        continue;
      }
      const client = test.asSession(cookieOf(reply), reply.body.csrfToken);
      codes.push((await client.post('/api/second-factor', { code: '000000' })).body.code);
    }
    expect(codes.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => 'second_factor.wrong'));
    expect(codes.slice(3)).toEqual(Array.from({ length: 3 }, () => 'sign_in.proof_required'));
  });

  it('is taken off with the password only', async () => {
    await test.addAccount('remove');
    const client = await test.enter('remove');
    await setUp(client);
    const wrong = await client.post('/api/second-factor/remove', { password: 'Wrong-Pass-99' });
    expect(wrong.body.code).toBe('account.password_wrong');
    const right = await client.post('/api/second-factor/remove', { password: TEST_PASSWORD });
    expect(right.body.secondFactor).toBe('none');
    expect((await test.signIn('remove')).body.restriction).toBe(null);
  });

  it('must be set up by an administrator before anything else', async () => {
    await test.addAccount('admin', { union: 'D', role: 'system_admin' });
    const client = await test.enter('admin');
    expect((await client.get('/api/session')).body).toMatchObject({
      restriction: 'second_factor',
      secondFactor: 'to_be_set_up',
    });
    expect((await client.get('/api/sessions')).status).toBe(403);
    await setUp(client);
    expect((await client.get('/api/sessions')).status).toBe(200);
  });

  it('has its codes replaced by new ones', async () => {
    await test.addAccount('renew');
    const client = await test.enter('renew');
    const { recoveryCodes } = await setUp(client);
    const reply = await client.post('/api/second-factor/recovery-codes', {
      password: TEST_PASSWORD,
    });
    expect(reply.body.recoveryCodes).toHaveLength(10);
    const other = await test.enter('renew');
    expect((await other.post('/api/second-factor', { code: recoveryCodes[0] })).status).toBe(409);
    const [code] = reply.body.recoveryCodes;
    expect((await other.post('/api/second-factor', { code })).status).toBe(200);
  });
});

describe('a new password', () => {
  it('must meet the rules, all of which are named', async () => {
    await test.addAccount('rules');
    const client = await test.enter('rules');
    const reply = await client.post('/api/password', { current: TEST_PASSWORD, next: 'abc' });
    expect(reply.status).toBe(422);
    expect(reply.body.reasons.map((reason: { code: string }) => reason.code)).toEqual([
      'password.too_short',
      'password.too_few_kinds',
    ]);
  });

  it('is none of the last five', async () => {
    await test.addAccount('history');
    const client = await test.enter('history');
    const passwords = ['Chengnan-River5', 'Huadu-Garden8', 'Xiguan-Lane62', 'Dongshan-Hill4'];
    let current = TEST_PASSWORD;
    for (const next of passwords) {
      expect((await client.post('/api/password', { current, next })).status).toBe(200);
      current = next;
    }
    for (const next of [TEST_PASSWORD, current]) {
      const reply = await client.post('/api/password', { current, next });
      expect(reply.body.code).toBe('password.was_used');
    }
    const next = 'Baiyun-Peak93';
    expect((await client.post('/api/password', { current, next })).status).toBe(200);
    const oldest = { current: next, next: TEST_PASSWORD };
    expect((await client.post('/api/password', oldest)).status).toBe(200);
  });

  it('needs the present one, and ends all other sessions', async () => {
    await test.addAccount('change');
    const [here, there] = [await test.enter('change'), await test.enter('change')];
    const next = 'Chengnan-River5';
    const wrong = await here.post('/api/password', { current: 'Wrong-Pass-99', next });
    expect(wrong.body.code).toBe('account.password_wrong');
    expect((await here.post('/api/password', { current: TEST_PASSWORD, next })).status).toBe(200);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await there.get('/api/session')).status).toBe(401);
  });
});

describe('sessions', () => {
  it('are listed to their person, ended one by one or all others at once', async () => {
    await test.addAccount('many');
    const [one, two, three] = [
      await test.enter('many'),
      await test.enter('many'),
      await test.enter('many'),
    ];
    const { items } = (await one.get('/api/sessions')).body;
    expect(items).toHaveLength(3);
    expect(items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    const twoId = (await two.get('/api/sessions')).body.items.find(
      ({ isCurrent }: { isCurrent: boolean }) => isCurrent,
    ).id;
    expect((await one.send({ method: 'DELETE', url: `/api/sessions/${twoId}` })).status).toBe(200);
    expect((await two.get('/api/session')).status).toBe(401);
    expect((await one.post('/api/sessions/end-others')).body).toEqual({ ended: 1 });
    expect((await three.get('/api/session')).status).toBe(401);
    expect((await one.get('/api/session')).status).toBe(200);
  });

  it('of another person are neither seen nor ended', async () => {
    await test.addAccount('mine');
    await test.addAccount('yours');
    const [mine, yours] = [await test.enter('mine'), await test.enter('yours')];
    const { id } = (await yours.get('/api/sessions')).body.items[0];
    const reply = await mine.send({ method: 'DELETE', url: `/api/sessions/${id}` });
    expect(reply.body.code).toBe('session.not_found');
    expect((await yours.get('/api/session')).status).toBe(200);
  });

  it('end with signing out, and the cookie goes', async () => {
    await test.addAccount('leave');
    const client = await test.enter('leave');
    const reply = await client.send({ method: 'DELETE', url: '/api/session' });
    expect(reply.headers['set-cookie']).toMatch(/Expires=Thu, 01 Jan 1970/);
    expect((await client.get('/api/session')).status).toBe(401);
  });
});
