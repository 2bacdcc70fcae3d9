import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { TEST_PASSWORD, openAccountTest } from '../../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../../tests/support/account-fixture.ts';
import type { TestClient } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';

let test: AccountTest;
let system: TestClient;
let security: TestClient;

beforeAll(async () => {
  test = await openAccountTest();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.setNow(TEST_NOW);
  system = await test.asRole('system_admin', 'D');
  security = await test.asRole('security_admin', 'D');
});

const reason = '测试需要';
const bodyOf = (username: string, union: 'D' | 'T1' | 'T2' | 'G11' = 'T1') => ({
  unionId: test.unions[union],
  username,
  displayName: `样例${username}`,
  phone: '13800001234',
});
const grantOf = (role: string, union: 'D' | 'T1' | 'T2' = 'T1', days: object = {}) => ({
  role,
  unionId: test.unions[union],
  validFrom: '2026-03-02',
  reason,
  ...days,
});
const codesOf = (items: readonly { username: string }[]): string[] =>
  items.map(({ username }) => username);

describe('a new account', () => {
  it('has a password shown once, which must be changed, and no role', async () => {
    const created = await system.post('/api/accounts', bodyOf('new.one'));
    expect(created.status).toBe(200);
    expect(created.body.account).toMatchObject({
      username: 'new.one',
      phoneMasked: '138****1234',
      state: 'active',
      mustChangePassword: true,
      allRoles: [],
    });
    const { initialPassword } = created.body;
    expect((await test.signIn('new.one', initialPassword)).body.restriction).toBe(
      'password_change',
    );
    const stored = await test.owner.query.selectFrom('accounts').selectAll().execute();
    const log = await test.owner.query.selectFrom('auditEntries').select('body').execute();
    expect(JSON.stringify([stored, log])).not.toContain('13800001234');
    expect(JSON.stringify(log)).not.toContain(initialPassword);
  });

  it('needs a name of its own and a union in scope', async () => {
    await system.post('/api/accounts', bodyOf('taken'));
    const taken = await system.post('/api/accounts', bodyOf('TAKEN'));
    expect(taken.body.code).toBe('account.username_taken');
    const unknown = await system.post('/api/accounts', { ...bodyOf('nowhere'), unionId: 999 });
    expect(unknown.body.code).toBe('account.union_unknown');
  });

  it('is not made by whoever gives out roles', async () => {
    const reply = await security.post('/api/accounts', bodyOf('refused'));
    expect([reply.status, reply.body.code]).toEqual([403, 'access.permission_missing']);
  });
});

describe('a change', () => {
  it('names the version it saw, and is kept with what was before', async () => {
    const { account } = (await system.post('/api/accounts', bodyOf('change'))).body;
    const patch = (body: object) =>
      system.send({ method: 'PATCH', url: `/api/accounts/${account.id}`, body });
    const body = { version: 1, displayName: '新名', phone: '13900005678' };
    expect((await patch(body)).body).toMatchObject({ version: 2, phoneMasked: '139****5678' });
    expect((await patch(body)).body.code).toBe('account.changed_meanwhile');
    const entry = await test.owner.query
      .selectFrom('auditEntries')
      .select('body')
      .where('action', '=', 'account.changed')
      .where('subjectId', '=', String(account.id))
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.body)).toMatchObject({
      before: { displayName: '样例change' },
      after: { displayName: '新名', phone: 'changed' },
    });
  });

  it('shows a phone whole for a reason only', async () => {
    const { account } = (await system.post('/api/accounts', bodyOf('phone'))).body;
    const url = `/api/accounts/${account.id}/reveal-phone`;
    expect((await system.post(url, {})).status).toBe(422);
    expect((await system.post(url, { reason })).body).toEqual({ phone: '13800001234' });
    expect((await security.post(url, { reason })).status).toBe(403);
  });
});

describe('the list', () => {
  it('finds by name, role, union and whole phone, page by page', async () => {
    for (let count = 10; count < 22; count++) {
      await system.post('/api/accounts', {
        ...bodyOf(`page.${count}`, 'G11'),
        phone: `137000000${count}`,
      });
    }
    const first = (await system.get('/api/accounts?text=page.&limit=10')).body;
    expect(first.total).toBe(12);
    expect(first.items).toHaveLength(10);
    const rest = (await system.get(`/api/accounts?text=page.&limit=10&after=${first.next}`)).body;
    expect(codesOf(rest.items)).toEqual(['page.20', 'page.21']);
    expect(rest.next).toBe(null);
    const byPhone = (await system.get('/api/accounts?text=137-0000-0015')).body;
    expect(codesOf(byPhone.items)).toEqual(['page.15']);
    const below = (await system.get(`/api/accounts?text=page&unionId=${test.unions.T2}`)).body;
    expect(below.total).toBe(0);
    const admins = (await system.get('/api/accounts?role=security_admin')).body;
    expect(admins.total).toBeGreaterThan(0);
  });

  it('takes a percent sign for itself', async () => {
    expect((await system.get('/api/accounts?text=%25')).body.total).toBe(0);
  });

  it('and every other route know nothing of accounts in foreign unions', async () => {
    const id = await test.addAccount('foreign', { union: 'T2' });
    const auditor = await test.asRole('auditor', 'T1');
    const { items } = (await auditor.get('/api/accounts?limit=200')).body;
    expect(codesOf(items)).not.toContain('foreign');
    expect((await auditor.get(`/api/accounts/${id}`)).body.code).toBe('account.unknown');
    expect((await system.get(`/api/accounts/${id}`)).status).toBe(200);
  });
});

