import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';
import { createFindSettings } from './load-settings.ts';
import { addSettingRoutes } from './routes.ts';

let test: TestApi;

beforeAll(async () => {
  test = await openTestApi({ addRoutes: addSettingRoutes });
});
afterAll(() => test.close());

const change = {
  value: 10,
  validFrom: '2026-03-05',
  reason: '等保测评整改',
  document: '样工字〔2026〕3号',
};
const hoursLater = (hours: number): Date => new Date(TEST_NOW.getTime() + hours * 3_600_000);

describe('a setting', () => {
  it('is changed from a day on by the security administrator alone', async () => {
    const system = await test.asRole('system_admin', 'D');
    const security = await test.asRole('security_admin', 'D');
    const path = '/api/settings/sessions.idle_minutes';
    expect((await system.post(path, change)).status).toBe(403);
    const reply = await security.post(path, change);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ value: 15, source: 'built_in' });
    expect(reply.body.history).toMatchObject([{ value: 10, validFrom: '2026-03-05' }]);
  });

  it('is in force from its day on, and not before', async () => {
    const settings = createFindSettings(test.database);
    expect((await settings(TEST_NOW))['sessions.idle_minutes']).toBe(15);
    expect((await settings(hoursLater(72)))['sessions.idle_minutes']).toBe(10);
  });

  it('leaves who, why, before and after in the log', async () => {
    const entry = await test.owner.query
      .selectFrom('auditEntries')
      .select('body')
      .where('action', '=', 'setting.set')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(entry.body)).toMatchObject({
      subjectId: 'sessions.idle_minutes',
      reason: '等保测评整改',
      before: { value: 15 },
      after: { value: 10, validFrom: '2026-03-05' },
    });
  });

  it('is refused with every reason: out of range and back-dated', async () => {
    const security = await test.asRole('security_admin', 'D');
    const reply = await security.post('/api/settings/audit.retention_days', {
      ...change,
      value: 30,
      validFrom: '2026-01-01',
    });
    expect(reply.status).toBe(409);
    expect(reply.body.reasons).toHaveLength(2);
  });
});
