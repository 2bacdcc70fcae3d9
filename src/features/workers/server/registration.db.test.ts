import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { toPersonKey } from '#core/identity-number.ts';
import { createBlindIndex } from '#platform/secrets/blind-index.ts';

import type { TestReply } from '../../../../tests/support/api.ts';
import { newIdentity, openedFile, aFamily } from '../../../../tests/support/household-stage.ts';
import { openApplicationStage } from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';

let stage: ApplicationStage;
beforeAll(async () => {
  stage = await openApplicationStage();
});
afterAll(() => stage.close());

const PASSWORD = 'Wenxin-Song7';
let sender = 0;

/** Each from another address: limits count by it. */
function ask(url: string, body: unknown): Promise<TestReply> {
  return stage.api.anonymous.send({
    method: 'POST',
    url: `/api/registration/${url}`,
    body,
    from: `10.1.${Math.floor(++sender / 250)}.${sender % 250}`,
  });
}

const codeOf = (reply: TestReply): string => reply.body.code;

async function invite(more: object = {}): Promise<string> {
  const { body } = await stage.officer.post('/api/worker-invitations', {
    unionId: stage.api.unions.G11,
    name: '样例王五',
    expiresOn: '2026-03-20',
    ...more,
  });
  return body.code;
}

interface Member {
  readonly number: string;
  readonly name: string;
  readonly identity?: string;
}

let members = 0;

async function aMember(more: Partial<Member> = {}): Promise<Member & { readonly id: number }> {
  const member = { number: `44011800${++members}`, name: '样例赵六', ...more };
  const { api } = stage;
  const { rows } = await api.owner.pool.query<{ id: number }>(
    `insert into union_members (union_id, member_number, name, phone_secret, phone_index, identity_secret, identity_index)
      values ($1, $2, $3, '', 'p', $4, $5) returning id`,
    [
      api.unions.G11,
      member.number,
      member.name,
      member.identity === undefined ? null : 'x',
      member.identity === undefined
        ? null
        : createBlindIndex(api.keyring)('people.identity', toPersonKey(member.identity)),
    ],
  );
  const id = Number(rows[0]?.id);
  const identity = api.cipher.encrypt(member.identity ?? '', `union_members.identity:${id}`);
  await api.owner.pool.query(
    `update union_members set phone_secret = $2,
      identity_secret = case when identity_index is null then null else $3 end where id = $1`,
    [id, api.cipher.encrypt('13800138000', `union_members.phone:${id}`), identity],
  );
  return { ...member, id };
}

/** What was sent to a member; the phone itself is in no row. */
async function listTexts({ id }: { readonly id: number }): Promise<string[]> {
  const { rows } = await stage.api.owner.pool.query<{ text: string }>(
    `select text from outbox_messages where channel = 'sms' and recipient = $1`,
    [`member:${id}`],
  );
  return rows.map(({ text }) => text);
}

/** Of the only text so far. */
async function codeFor(member: { readonly id: number }): Promise<string> {
  const [text] = await listTexts(member);
  return /\d{6}/.exec(text ?? '')?.[0] ?? '';
}

async function countTexts(): Promise<number> {
  const { rows } = await stage.api.owner.pool.query<{ count: string }>(
    `select count(*) from outbox_messages where channel = 'sms'`,
  );
  return Number(rows[0]?.count);
}

