import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { OutgoingMessage, SendOutcome, Sender } from '#platform/senders/sender.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi } from '../../../../tests/support/api.ts';
import { asActor, TEST_NOW } from '../../../../tests/support/context.ts';
import { queueMessage } from './commands.ts';
import type { NewMessage } from './commands.ts';
import { claimMessages } from './outbox-claims.ts';
import { addOutboxRoutes } from './routes.ts';
import { dispatchDue, startDispatcher } from './start-dispatcher.ts';
import type { DispatcherOptions } from './start-dispatcher.ts';

let test: TestApi;

beforeAll(async () => {
  test = await openTestApi({ addRoutes: addOutboxRoutes });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.setNow(TEST_NOW);
  await test.owner.query.deleteFrom('outboxMessages').execute();
});

const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

/** Hands nothing over; remembers what it was asked to send. */
function aSender(answer: (message: OutgoingMessage) => Promise<SendOutcome>): {
  sender: Sender;
  seen: string[];
} {
  const seen: string[] = [];
  const send = (message: OutgoingMessage): Promise<SendOutcome> => {
    seen.push(message.id);
    return answer(message);
  };
  return { sender: { channel: 'mail', send }, seen };
}

const accepting = () => aSender(async () => ({ kind: 'sent', receipt: '250 OK' }));

function options(sender: Sender, errors: unknown[] = []): DispatcherOptions {
  return {
    database: test.database,
    senders: [sender],
    settings: async () => ({ 'notices.max_attempts': 5, 'notices.first_retry_minutes': 2 }),
    now: test.now,
    everyMs: 20,
    onError: (error) => errors.push(error),
  };
}

function queue(message: Partial<NewMessage> = {}): Promise<string> {
  const unionId = test.unions.T1;
  return asActor(test.database, { scopeRoots: [unionId] }, (context) =>
    queueMessage(context, {
      channel: 'mail',
      recipient: 'wang@example.org',
      subject: '待办提醒',
      text: '您有一项待办。',
      unionId,
      ...message,
    }),
  );
}

const rowOf = (id: string) =>
  test.owner.query
    .selectFrom('outboxMessages')
    .select(['state', 'attempt', 'lastReason', 'receipt', 'nextAttemptAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('a message', () => {
  it('of a transaction that was rolled back is never sent', async () => {
    const { sender, seen } = accepting();
    await expect(
      asActor(test.database, {}, async (context) => {
        await queueMessage(context, {
          channel: 'mail',
          recipient: 'wang@example.org',
          subject: '',
          text: '',
          unionId: test.unions.D,
        });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await dispatchDue(options(sender));
    expect(seen).toEqual([]);
  });

  it('is handed over once however many dispatchers there are', async () => {
    const { sender, seen } = aSender(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return { kind: 'sent', receipt: '250 OK' };
    });
    const ids = await Promise.all(Array.from({ length: 25 }, () => queue()));
    const dispatchers = [1, 2, 3].map(() => startDispatcher(options(sender)));
    await expect
      .poll(
        async () => (await Promise.all(ids.map(rowOf))).every(({ state }) => state === 'sent'),
        { timeout: 10_000 },
      )
      .toBe(true);
    await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(await rowOf(ids[0] ?? '')).toMatchObject({ attempt: 1, receipt: '250 OK' });
  });

  it('that was refused for a while is tried after 2, 10, 30 and 120 minutes, and then no more', async () => {
    const { sender, seen } = aSender(async () => ({
      kind: 'refused',
      reason: 'mail.refused 451 busy',
      isRetryable: true,
    }));
    const id = await queue();
    const pauses: number[] = [];
    for (let minutes = 0; (await rowOf(id)).state === 'waiting';) {
      test.setNow(later(minutes));
      await dispatchDue(options(sender));
      const { state, nextAttemptAt } = await rowOf(id);
      if (state !== 'waiting') break;
      const due = (nextAttemptAt.getTime() - TEST_NOW.getTime()) / 60_000;
      pauses.push(due - minutes);
      test.setNow(later(due - 1));
      expect(await dispatchDue(options(sender))).toBe(0);
      minutes = due;
    }
    expect(pauses).toEqual([2, 10, 30, 120]);
    expect(seen).toEqual(Array.from({ length: 5 }, () => id));
    expect(await rowOf(id)).toMatchObject({
      state: 'refused',
      attempt: 5,
      lastReason: 'mail.refused 451 busy',
    });
  });

  it('that was refused for good, or perhaps arrived, is not sent again', async () => {
    const outcomes = {
      refused: { kind: 'refused', reason: 'mail.refused 550', isRetryable: false },
      unknown: { kind: 'unknown', reason: 'mail.no_answer ETIMEDOUT' },
    } as const;
    for (const [state, outcome] of Object.entries(outcomes)) {
      const { sender, seen } = aSender(async () => outcome);
      const id = await queue();
      await dispatchDue(options(sender));
      test.setNow(later(10_000));
      await dispatchDue(options(sender));
      expect(seen).toEqual([id]);
      expect(await rowOf(id)).toMatchObject({ state, lastReason: outcome.reason });
    }
  });

  it('whose sender failed before anything left is tried again', async () => {
    const errors: unknown[] = [];
    const { sender } = aSender(async () => Promise.reject(new Error('no robots')));
    const id = await queue();
    await dispatchDue(options(sender, errors));
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempt: 1 });
    expect(errors).toHaveLength(1);
  });

  it('of a channel that is not set up is refused', async () => {
    const id = await queue({ channel: 'wecom', recipient: '值班群' });
    await dispatchDue(options(accepting().sender));
    expect(await rowOf(id)).toMatchObject({
      state: 'refused',
      lastReason: 'outbox.no_sender wecom',
    });
  });

  it('taken by a process that died is left to a person, and never sent by itself', async () => {
    const { sender, seen } = accepting();
    const id = await queue();
    await claimMessages(test.database, test.now());
    expect(await rowOf(id)).toMatchObject({ state: 'sending', attempt: 1 });
    test.setNow(later(9));
    await dispatchDue(options(sender));
    expect((await rowOf(id)).state).toBe('sending');
    test.setNow(later(11));
    await dispatchDue(options(sender));
    test.setNow(later(10_000));
    await dispatchDue(options(sender));
    expect(await rowOf(id)).toMatchObject({ state: 'unknown', lastReason: 'outbox.abandoned' });
    expect(seen).toEqual([]);
  });
});

