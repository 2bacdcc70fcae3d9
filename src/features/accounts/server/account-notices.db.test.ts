import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openAccountTest } from '../../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../../tests/support/account-fixture.ts';
import type { TestClient } from '../../../../tests/support/api.ts';
import { ACCOUNT_NOTICE_TEXTS } from '../messages.ts';

let test: AccountTest;
let system: TestClient;
let security: TestClient;

beforeAll(async () => {
  test = await openAccountTest();
  // Fails fast: no proof of work before the lock.
  test.settings.values = { ...test.settings.values, 'sign_in.proof_after_failures': 10 };
  system = await test.asRole('system_admin', 'D');
  security = await test.asRole('security_admin', 'D');
});
afterAll(() => test.close());

const reason = '测试需要';
const WRONG = 'not-The-Right-1';

/** What stands in the inbox of that person, the oldest first. */
async function toldTo(accountId: number): Promise<string[]> {
  const texts: Record<string, (params: never) => string> = ACCOUNT_NOTICE_TEXTS;
  const rows = await test.owner.query
    .selectFrom('notices')
    .select(['code', 'params'])
    .where('accountId', '=', accountId)
    .orderBy('id')
    .execute();
  return rows.map(({ code, params }) => texts[code]?.(params as never) ?? code);
}

describe('a person is told', () => {
  it('that somebody else reset the password or the second factor', async () => {
    const id = await test.addAccount('reset.me');
    await test.owner.query
      .updateTable('accounts')
      .set({ totpConfirmedAt: test.now(), totpSecret: 'x' })
      .where('id', '=', id)
      .execute();
    await security.post(`/api/accounts/${id}/reset-second-factor`, { reason });
    await system.post(`/api/accounts/${id}/reset-password`, { reason });
    expect(await toldTo(id)).toEqual([
      '您的两步验证已被重置，请登录后重新启用。如不是应您的要求，请立即联系安全管理员。',
      '您的密码已被重置，各处登录已结束。如不是应您的要求，请立即联系系统管理员。',
    ]);
  });

  it('which role begins or ends when, and of one that was taken back', async () => {
    const id = await test.addAccount('role.me', { role: 'worker' });
    const days = { validFrom: '2026-03-05', validTo: null };
    const grant = { role: 'town_reviewer', unionId: test.unions.T1, ...days, reason };
    const granted = await security.post(`/api/accounts/${id}/roles`, grant);
    const [later, first] = granted.body.allRoles;
    const end = (roleId: number, lastDay: string) =>
      security.post(`/api/accounts/${id}/roles/${roleId}/end`, { lastDay, reason });
    expect((await end(later.id, '2026-03-04')).status).toBe(200);
    expect((await end(first.id, '2026-03-31')).status).toBe(200);
    expect(await toldTo(id)).toEqual([
      '您被授予“镇街审核”角色（样例甲街总工会），自2026年3月5日起生效。',
      '尚未生效的“镇街审核”角色（样例甲街总工会）已收回。',
      '您的“职工”角色（样例甲街总工会）最后一日定为2026年3月31日，此后不再有效。',
    ]);
  });

  it('once that failures locked the account, however many came at the same time', async () => {
    const id = await test.addAccount('locked.me');
    await Promise.all(Array.from({ length: 8 }, () => test.signIn('locked.me', WRONG)));
    expect((await test.signIn('locked.me')).body.code).toBe('sign_in.locked');
    expect(await toldTo(id)).toEqual([
      '您的账号因连续多次登录失败，已锁定30分钟。如不是本人操作，请告知系统管理员并修改密码。',
    ]);
  });

  it('nothing of a password that was right at the last try', async () => {
    const id = await test.addAccount('lucky');
    for (let count = 1; count < 5; count++) await test.signIn('lucky', WRONG);
    expect((await test.signIn('lucky')).status).toBe(200);
    expect(await toldTo(id)).toEqual([]);
  });

  it('of wrong codes of the second factor, which lock as well', async () => {
    const id = await test.addAccount('second.me');
    const secret = test.dependencies.cipher.encrypt('JBSWY3DPEHPK3PXP', `accounts.totp:${id}`);
    await test.owner.query
      .updateTable('accounts')
      .set({ totpConfirmedAt: test.now(), totpSecret: secret })
      .where('id', '=', id)
      .execute();
    const client = await test.enter('second.me');
    for (let count = 0; count < 5; count++) {
      await client.post('/api/second-factor', { code: '000000' });
    }
    expect(await toldTo(id)).toHaveLength(1);
  });
});
