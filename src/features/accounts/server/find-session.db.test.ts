import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { defineRoute } from '#features/accounts/rules/define-route.ts';

import { openTestApi } from '../../../../tests/support/api.ts';
import type { TestApi } from '../../../../tests/support/api.ts';
import { TEST_NOW } from '../../../../tests/support/context.ts';

const SEE = defineRoute({
  name: 'test.see',
  method: 'GET',
  path: '/api/test/unions',
  summary: '可见工会',
  access: 'unions.read',
  audit: { unaudited: 'a test' },
  reply: z.object({ codes: z.array(z.string()) }),
  example: { codes: [] },
});

let test: TestApi;

beforeAll(async () => {
  test = await openTestApi({
    addRoutes: (api) =>
      api.bind(SEE, async ({ transaction }) => {
        const rows = await transaction
          .selectFrom('unions')
          .select('code')
          .orderBy('code')
          .execute();
        return { codes: rows.map(({ code }) => code) };
      }),
  });
});
afterAll(() => test.close());

const see = async (cookie: Awaited<ReturnType<TestApi['asRole']>>) => cookie.get(SEE.path);
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

describe('a session', () => {
  it('opens the unions of its role and all below, and no other', async () => {
    test.setNow(TEST_NOW);
    const officer = await test.asRole('town_officer', 'T1');
    expect((await see(officer)).body).toEqual({ codes: ['G11', 'G12', 'T1'] });
  });

  it('is refused where its role has no right, and without a cookie', async () => {
    test.setNow(TEST_NOW);
    const worker = await test.asRole('worker', 'G11');
    expect((await see(worker)).status).toBe(403);
    expect((await test.anonymous.get(SEE.path)).status).toBe(401);
  });

  it('ends after fifteen idle minutes, and stays ended', async () => {
    test.setNow(TEST_NOW);
    const officer = await test.asRole('town_officer', 'T1');
    test.setNow(later(14));
    expect((await see(officer)).status).toBe(200);
    test.setNow(later(28));
    expect((await see(officer)).status).toBe(200);
    test.setNow(later(43));
    expect((await see(officer)).status).toBe(401);
    test.setNow(later(29));
    expect((await see(officer)).status).toBe(401);
    const ended = await test.owner.query
      .selectFrom('sessions')
      .select('endReason')
      .where('accountId', '=', officer.accountId ?? 0)
      .executeTakeFirstOrThrow();
    expect(ended.endReason).toBe('expired');
  });

  it('ends after eight hours however busy it was', async () => {
    test.setNow(TEST_NOW);
    const officer = await test.asRole('town_officer', 'T1');
    for (let minutes = 14; minutes < 480; minutes += 14) {
      test.setNow(later(minutes));
      expect((await see(officer)).status).toBe(200);
    }
    test.setNow(later(480));
    expect((await see(officer)).status).toBe(401);
  });

  it('of a disabled account is none', async () => {
    test.setNow(TEST_NOW);
    const officer = await test.asRole('town_officer', 'T1');
    await test.owner.query
      .updateTable('accounts')
      .set({ disabledAt: TEST_NOW })
      .where('id', '=', officer.accountId ?? 0)
      .execute();
    expect((await see(officer)).status).toBe(401);
  });
});

describe('a role', () => {
  it('gives its rights on its days only, the last one included', async () => {
    test.setNow(TEST_NOW);
    const officer = await test.asRole('town_officer', 'T1');
    const setDays = (validFrom: string, validTo: string | null) =>
      test.owner.query
        .updateTable('roleAssignments')
        .set({ validFrom, validTo })
        .where('accountId', '=', officer.accountId ?? 0)
        .execute();
    await setDays('2026-03-03', null);
    expect((await see(officer)).status).toBe(403);
    await setDays('2026-02-01', '2026-03-01');
    expect((await see(officer)).status).toBe(403);
    await setDays('2026-02-01', '2026-03-02');
    expect((await see(officer)).status).toBe(200);
  });
});