describe('an invitation', () => {
  test('registers the worker it names, once', async () => {
    const code = await invite();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const greeting = await ask('invitation-check', { code });
    expect(greeting.body).toEqual({
      unionName: '样例甲一公司工会',
      name: '样***',
      expiresOn: '2026-03-20',
    });
    const body = { code, name: '样例王五', username: 'wangwu', password: PASSWORD };
    const other = await ask('by-invitation', { ...body, name: '样例别人' });
    expect(codeOf(other)).toBe('registration.name_differs');
    const weak = await ask('by-invitation', { ...body, password: '123456' });
    expect(codeOf(weak)).toBe('password.too_short');
    const done = await ask('by-invitation', body);
    expect(done.body).toEqual({ username: 'wangwu', unionName: '样例甲一公司工会' });
    const again = await ask('by-invitation', { ...body, username: 'wangwu2' });
    expect(codeOf(again)).toBe('registration.invitation_invalid');
    const signedIn = await stage.api.anonymous.post('/api/sign-in', {
      username: 'wangwu',
      password: PASSWORD,
    });
    expect(signedIn.body).toMatchObject({ displayName: '样例王五', restriction: null });
    expect(signedIn.body.permissions).toContain('workers.read_own');
    const { body: list } = await stage.officer.get('/api/worker-invitations?state=used');
    expect(list.items[0]).toMatchObject({ state: 'used', name: '样例王五' });
    const { id } = list.items[0];
    const { body: renewal } = await stage.officer.post(`/api/worker-invitations/${id}/renewal`);
    const renewed = await ask('by-invitation', {
      ...body,
      code: renewal.code,
      username: 'other.name',
      password: 'Qiuyuan-Song8',
    });
    expect(renewed.body).toMatchObject({ username: 'wangwu' });
    const again2 = await stage.api.anonymous.post('/api/sign-in', {
      username: 'wangwu',
      password: 'Qiuyuan-Song8',
    });
    expect(again2.status).toBe(200);
  });

  test('of somebody on file leads to the family’s file', async () => {
    const file = await openedFile(stage.officer, stage.api.unions.G11, aFamily());
    const [head] = file.form.people;
    const code = await invite({ personId: head?.id });
    const name = head?.name ?? '';
    await ask('by-invitation', { code, name, username: 'onfile', password: PASSWORD });
    const { rows } = await stage.api.owner.pool.query(
      `select w.person_id from worker_accounts w join accounts a on a.id = w.account_id where username = 'onfile'`,
    );
    expect(rows).toEqual([{ person_id: head?.id }]);
    const second = await stage.officer.post('/api/worker-invitations', {
      unionId: stage.api.unions.G11,
      name,
      personId: head?.id,
      expiresOn: '2026-03-20',
    });
    expect(codeOf(second)).toBe('invitation.has_account');
  });

  test('is told nothing of when it is unknown, revoked or expired: one answer', async () => {
    const revoked = await invite();
    const { body } = await stage.officer.get('/api/worker-invitations');
    const { id } = body.items[0];
    await stage.officer.post(`/api/worker-invitations/${id}/revocation`);
    const twice = await stage.officer.post(`/api/worker-invitations/${id}/revocation`);
    expect(codeOf(twice)).toBe('invitation.ended');
    const expired = await invite();
    await stage.api.owner.pool.query(
      `update worker_invitations set expires_on = '2026-03-01' where id = (select max(id) from worker_invitations)`,
    );
    const answers = await Promise.all(
      ['AAAABBBBCCCC', revoked, expired].map((code) => ask('invitation-check', { code })),
    );
    expect(answers.map((reply) => [reply.status, reply.body.code])).toEqual(
      answers.map(() => [422, 'registration.invitation_invalid']),
    );
  });

  test('is made for the officer’s own grassroots unions, for some weeks', async () => {
    const make = (more: object) =>
      stage.officer.post('/api/worker-invitations', {
        unionId: stage.api.unions.G11,
        name: '样例王五',
        expiresOn: '2026-03-20',
        ...more,
      });
    expect(codeOf(await make({ unionId: stage.api.unions.G21 }))).toBe('invitation.not_grassroots');
    expect(codeOf(await make({ expiresOn: '2026-03-02' }))).toBe('invitation.day_wrong');
    expect(codeOf(await make({ expiresOn: '2027-03-02' }))).toBe('invitation.day_wrong');
    expect(codeOf(await make({ personId: 999_999 }))).toBe('invitation.person_unknown');
  });
});

