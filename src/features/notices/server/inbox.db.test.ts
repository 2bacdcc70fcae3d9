import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import type { NoticeTexts } from '../messages.ts';
import { addNotice } from './commands.ts';
import { addNoticeRoutes } from './routes.ts';

const TEXTS = { 'test.told': ({ no = '' }) => `第${no}条` } satisfies NoticeTexts;
let test: TestApi;

beforeAll(async () => {
  test = await openTestApi({
    addRoutes: (api) =>
      addNoticeRoutes(api, { explainNotice: (code, { no = '' }) => `${code}第${no}条` }),
  });
});
afterAll(() => test.close());

/** Notices come from anybody's transactions. */
async function tell({ accountId }: TestClient, count: number): Promise<void> {
  await asActor(test.database, { scopeRoots: [] }, async (context) => {
    for (let no = 1; no <= count; no++) {
      await addNotice(context, TEXTS, {
        accountId: accountId ?? 0,
        code: 'test.told',
        params: { no },
      });
    }
  });
}

const textsOf = (body: { items: { text: string }[] }) => body.items.map(({ text }) => text);

describe('the inbox', () => {
  it('shows the own notices as sentences, and nobody else’s', async () => {
    const [reader, stranger] = [
      await test.asRole('worker', 'G11'),
      await test.asRole('worker', 'G11'),
    ];
    await tell(reader, 2);
    expect((await reader.get('/api/notices')).body.items).toMatchObject([
      { code: 'test.told', text: 'test.told第2条', readAt: null },
      { code: 'test.told', text: 'test.told第1条', readAt: null },
    ]);
    expect((await stranger.get('/api/notices')).body.items).toEqual([]);
    const [first] = (await reader.get('/api/notices')).body.items;
    const theft = await stranger.post(`/api/notices/${first.id}/read`);
    expect(theft).toMatchObject({ status: 404, body: { code: 'notices.unknown' } });
    expect((await reader.get('/api/notices/unread-count')).body).toEqual({ unreadCount: 2 });
  });

  it('shows the unread first, page by page', async () => {
    const reader = await test.asRole('worker', 'G11');
    await tell(reader, 24);
    const { items } = (await reader.get('/api/notices?limit=30')).body;
    // The newest four are read, and so come last.
    for (const { id } of items.slice(0, 4)) await reader.post(`/api/notices/${id}/read`);
    const texts: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page++) {
      const { body } = await reader.get(`/api/notices?limit=10${after}`);
      texts.push(...textsOf(body));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    const order = [...Array.from({ length: 20 }, (_, no) => 20 - no), 24, 23, 22, 21];
    expect(texts).toEqual(order.map((no) => `test.told第${no}条`));
    expect((await reader.get('/api/notices?show=unread&limit=30')).body.items).toHaveLength(20);
    expect((await reader.get('/api/notices?after=x')).body.code).toBe('request.cursor_malformed');
  });

  it('marks all that was shown as read, and nothing that came later', async () => {
    const reader = await test.asRole('worker', 'G11');
    await tell(reader, 3);
    const [newest] = (await reader.get('/api/notices')).body.items;
    await tell(reader, 1);
    const reply = await reader.post('/api/notices/read', { upToId: newest.id });
    expect(reply.body).toEqual({ unreadCount: 1 });
  });
});
