import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openAccountTest } from '../../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../../tests/support/account-fixture.ts';

let test: AccountTest;

beforeEach(async () => {
  test = await openAccountTest({}, { isEmpty: true });
});
afterEach(() => test.close());

const password = 'Chengnan-River5';
const BODY = {
  code: 'SETUP-CODE',
  union: { code: '440118', name: '样例区总工会', level: 'district' },
  systemAdmin: { username: 'system', displayName: '样例系统', password },
  securityAdmin: { username: 'security', displayName: '样例安全' },
  auditAdmin: { username: 'audit', displayName: '样例审计' },
};
const setUp = (more: object = {}) => test.anonymous.post('/api/setup', { ...BODY, ...more });

describe('an empty installation', () => {
  it('gets its root union and three administrators, who are three persons', async () => {
    expect((await test.anonymous.get('/api/setup')).body).toEqual({ isNeeded: true });
    const reply = await setUp();
    expect(reply.status).toBe(200);
    expect((await test.anonymous.get('/api/setup')).body).toEqual({ isNeeded: false });
    const system = await test.signIn('system', password);
    expect(system.body).toMatchObject({
      unionName: '样例区总工会',
      roles: [{ role: 'system_admin' }],
      // The second factor is set up before anything else.
      restriction: 'second_factor',
    });
    const [security, audit] = reply.body.passwords;
    const first = await test.signIn('security', security.initialPassword);
    expect(first.body).toMatchObject({
      roles: [{ role: 'security_admin' }],
      restriction: 'password_change',
    });
    const third = await test.signIn('audit', audit.initialPassword);
    expect(third.body.roles).toMatchObject([{ role: 'audit_admin' }]);
    const log = await test.owner.query
      .selectFrom('auditEntries')
      .select(['action', 'body'])
      .orderBy('id')
      .execute();
    expect(log.map(({ action }) => action)).toContain('installation.set_up');
    expect(JSON.stringify(log)).not.toContain(audit.initialPassword);
  });

  it('is set up once, also when two try at the same moment', async () => {
    const replies = await Promise.all([setUp(), setUp()]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await setUp()).body.code).toBe('setup.done_already');
    const accounts = await test.owner.query.selectFrom('accounts').selectAll().execute();
    expect(accounts).toHaveLength(3);
  });

  it('asks for the code of the server, three names and a good password', async () => {
    expect((await setUp({ code: 'guess' })).body.code).toBe('setup.code_wrong');
    const twice = await setUp({ auditAdmin: BODY.securityAdmin });
    expect(twice.body.code).toBe('setup.persons_not_three');
    const weak = await setUp({ systemAdmin: { ...BODY.systemAdmin, password: 'short' } });
    expect(weak.body.code).toBe('password.too_short');
    expect((await test.anonymous.get('/api/setup')).body).toEqual({ isNeeded: true });
  });
});
