import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { raiseForgeryAlarm } from './raise-forgery-alarm.ts';
import type { Forgery } from './raise-forgery-alarm.ts';

const ROBOTS: Forgery['robots'] = [
  { channel: 'wecom', name: '默认' },
  { channel: 'dingtalk', name: '默认' },
];
let test: TestApi;

beforeAll(async () => {
  test = await openTestApi();
});
afterAll(() => test.close());
beforeEach(async () => {
  for (const table of ['notices', 'outboxMessages', 'settingEntries'] as const) {
    await test.owner.query.deleteFrom(table).execute();
  }
});

const switchOn = (key: string) =>
  test.owner.query
    .insertInto('settingEntries')
    .values({ key, value: 'true', validFrom: '2026-03-01', reason: '测试需要' })
    .execute();
const alarm = (entryIds: number[]) =>
  asActor(test.database, {}, (context) => raiseForgeryAlarm(context, { entryIds, robots: ROBOTS }));
const notices = () => test.owner.query.selectFrom('notices').selectAll().execute();
const messages = () => test.owner.query.selectFrom('outboxMessages').selectAll().execute();

describe('entries that the program did not write', () => {
  it('are told to every audit administrator whose account is open, and to nobody else', async () => {
    const [high, low, left] = [
      await test.asRole('audit_admin', 'D'),
      await test.asRole('audit_admin', 'D'),
      await test.asRole('audit_admin', 'D'),
    ];
    await test.asRole('system_admin', 'D');
    await test.owner.query
      .updateTable('accounts')
      .set({ disabledAt: test.now() })
      .where('id', '=', left.accountId ?? 0)
      .execute();
    await alarm([4, 9]);
    const told = (await notices()).map(({ accountId, code, params }) => [accountId, code, params]);
    const said = ['audit.forged', { count: 2, ids: '4、9' }];
    expect(told).toEqual([high, low].map(({ accountId }) => [accountId, ...said]));
    expect(await messages()).toEqual([]);
  });

  it('are told to the robots that there are, once each, where that is switched on', async () => {
    await switchOn('notices.by_robot');
    await alarm(Array.from({ length: 12 }, (_, index) => index + 1));
    const rest = { recipient: '默认', unionId: test.unions.D, subject: '送暖：安全告警' };
    const text =
      '【送暖安全告警】审计日志中发现12条不是本系统写入的记录（编号1、2、3、4、5、6、7、8、9、10等）。请审计管理员登录送暖核查。';
    expect(await messages()).toMatchObject([
      { channel: 'wecom', ...rest, text },
      { channel: 'dingtalk', ...rest, text },
    ]);
  });
});
