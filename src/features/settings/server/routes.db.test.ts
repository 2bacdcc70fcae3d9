import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { day } from '#core/plain-date.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi, TestClient } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';
import { SETTING_KEYS } from '../rules/settings.ts';
import { createFindSettings, loadSettings } from './commands/load-settings.ts';
import { addSettingRoutes } from './routes.ts';

let test: TestApi;
let security: TestClient;

beforeAll(async () => {
  test = await openTestApi({ addRoutes: addSettingRoutes });
  security = await test.asRole('security_admin', 'D');
});
afterAll(() => test.close());

const set = (key: string, body: object) =>
  security.post(`/api/settings/${key}`, {
    validFrom: '2026-03-02',
    reason: '等保测评整改',
    ...body,
  });

describe('settings', () => {
  it('are all listed with what they rest on, the built-in value until one is set', async () => {
    const { items } = (await security.get('/api/settings')).body;
    expect(items.map(({ key }: { key: string }) => key)).toEqual([...SETTING_KEYS]);
    expect(items[0]).toMatchObject({ key: 'password.min_length', value: 10, source: 'built_in' });
  });

  it('take a dated value with who and why, which is in force from its day', async () => {
    const document = '样工字〔2026〕3号';
    await set('sessions.idle_minutes', { value: 10, document });
    const later = await set('sessions.idle_minutes', { value: 20, validFrom: '2026-03-10' });
    expect(later.body).toMatchObject({ value: 10, source: 'entry', validFrom: '2026-03-02' });
    expect(later.body.history).toMatchObject([
      { value: 20, validFrom: '2026-03-10', setBy: '测试security_admin' },
      { value: 10, validFrom: '2026-03-02', document },
    ]);
    const on = async (text: string): Promise<number> =>
      (await loadSettings(test.database.query, day(text)))['sessions.idle_minutes'];
    expect([await on('2026-03-01'), await on('2026-03-09'), await on('2026-03-10')]).toEqual([
      15, 10, 20,
    ]);
  });

  it('refuse values out of bounds, days gone by, unknown names and a missing reason', async () => {
    const codeOf = async (key: string, body: object): Promise<string> =>
      (await set(key, body)).body.code;
    expect(await codeOf('sessions.idle_minutes', { value: 600 })).toBe('settings.out_of_range');
    expect(await codeOf('sessions.is_single', { value: 1 })).toBe('settings.not_a_switch');
    expect(await codeOf('no.such', { value: 1 })).toBe('settings.unknown_key');
    expect(await codeOf('sessions.idle_minutes', { value: 10, validFrom: '2026-03-01' })).toBe(
      'settings.starts_in_past',
    );
    expect(await codeOf('sessions.idle_minutes', { value: 10, reason: '无' })).toBe(
      'request.invalid',
    );
  });

  it('are seen by the administrators and set by one of them', async () => {
    const system = await test.asRole('system_admin', 'D');
    expect((await system.get('/api/settings')).status).toBe(200);
    const refused = await system.post('/api/settings/sessions.idle_minutes', {});
    expect(refused.status).toBe(403);
    const officer = await test.asRole('district_officer', 'D');
    expect((await officer.get('/api/settings')).status).toBe(403);
  });

  it('are written to the log with the value before', async () => {
    await set('sign_in.lock_minutes', { value: 60 });
    const { body } = await test.owner.query
      .selectFrom('auditEntries')
      .select('body')
      .where('subjectId', '=', 'sign_in.lock_minutes')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body)).toMatchObject({
      reason: '等保测评整改',
      before: { value: 30 },
      after: { value: 60, validFrom: '2026-03-02' },
    });
  });

  it('reach those who ask at each request within three seconds', async () => {
    const find = createFindSettings(test.database);
    const at = (seconds: number): Date => new Date(TEST_NOW.getTime() + seconds * 1000);
    expect((await find(at(0)))['files.max_megabytes']).toBe(20);
    await set('files.max_megabytes', { value: 50 });
    expect((await find(at(2)))['files.max_megabytes']).toBe(20);
    expect((await find(at(3)))['files.max_megabytes']).toBe(50);
  });
});