describe('a membership number', () => {
  test('registers with the code sent to the phone on the roster', async () => {
    const member = await aMember();
    const asked = await ask('codes', { memberNumber: member.number, name: member.name });
    expect(asked.body).toEqual({ requestId: expect.any(String), validMinutes: 10 });
    const code = await codeFor(member);
    const body = { requestId: asked.body.requestId, username: 'zhaoliu', password: PASSWORD };
    const wrong = await ask('by-member', {
      ...body,
      code: code === '000000' ? '111111' : '000000',
    });
    expect(codeOf(wrong)).toBe('registration.code_wrong');
    const done = await ask('by-member', { ...body, code });
    expect(done.body).toMatchObject({ username: 'zhaoliu' });
    const again = await ask('by-member', { ...body, username: 'zhaoliu2', code });
    expect(codeOf(again)).toBe('registration.code_wrong');
  });

  test('is linked by the identity number to the family’s file', async () => {
    const identity = newIdentity();
    const form = aFamily();
    const people = form.people.map((one, place) =>
      place === 0 ? { ...one, identityNumber: identity } : one,
    );
    const file = await openedFile(stage.officer, stage.api.unions.G11, { ...form, people });
    const member = await aMember({ identity });
    const asked = await ask('codes', { memberNumber: member.number, name: member.name });
    const code = await codeFor(member);
    const { requestId } = asked.body;
    await ask('by-member', { requestId, code, username: 'linked', password: PASSWORD });
    const signedIn = await stage.api.anonymous.post('/api/sign-in', {
      username: 'linked',
      password: PASSWORD,
    });
    const cookie = String(signedIn.headers['set-cookie']).match(/songnuan_session=([^;]+)/)?.[1];
    const client = stage.api.asSession(cookie ?? '', signedIn.body.csrfToken);
    const { body } = await client.get('/api/my/profile');
    expect(body).toMatchObject({ fileNumber: file.fileNumber, memberNumber: member.number });
  });

  test('gets the same answer whether it is anybody’s or not', async () => {
    const member = await aMember();
    const before = await countTexts();
    const tries = [
      { memberNumber: member.number, name: '样例别人' },
      { memberNumber: '999999999', name: member.name },
    ];
    for (const body of tries) {
      const reply = await ask('codes', body);
      expect(reply.status).toBe(200);
      expect(Object.keys(reply.body)).toEqual(['requestId', 'validMinutes']);
      const { requestId } = reply.body;
      for (let attempt = 0; attempt < 6; attempt += 1) {
        const answer = await ask('by-member', {
          requestId,
          code: '123456',
          username: `nobody${attempt}`,
          password: PASSWORD,
        });
        expect([answer.status, codeOf(answer)]).toEqual([422, 'registration.code_wrong']);
      }
    }
    expect(await countTexts()).toBe(before);
  });

  test('of somebody registered sets a new password, and says so on the phone alone', async () => {
    const member = await aMember();
    const first = await ask('codes', { memberNumber: member.number, name: member.name });
    const { requestId } = first.body;
    const code = await codeFor(member);
    await ask('by-member', { requestId, code, username: 'known', password: PASSWORD });
    const again = await ask('codes', { memberNumber: member.number, name: member.name });
    expect(Object.keys(again.body)).toEqual(['requestId', 'validMinutes']);
    const text = (await listTexts(member)).find((one) => one.includes('重设密码')) ?? '';
    const renewed = await ask('by-member', {
      requestId: again.body.requestId,
      code: /\d{6}/.exec(text)?.[0],
      username: 'other.name',
      password: 'Qiuyuan-Song8',
    });
    expect(renewed.body).toMatchObject({ username: 'known' });
    const signIn = (password: string) =>
      stage.api.anonymous.post('/api/sign-in', { username: 'known', password });
    expect((await signIn('Qiuyuan-Song8')).status).toBe(200);
    expect((await signIn(PASSWORD)).status).toBe(401);
  });

  test('wins no office: whoever holds another role gets no code', async () => {
    const member = await aMember();
    const { body } = await ask('codes', { memberNumber: member.number, name: member.name });
    const code = await codeFor(member);
    const { requestId } = body;
    await ask('by-member', { requestId, code, username: 'officer.too', password: PASSWORD });
    await stage.api.owner.pool.query(
      `insert into role_assignments (account_id, role, union_id, valid_from, reason)
        select id, 'grassroots_officer', union_id, '2026-01-01', '任命' from accounts where username = 'officer.too'`,
    );
    await ask('codes', { memberNumber: member.number, name: member.name });
    const texts = await listTexts(member);
    expect(texts.filter((text) => text.includes('系统管理员'))).toHaveLength(1);
    expect(texts.filter((text) => /\d{6}/.test(text))).toHaveLength(1);
  });

  test('is sent three codes an hour, real or not, and five tries each', async () => {
    const member = await aMember();
    const tries = [
      [member.number, member.name],
      ['888888888', '样例无人'],
    ] as const;
    for (const [memberNumber, name] of tries) {
      const statuses: (number | string)[] = [];
      for (let count = 0; count < 4; count += 1) {
        const reply = await ask('codes', { memberNumber, name });
        statuses.push(reply.status === 200 ? 200 : codeOf(reply));
      }
      expect(statuses).toEqual([200, 200, 200, 'registration.too_many_codes']);
    }
    const { rows } = await stage.api.owner.pool.query<{ id: string }>(
      'select id from registration_codes where member_id = $1 limit 1',
      [member.id],
    );
    const guess = { requestId: rows[0]?.id, code: '000000', username: 'guess', password: PASSWORD };
    for (let count = 0; count < 5; count += 1) await ask('by-member', guess);
    const { rows: counted } = await stage.api.owner.pool.query(
      'select attempt_count from registration_codes where id = $1',
      [rows[0]?.id],
    );
    expect(counted).toEqual([{ attempt_count: 5 }]);
  });

  test('needs a code that is not old', async () => {
    const member = await aMember();
    const asked = await ask('codes', { memberNumber: member.number, name: member.name });
    const code = await codeFor(member);
    stage.api.setNow(new Date('2026-03-02T02:11:00Z'));
    const { requestId } = asked.body;
    const late = await ask('by-member', { requestId, code, username: 'late', password: PASSWORD });
    stage.api.setNow(new Date('2026-03-02T02:00:00Z'));
    expect(codeOf(late)).toBe('registration.code_wrong');
  });
});

