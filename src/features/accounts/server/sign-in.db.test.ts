import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  TEST_PASSWORD,
  cookieOf,
  openAccountTest,
} from '../../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../../tests/support/account-fixture.ts';
import type { TestReply } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';
import { hasProof, toProofText } from '../rules/proof-of-work.ts';

let test: AccountTest;

beforeAll(async () => {
  test = await openAccountTest();
});
afterAll(() => test.close());
beforeEach(() => {
  test.setNow(TEST_NOW);
  test.settings.reset();
});

const WRONG = 'not-The-Right-1';
const after = (minutes: number): void =>
  test.setNow(new Date(TEST_NOW.getTime() + minutes * 60_000));

function solve(reply: TestReply): { challenge: string; nonce: string } {
  const { challenge, bits } = reply.body.params;
  for (let count = 0; ; count++) {
    const text = toProofText(challenge, String(count));
    const digest = createHash('sha256').update(text).digest('hex');
    if (hasProof(digest, bits)) return { challenge, nonce: String(count) };
  }
}

/** Fails so often, with a proof where one is asked for. */
async function fail(username: string, times: number): Promise<TestReply> {
  let reply = await test.signIn(username, WRONG);
  for (let count = 1; count < times; count++) reply = await tryWithProof(username, WRONG);
  return reply;
}

async function tryWithProof(username: string, password?: string): Promise<TestReply> {
  const reply = await test.signIn(username, password);
  if (reply.body.code !== 'sign_in.proof_required') return reply;
  return test.signIn(username, password, { proof: solve(reply) });
}

const auditOf = (accountId: number) =>
  test.owner.query
    .selectFrom('auditEntries')
    .select(['action', 'outcome', 'body'])
    .where('subjectId', '=', String(accountId))
    .orderBy('id')
    .execute();

describe('a name that is none', () => {
  it('is counted like others but written nowhere: it may be a password', async () => {
    const typed = 'hunter2-of-li.qin';
    expect((await fail(typed, 5)).status).toBe(401);
    expect((await test.signIn(typed, WRONG)).body.code).toBe('sign_in.locked');
    const kept = await test.owner.query.selectFrom('signInAttempts').select('username').execute();
    const told = await test.owner.query.selectFrom('auditEntries').select('body').execute();
    expect(JSON.stringify([kept, told])).not.toContain('hunter2');
  });
});

describe('the right name and password', () => {
  it('open a session that says who it is and what it may do', async () => {
    await test.addAccount('li.qin');
    const reply = await test.signIn(' Li.Qin ');
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      username: 'li.qin',
      unionName: '样例甲街总工会',
      restriction: null,
      secondFactor: 'none',
      roles: [{ role: 'town_officer', unionName: '样例甲街总工会' }],
      passwordDaysLeft: 90,
    });
    expect(reply.body.permissions).toContain('unions.read');
    const session = test.asSession(cookieOf(reply), reply.body.csrfToken);
    expect((await session.get('/api/session')).body).toEqual(reply.body);
  });

  it('set a cookie that no script reads and no other site sends, new at each sign-in', async () => {
    await test.addAccount('cookie');
    const [first, second] = [await test.signIn('cookie'), await test.signIn('cookie')];
    expect(first.headers['set-cookie']).toMatch(/Path=\/; HttpOnly; SameSite=Lax/);
    expect(cookieOf(first)).not.toBe(cookieOf(second));
    const stored = await test.owner.query.selectFrom('sessions').select('tokenDigest').execute();
    expect(stored.some(({ tokenDigest }) => tokenDigest.toString().includes(cookieOf(first)))).toBe(
      false,
    );
  });

  it('are written to the log with the person, and so are failures', async () => {
    const id = await test.addAccount('logged');
    await test.signIn('logged', WRONG);
    await test.signIn('logged');
    const entries = await auditOf(id);
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['session.sign_in_failed', 'failed'],
      ['session.signed_in', 'done'],
    ]);
    expect(JSON.stringify(entries)).not.toContain(WRONG);
  });
});

describe('a wrong name', () => {
  it('gets the answer of a wrong password', async () => {
    await test.addAccount('known');
    const [known, unknown] = [
      await test.signIn('known', WRONG),
      await test.signIn('nobody', WRONG),
    ];
    const { requestId: _one, ...left } = known.body;
    const { requestId: _two, ...right } = unknown.body;
    expect([known.status, left]).toEqual([unknown.status, right]);
    expect(known.body.code).toBe('sign_in.wrong');
  });

  it('is masked in the log, since it may be a password', async () => {
    await test.signIn('Secret-Typed-Here', WRONG);
    const entries = await test.owner.query.selectFrom('auditEntries').select('body').execute();
    expect(JSON.stringify(entries)).not.toContain('secret-typed');
  });

  it('is locked like a known one', async () => {
    expect((await fail('ghost', 6)).body.code).toBe('sign_in.locked');
  });
});

