import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createMailSender } from '#platform/senders/mail-sender.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { openMailServer } from '../../../../tests/support/mail-server.ts';
import type { NoticeTexts } from '../messages.ts';
import { addNotice } from './commands.ts';
import { startDispatcher } from './start-dispatcher.ts';

const TEXTS = { 'test.told': ({ no = '' }) => `第${no}项已完成。` } satisfies NoticeTexts;
let test: TestApi;

beforeAll(async () => {
  test = await openTestApi();
});
afterAll(() => test.close());
afterEach(async () => {
  await test.owner.query.deleteFrom('settingEntries').execute();
  await test.owner.query.deleteFrom('outboxMessages').execute();
});

const switchOn = () =>
  test.owner.query
    .insertInto('settingEntries')
    .values({
      key: 'notices.by_mail',
      value: 'true',
      validFrom: '2026-03-01',
      reason: '测试需要',
    })
    .execute();

async function newPerson(mail: string | null, more: { disabledAt?: Date } = {}): Promise<number> {
  const { accountId } = await test.asRole('worker', 'G11');
  await test.owner.query
    .updateTable('accounts')
    .set({ mail, ...more })
    .where('id', '=', accountId ?? 0)
    .execute();
  return accountId ?? 0;
}

/** In a transaction like that which ends a job. */
const tell = (accountId: number, then?: () => never) =>
  asActor(test.database, { scopeRoots: [], accountId }, async (context) => {
    await addNotice(context, TEXTS, { accountId, code: 'test.told', params: { no: 7 } });
    then?.();
  });

const queued = () => test.owner.query.selectFrom('outboxMessages').selectAll().execute();

describe('a notice', () => {
  it('leaves by no mail unless that is switched on', async () => {
    await tell(await newPerson('wang@example.org'));
    expect(await queued()).toEqual([]);
  });

  it('leaves as one mail that says the same and where to read on', async () => {
    await switchOn();
    await tell(await newPerson('wang@example.org'));
    expect(await queued()).toMatchObject([
      {
        channel: 'mail',
        recipient: 'wang@example.org',
        unionId: test.unions.G11,
        subject: '送暖：您有一条新消息',
        text: '第7项已完成。\n请登录送暖查看。',
        state: 'waiting',
      },
    ]);
  });

  it('leaves by no mail when its transaction is rolled back', async () => {
    await switchOn();
    const accountId = await newPerson('wang@example.org');
    const told = tell(accountId, () => {
      throw new Error('changed my mind');
    });
    await expect(told).rejects.toThrow('changed my mind');
    expect(await queued()).toEqual([]);
    const notices = test.owner.query.selectFrom('notices').where('accountId', '=', accountId);
    expect(await notices.selectAll().execute()).toEqual([]);
  });

  it('stays in the inbox of a person without an address, or whose account is closed', async () => {
    await switchOn();
    await tell(await newPerson(null));
    await tell(await newPerson('left@example.org', { disabledAt: test.now() }));
    expect(await queued()).toEqual([]);
  });

  it('reaches a mail server once, however many dispatchers there are', async () => {
    await switchOn();
    const server = await openMailServer();
    await tell(await newPerson('wang@example.org'));
    const sender = createMailSender({
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      caPem: undefined,
      credentials: undefined,
      from: { name: '送暖', address: 'songnuan@example.org' },
      timeoutMs: 5000,
    });
    const errors: unknown[] = [];
    const dispatchers = [1, 2].map(() =>
      startDispatcher({
        database: test.database,
        senders: [sender],
        settings: async () => ({ 'notices.max_attempts': 3, 'notices.first_retry_minutes': 1 }),
        now: test.now,
        everyMs: 10,
        onError: (error) => errors.push(error),
      }),
    );
    const states = async () => (await queued()).map(({ state }) => state);
    await expect.poll(states, { timeout: 5000 }).toEqual(['sent']);
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    await server.close();
    expect(errors).toEqual([]);
    expect(server.mails).toHaveLength(1);
    const [mail = ''] = server.mails;
    expect(mail).toMatch(/^To: wang@example\.org\r$/m);
    const body = mail.slice(mail.indexOf('\r\n\r\n')).trim();
    expect(Buffer.from(body, 'base64').toString()).toBe('第7项已完成。\n请登录送暖查看。');
  });
});