describe('an order', () => {
  it('closes an account with its sessions, and opens it again', async () => {
    const id = await test.addAccount('closing');
    const person = await test.enter('closing');
    const closed = await system.post(`/api/accounts/${id}/disable`, { reason });
    expect(closed.body.state).toBe('disabled');
    expect((await person.get('/api/session')).status).toBe(401);
    const again = await system.post(`/api/accounts/${id}/disable`, { reason });
    expect(again.body.code).toBe('account.already_disabled');
    await system.post(`/api/accounts/${id}/enable`, { reason });
    expect((await test.signIn('closing')).status).toBe(200);
  });

  it('gives a new password, ends the sessions and lifts the lock', async () => {
    const id = await test.addAccount('resetting');
    const person = await test.enter('resetting');
    for (let count = 0; count < 3; count++) await test.signIn('resetting', 'Wrong-Pass-99');
    const reply = await system.post(`/api/accounts/${id}/reset-password`, { reason });
    expect((await person.get('/api/session')).status).toBe(401);
    expect((await test.signIn('resetting')).body.code).toBe('sign_in.wrong');
    const signedIn = await test.signIn('resetting', reply.body.initialPassword);
    expect(signedIn.body.restriction).toBe('password_change');
  });

  it('unlocks a name that failed too often', async () => {
    const id = await test.addAccount('unlocking');
    await test.owner.query
      .insertInto('signInAttempts')
      .values({
        username: 'unlocking',
        failedCount: 5,
        lastFailedAt: TEST_NOW,
        lockedUntil: new Date(TEST_NOW.getTime() + 60_000),
      })
      .execute();
    expect((await system.get(`/api/accounts/${id}`)).body.state).toBe('locked');
    expect((await system.post(`/api/accounts/${id}/unlock`, { reason })).body.state).toBe('active');
    expect((await test.signIn('unlocking')).status).toBe(200);
  });

  it('takes the second factor off only from the hand that cannot reset passwords', async () => {
    const id = await test.addAccount('factor');
    await test.owner.query
      .updateTable('accounts')
      .set({ totpConfirmedAt: TEST_NOW, totpSecret: 'x' })
      .where('id', '=', id)
      .execute();
    const url = `/api/accounts/${id}/reset-second-factor`;
    expect((await system.post(url, { reason })).status).toBe(403);
    expect((await security.post(url, { reason })).body.hasSecondFactor).toBe(false);
    expect((await security.post(`/api/accounts/${id}/reset-password`, { reason })).status).toBe(
      403,
    );
  });

  it('about oneself is refused', async () => {
    for (const order of ['disable', 'reset-password']) {
      const reply = await system.post(`/api/accounts/${system.accountId}/${order}`, { reason });
      expect(reply.body.code).toBe('account.is_oneself');
    }
  });

  it('ends the sessions of another person', async () => {
    const id = await test.addAccount('watched');
    const person = await test.enter('watched');
    expect((await security.get(`/api/accounts/${id}/sessions`)).body.items).toHaveLength(1);
    const reply = await security.post(`/api/accounts/${id}/end-sessions`, { reason });
    expect(reply.body).toEqual({ ended: 1 });
    expect((await person.get('/api/session')).status).toBe(401);
  });
});

describe('a way into an account whose roles reach further than the actor', () => {
  it('is not handed out: its holder could use them', async () => {
    const id = await test.addAccount('reaches.up');
    const assignment = { accountId: id, role: 'auditor', unionId: test.unions.D, reason: '任命' };
    await test.owner.query
      .insertInto('roleAssignments')
      .values({ ...assignment, validFrom: '2026-01-01' })
      .execute();
    const body = { reason: '忘记密码了' };
    const path = `/api/accounts/${id}/reset-password`;
    const town = await test.asRole('system_admin', 'T1');
    const refused = await town.post(path, body);
    expect(refused.body.code).toBe('account.reaches_further');
    const district = await test.asRole('system_admin', 'D');
    expect((await district.post(path, body)).status).toBe(200);
  });
});