describe('the self-test', () => {
  const answers = {
    isMember: true,
    peopleCount: 3,
    yearlyIncomeFen: 30_000_00,
    yearlySpendingFen: 10_000_00,
    classes: ['Q2'],
    exclusions: [],
  };
  const judge = async (more: object) =>
    (await stage.api.anonymous.post('/api/self-test', { ...answers, ...more })).body;

  test('asks what the rules ask, of anybody', async () => {
    const { body } = await stage.api.anonymous.get('/api/self-test');
    expect(body.questions).toHaveLength(6);
    expect(body.questions[4].options).toHaveLength(12);
  });

  test('says in plain words whether asking is worth it, and what to bring', async () => {
    const likely = await judge({});
    expect(likely.outcome).toBe('likely');
    expect(likely.aids[0]).toMatchObject({ aidClass: 'Q2', minFen: 400_00, maxFen: 600_00 });
    expect(likely.aids[0].papers.length).toBeGreaterThan(0);
    expect(likely.aids[0].citation).not.toBe('');
    expect(likely.reasons[0].text).toContain('低保标准');
    expect((await judge({ isMember: false })).outcome).toBe('unlikely');
    expect((await judge({ exclusions: ['two_homes'] })).outcome).toBe('unlikely');
    expect((await judge({ yearlyIncomeFen: 300_000_00 })).outcome).toBe('maybe');
    expect((await judge({ classes: [] })).outcome).toBe('maybe');
  });

  test('keeps nothing', async () => {
    const count = async () => {
      const { rows } = await stage.api.owner.pool.query('select count(*) from audit_entries');
      return rows;
    };
    const before = await count();
    await judge({});
    expect(await count()).toEqual(before);
  });
});