describe('failures', () => {
  it('ask for a proof of work from the third on, which is good once', async () => {
    await test.addAccount('proof');
    await fail('proof', 3);
    const asked = await test.signIn('proof');
    expect(asked.body.code).toBe('sign_in.proof_required');
    const proof = solve(asked);
    expect((await test.signIn('proof', WRONG, { proof })).body.code).toBe('sign_in.wrong');
    expect((await test.signIn('proof', WRONG, { proof })).body.code).toBe('sign_in.proof_required');
    expect((await tryWithProof('proof')).status).toBe(200);
  });

  it('take no proof made for another name or after its time', async () => {
    await test.addAccount('proof2');
    await test.addAccount('proof3');
    await fail('proof2', 3);
    await fail('proof3', 3);
    const proof = solve(await test.signIn('proof2'));
    expect((await test.signIn('proof3', WRONG, { proof })).body.code).toBe(
      'sign_in.proof_required',
    );
    after(6);
    expect((await test.signIn('proof2', WRONG, { proof })).body.code).toBe(
      'sign_in.proof_required',
    );
  });

  it('lock the name after five for half an hour, the right password included', async () => {
    await test.addAccount('locked');
    await fail('locked', 5);
    expect((await tryWithProof('locked')).body).toMatchObject({
      code: 'sign_in.locked',
      params: { minutes: 30 },
    });
    after(29);
    expect((await tryWithProof('locked')).body.code).toBe('sign_in.locked');
    after(30);
    expect((await tryWithProof('locked')).status).toBe(200);
  });

  it('cannot slip under the limit by coming all at once', async () => {
    await test.addAccount('crowd');
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => test.signIn('crowd', WRONG)),
    );
    const judged = replies.filter(({ body }) => body.code === 'sign_in.wrong');
    expect(judged).toHaveLength(3);
  });

  it('are forgotten with a sign-in', async () => {
    await test.addAccount('forgiven');
    await fail('forgiven', 2);
    await test.signIn('forgiven');
    await fail('forgiven', 2);
    expect((await test.signIn('forgiven')).status).toBe(200);
  });
});

describe('an account', () => {
  it('that is disabled says so to the right password only', async () => {
    const id = await test.addAccount('disabled');
    await test.owner.query
      .updateTable('accounts')
      .set({ disabledAt: TEST_NOW })
      .where('id', '=', id)
      .execute();
    expect((await test.signIn('disabled', WRONG)).body.code).toBe('sign_in.wrong');
    expect((await test.signIn('disabled')).body.code).toBe('sign_in.account_disabled');
  });

  it('with a first password may only change it', async () => {
    await test.addAccount('first', { mustChangePassword: true });
    const first = await test.enter('first');
    expect((await first.get('/api/session')).body.restriction).toBe('password_change');
    const refused = await first.get('/api/sessions');
    expect([refused.status, refused.body.code]).toEqual([403, 'session.password_change_required']);
    const next = 'Chengnan-River5';
    const changed = await first.post('/api/password', { current: TEST_PASSWORD, next });
    expect(changed.body.restriction).toBe(null);
    expect((await first.get('/api/sessions')).status).toBe(200);
    expect((await test.signIn('first')).body.code).toBe('sign_in.wrong');
    expect((await test.signIn('first', next)).status).toBe(200);
  });

  it('whose password is ninety days old must change it', async () => {
    await test.addAccount('old');
    after(90 * 24 * 60);
    expect((await test.signIn('old')).body).toMatchObject({
      restriction: 'password_change',
      passwordDaysLeft: 0,
    });
  });
});

describe('where one session a person is set', () => {
  it('a new sign-in ends the older one', async () => {
    await test.addAccount('single');
    test.settings.values = { ...test.settings.values, 'sessions.is_single': true };
    const older = await test.enter('single');
    const newer = await test.enter('single');
    expect((await older.get('/api/session')).status).toBe(401);
    expect((await newer.get('/api/session')).status).toBe(200);
  });
});

describe('where a second factor is asked of staff', () => {
  it('a session without one may only set it up', async () => {
    await test.addAccount('staffed', { role: 'town_officer' });
    const values = { ...test.settings.values };
    test.settings.values = { ...values, 'sign_in.is_second_factor_for_staff': true };
    expect((await test.signIn('staffed')).body).toMatchObject({
      restriction: 'second_factor',
      secondFactor: 'to_be_set_up',
    });
    test.settings.values = values;
  });
});

describe('hashes', () => {
  it('of weaker parameters are made anew at sign-in', async () => {
    const { hash } = await import('@node-rs/argon2');
    const id = await test.addAccount('rehash');
    await test.owner.query
      .updateTable('accounts')
      .set({ passwordHash: await hash(TEST_PASSWORD, { memoryCost: 8192, timeCost: 1 }) })
      .where('id', '=', id)
      .execute();
    expect((await test.signIn('rehash')).status).toBe(200);
    const { passwordHash } = await test.owner.query
      .selectFrom('accounts')
      .select('passwordHash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(passwordHash).toContain('m=19456,t=2,p=1');
    expect((await test.signIn('rehash')).status).toBe(200);
  });
});

describe('writes', () => {
  it('without the token, or from another site, are refused', async () => {
    await test.addAccount('csrf');
    const reply = await test.signIn('csrf');
    const bare = test.asSession(cookieOf(reply), 'wrong');
    expect((await bare.post('/api/sessions/end-others')).body.code).toBe('request.token_missing');
    const session = test.asSession(cookieOf(reply), reply.body.csrfToken);
    const foreign = await session.send({
      method: 'POST',
      url: '/api/sessions/end-others',
      body: {},
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.body.code).toBe('request.foreign_origin');
    const signIn = await test.anonymous.send({
      method: 'POST',
      url: '/api/sign-in',
      body: { username: 'csrf', password: TEST_PASSWORD },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(signIn.body.code).toBe('request.foreign_origin');
  });
});