describe('a role', () => {
  const grant = (id: number, body: object) => security.post(`/api/accounts/${id}/roles`, body);

  it('is in force on its days only', async () => {
    const id = await test.addAccount('dated', { role: 'worker', union: 'G11' });
    const days = { validFrom: '2026-03-03', validTo: '2026-03-04' };
    const reply = await grant(id, grantOf('town_reviewer', 'T1', days));
    expect(reply.body.allRoles[0]).toMatchObject({ role: 'town_reviewer', ...days });
    const rolesOn = async (moment: string): Promise<string[]> => {
      test.setNow(new Date(moment));
      const { roles } = (await test.signIn('dated')).body;
      return roles.map(({ role }: { role: string }) => role);
    };
    // Midnight in China is 16:00 UTC of the day before.
    expect(await rolesOn('2026-03-02T15:59:59Z')).toEqual(['worker']);
    expect(await rolesOn('2026-03-02T16:00:00Z')).toEqual(['worker', 'town_reviewer']);
    expect(await rolesOn('2026-03-04T15:59:59Z')).toEqual(['worker', 'town_reviewer']);
    expect(await rolesOn('2026-03-04T16:00:00Z')).toEqual(['worker']);
  });

  it('is never given to oneself, nor in the past, nor twice', async () => {
    const self = await grant(security.accountId ?? 0, grantOf('auditor', 'D'));
    expect(JSON.stringify(self.body)).toContain('roles.granted_to_oneself');
    const id = await test.addAccount('twice');
    const past = await grant(id, grantOf('town_reviewer', 'T1', { validFrom: '2026-03-01' }));
    expect(past.body.code).toBe('roles.starts_in_past');
    expect((await grant(id, grantOf('town_officer'))).body.code).toBe('roles.already_held');
  });

  it('of one administrator excludes the other two and every other role', async () => {
    const id = await test.addAccount('admin.one', { role: 'audit_admin', union: 'D' });
    for (const role of ['system_admin', 'security_admin', 'district_officer']) {
      const reply = await grant(id, grantOf(role, 'D'));
      expect([role, reply.body.code]).toEqual([role, 'roles.administrators_apart']);
    }
  });

  it('that excludes another counts beyond the scope of whoever gives it', async () => {
    const id = await test.addAccount('hidden', { role: 'auditor', union: 'T2' });
    await test.owner.query
      .updateTable('accounts')
      .set({ unionId: test.unions.T1 })
      .where('id', '=', id)
      .execute();
    const narrow = await test.asRole('security_admin', 'T1');
    const reply = await narrow.post(`/api/accounts/${id}/roles`, grantOf('town_officer'));
    expect(reply.body.code).toBe('roles.supervision_apart');
    const foreign = await narrow.post(`/api/accounts/${id}/roles`, grantOf('worker', 'T2'));
    expect(foreign.body.code).toBe('account.union_unknown');
  });

  it('conflicting with one given at the same moment loses', async () => {
    const id = await test.addAccount('race', { role: 'worker', union: 'G11' });
    await test.owner.query.deleteFrom('roleAssignments').where('accountId', '=', id).execute();
    const replies = await Promise.all([
      grant(id, grantOf('system_admin', 'D')),
      grant(id, grantOf('audit_admin', 'D')),
    ]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it('ends with a day; one given today goes at once, and its rights with it', async () => {
    const id = await test.addAccount('ending', { role: 'worker', union: 'G11' });
    const { allRoles } = (await grant(id, grantOf('auditor'))).body;
    const person = await test.enter('ending');
    expect((await person.get('/api/accounts')).status).toBe(200);
    const end = (roleId: number, lastDay: string) =>
      security.post(`/api/accounts/${id}/roles/${roleId}/end`, { lastDay, reason });
    expect((await end(allRoles[0].id, '2026-02-01')).status).toBe(409);
    expect((await end(allRoles[0].id, '2026-03-01')).status).toBe(200);
    expect((await person.get('/api/accounts')).status).toBe(403);
    expect((await grant(id, grantOf('auditor'))).status).toBe(200);
  });

  it('of the last administrator of a kind stays, and so does the account', async () => {
    const id = await test.addAccount('last.audit', { role: 'audit_admin', union: 'D' });
    await test.owner.query
      .updateTable('roleAssignments')
      .set({ validTo: '2026-03-02' })
      .where('role', '=', 'audit_admin')
      .where('accountId', '!=', id)
      .execute();
    const { allRoles } = (await security.get(`/api/accounts/${id}`)).body;
    const ended = await security.post(`/api/accounts/${id}/roles/${allRoles[0].id}/end`, {
      lastDay: '2026-03-05',
      reason,
    });
    expect(ended.body.code).toBe('roles.last_administrator');
    test.setNow(new Date('2026-03-03T02:00:00Z'));
    const admin = await test.asRole('system_admin', 'D');
    const disabled = await admin.post(`/api/accounts/${id}/disable`, { reason });
    expect(disabled.body.code).toBe('roles.last_administrator');
    expect((await test.signIn('last.audit', TEST_PASSWORD)).status).toBe(200);
  });
});
