import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openAccountTest } from '../../../tests/support/account-fixture.ts';
import type { AccountTest } from '../../../tests/support/account-fixture.ts';
import { recoverAccount } from './recover-account.ts';

let test: AccountTest;

beforeAll(async () => {
  test = await openAccountTest();
});
afterAll(() => test.close());

const recover = (username: string) =>
  recoverAccount({
    database: test.database,
    auditLog: test.auditLog,
    now: test.now,
    hasher: test.dependencies.hasher,
    username,
    clearsSecondFactor: true,
  });

describe('an account that the operator recovers', () => {
  it('is open, unlocked and without second factor, under a password that must be changed', async () => {
    const id = await test.addAccount('lost', { union: 'D', role: 'system_admin' });
    await test.owner.query
      .updateTable('accounts')
      .set({ disabledAt: test.now(), totpConfirmedAt: test.now(), totpSecret: 'x' })
      .where('id', '=', id)
      .execute();
    const until = new Date(test.now().getTime() + 60_000);
    await test.owner.query
      .insertInto('signInAttempts')
      .values({
        username: 'lost',
        failedCount: 5,
        lastFailedAt: test.now(),
        lockedUntil: until,
      })
      .execute();
    const password = await recover('Lost');
    expect((await test.signIn('lost', password)).body).toMatchObject({
      restriction: 'password_change',
      secondFactor: 'to_be_set_up',
    });
    const log = await test.owner.query
      .selectFrom('auditEntries')
      .select('action')
      .where('subjectId', '=', String(id))
      .orderBy('id')
      .execute();
    expect(log.map(({ action }) => action)).toEqual([
      'account.enabled',
      'account.password_reset',
      'account.second_factor_reset',
      'session.signed_in',
    ]);
  });

  it('must exist', async () => {
    await expect(recover('nobody')).rejects.toMatchObject({ code: 'account.unknown' });
  });
});