describe('the administrator', () => {
  it('sees the state of messages, but neither text nor whole address', async () => {
    const id = await queue();
    const admin = await test.asRole('system_admin', 'D');
    const { body } = await admin.get('/api/outbox/messages?state=waiting');
    expect(body.items).toMatchObject([{ id, recipient: 'w***@example.org', state: 'waiting' }]);
    expect(JSON.stringify(body)).not.toMatch(/待办|wang@/);
    const officer = await test.asRole('district_officer', 'D');
    expect((await officer.get('/api/outbox/messages')).status).toBe(403);
  });

  it('goes through all messages page by page', async () => {
    const ids = await Promise.all(Array.from({ length: 23 }, () => queue()));
    const admin = await test.asRole('system_admin', 'D');
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 5; page++) {
      const { body } = await admin.get(`/api/outbox/messages?limit=10${after}`);
      seen.push(...body.items.map((item: { id: string }) => item.id));
      if (body.next === null) break;
      after = `&after=${encodeURIComponent(body.next)}`;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    const { body } = await admin.get('/api/outbox/messages?after=nonsense');
    expect(body.code).toBe('request.cursor_malformed');
  });

  it('may have a lost message sent once more, with a reason that is kept', async () => {
    const { sender, seen } = accepting();
    const id = await queue();
    const admin = await test.asRole('system_admin', 'D');
    const retry = (reason: string) => admin.post(`/api/outbox/messages/${id}/retry`, { reason });
    expect((await retry('对方确认未收到')).body.code).toBe('outbox.not_retryable');
    await claimMessages(test.database, test.now());
    test.setNow(later(11));
    await dispatchDue(options(sender));
    expect((await retry('嗯')).status).toBe(422);
    expect(await retry('对方确认未收到')).toMatchObject({
      status: 200,
      body: { state: 'waiting', attempt: 1 },
    });
    await dispatchDue(options(sender));
    expect(seen).toEqual([id]);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempt: 2, lastReason: null });
    const entry = await test.owner.query
      .selectFrom('auditEntries')
      .select('body')
      .where('action', '=', 'outbox.retried')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.body)).toMatchObject({ subjectId: id, reason: '对方确认未收到' });
    expect(entry.body).not.toContain('wang@');
  });
});
