import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { TestClient } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { textOf } from '../../../../tests/support/route-caller.ts';
import { openServedApi } from '../../../../tests/support/served-api.ts';
import type { ServedApi } from '../../../../tests/support/served-api.ts';
import type { UnionRate } from '../rules/fairness-views.ts';
import { tellOfSilence } from './commands/tell-of-silence.ts';

/** Monday, 2 March 2026: the quarters that are over run from July to December 2025. */
let api: ServedApi;
let district: TestClient;
let town: TestClient;
beforeAll(async () => {
  api = await openServedApi();
  await plant();
  district = await api.asRole('district_officer', 'D');
  town = await api.asRole('town_reviewer', 'T1');
});
afterAll(() => api.close());

/**
 * Town T1 applies as it should, T2 far too little and not at all in the two quarters; T3 is so small that
 * nothing follows from its silence, T4 was founded lately, T5 closed in time, G21 entered no members.
 */
async function plant(): Promise<void> {
  const { pool } = api.owner;
  await pool.query(`
    insert into unions (parent_id, code, name, level, founded_on, closed_on)
      select d.id, v.code, v.name, 'town_or_system', v.founded::date, v.closed::date from unions d, (values
        ('T3', '样例丙镇总工会', null, null), ('T4', '样例丁镇总工会', '2025-09-01', null),
        ('T5', '样例戊镇总工会', null, '2025-08-31')) v (code, name, founded, closed) where d.code = 'D';
    delete from union_memberships;
    insert into union_memberships (union_id, year, member_count)
      select u.id, v.year, v.members from unions u join (values ('G11', 2024, 900), ('G11', 2025, 1000), ('G12', 2025, 500),
        ('G22', 2025, 1400), ('T3', 2025, 20), ('T4', 2025, 100), ('T5', 2024, 200)) v (code, year, members)
        on v.code = u.code;
    insert into policy_versions (union_id, code, title, valid_from, body)
      select id, 'v1', '样例实施细则', '2020-01-01', '{}' from unions where code = 'D';
    insert into households (union_id, file_number, opened_on, hardship_class, member_count, checked_on)
      select id, 'KNZG-1', '2024-01-12', 'deep', 1, '2025-01-12' from unions where code = 'G11';
    insert into household_people (household_id, union_id, role, relation, name)
      select id, union_id, 'head', 'head', '样例' from households`);
  await apply('G11', 30, '2025-08-04');
  await apply('G12', 20, '2025-11-03');
  await apply('G21', 4, '2025-05-06');
  await apply('G22', 2, '2025-05-06');
  await apply('G22', 1, '2024-01-08');
  await apply('T5', 5, '2025-05-06');
}

let serial = 0;

/** Granted cases, 600 yuan each but the last of the union. */
async function apply(code: string, count: number, day: string): Promise<void> {
  await api.owner.pool.query(
    `insert into applications (number, union_id, household_id, person_id, applicant_name, is_on_behalf, aid_type,
        aid_class, approved_fen, policy_version_id, state, applied_on, decided_on, entered_on, facts_secret)
      select 'SQ' || $1 || n, u.id, h.id, p.id, '样例甲', true, '季度救助', 'Q1', case when n = 1 then 99900 else 60000 end,
        v.id, 'paid', $4::date, $4::date + 7, $4::date, 'x'
      from unions u, households h, household_people p, policy_versions v, generate_series(1, $3) n where u.code = $2`,
    [`${++serial}-`, code, count, day],
  );
}

async function rowsOf(client: TestClient, query = ''): Promise<Map<string, UnionRate>> {
  const { body, status } = await client.get(`/api/fairness?period=2025${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return new Map(body.rows.map((row: UnionRate) => [row.name, row]));
}

describe('towns beside their district', () => {
  test('are judged by their members, each for the days it was there', async () => {
    const rows = await rowsOf(district);
    expect([...rows.keys()]).toHaveLength(5);
    expect(rows.get('样例甲街总工会')).toMatchObject({
      applicationCount: 50,
      comparedCount: 50,
      memberCount: 1500,
      averageMembers: '1500.0',
      rate: '33.33',
      verdict: 'far_above',
      silence: 'heard',
    });
    expect(rows.get('样例乙镇总工会')).toMatchObject({
      applicationCount: 6,
      comparedCount: 2,
      memberCount: 1400,
      rate: '1.43',
      verdict: 'far_below',
      silence: 'silent',
      lastAppliedOn: '2025-05-06',
    });
    expect(rows.get('样例丙镇总工会')).toMatchObject({ verdict: 'usual', silence: 'silent' });
    // 122 days of 365, and 243.
    expect(rows.get('样例丁镇总工会')).toMatchObject({
      averageMembers: '33.4',
      silence: 'too_new',
    });
    expect(rows.get('样例戊镇总工会')).toMatchObject({
      averageMembers: '133.2',
      silence: 'closed',
      applicationCount: 5,
    });
  });

  test('add up to what plain SQL counts', async () => {
    const { body } = await district.get('/api/fairness?period=2025');
    const { rows } = await api.owner.pool.query(
      `select count(*)::int as count from applications where applied_on between '2025-01-01' and '2025-12-31'`,
    );
    expect(body.district.applicationCount).toBe(rows[0].count);
    const sum = body.rows.reduce((all: number, row: UnionRate) => all + row.applicationCount, 0);
    expect(sum).toBe(rows[0].count);
  });

  test('open into the unions below, and close before those of others', async () => {
    const below = await rowsOf(district, `&below=${api.unions.T1}`);
    expect(below.get('样例甲一公司工会')).toMatchObject({ applicationCount: 30, rate: '30.00' });
    const foreign = await town.get(`/api/fairness?below=${api.unions.T2}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'fairness.union_unknown']);
    const ahead = await district.get('/api/fairness?period=2027');
    expect(ahead.body).toMatchObject({ code: 'fairness.period_ahead' });
  });

  test('show a town itself and the district as sums, as the district sees them', async () => {
    const all = await district.get('/api/fairness?period=2025');
    const own = await town.get('/api/fairness?period=2025');
    expect(own.body.rows.map(({ name }: UnionRate) => name)).toEqual(['样例甲街总工会']);
    expect(own.body.rows[0]).toEqual(all.body.rows[0]);
    expect(own.body.district).toEqual(all.body.district);
    expect(JSON.stringify(own.body)).not.toContain('样例乙');
  });
});

describe('like cases', () => {
  test('tell the district’s quartiles and name the cases in sight that are unlike them', async () => {
    const { body: all } = await district.get('/api/fairness/amounts?period=2025');
    expect(all.groups).toEqual([
      expect.objectContaining({
        aidClass: 'Q1',
        policyTitle: '样例实施细则',
        caseCount: 61,
        visibleCount: 61,
        outsideCount: 5,
        quartiles: {
          lowestFen: 600_00,
          lowerFen: 600_00,
          medianFen: 600_00,
          upperFen: 600_00,
          highestFen: 999_00,
        },
      }),
    ]);
    const { body: own } = await town.get('/api/fairness/amounts?period=2025');
    expect(own.groups[0]).toMatchObject({ caseCount: 61, visibleCount: 50, outsideCount: 2 });
    expect(own.outside.map(({ unionName }: { unionName: string }) => unionName)).toEqual([
      '样例甲二公司工会',
      '样例甲一公司工会',
    ]);
  });

  test('are not told of where they are few', async () => {
    const { body } = await district.get('/api/fairness/amounts?period=2024');
    expect(body.groups).toEqual([expect.objectContaining({ caseCount: 1, quartiles: null })]);
  });
});

describe('an export', () => {
  test('is a workbook of what the page shows, with its reason in the log', async () => {
    const reply = await district.send({
      method: 'POST',
      url: '/api/fairness/export',
      body: { period: '2025', reason: '报送公平分析' },
    });
    expect(reply.status).toBe(200);
    const text = await textOf(reply);
    for (const part of [
      '样例乙镇总工会',
      '明显偏少',
      '两季无申请',
      '每千名会员申请数',
      '样例实施细则',
    ]) {
      expect(text).toContain(part);
    }
    expect((await town.post('/api/fairness/export', { reason: '报送公平分析' })).status).toBe(403);
  });
});

describe('silent towns', () => {
  const run = (now?: Date): Promise<number> => asActor(api.database, {}, tellOfSilence, now);
  const noticesOf = async (client: TestClient): Promise<string[]> =>
    (await client.get('/api/notices')).body.items.map(({ text }: { text: string }) => text);

  test('are told of once a quarter, to the supervisors set over them', async () => {
    const auditor = await api.asRole('auditor', 'T2');
    const elsewhere = await api.asRole('auditor', 'T1');
    expect(await run()).toBe(2);
    expect(await run()).toBe(0);
    expect(await noticesOf(district)).toEqual([
      expect.stringMatching(/^2025年第3季度和第4季度，2个镇街.*样例乙镇总工会、样例丙镇总工会/),
    ]);
    expect(await noticesOf(auditor)).toEqual([expect.stringContaining('1个镇街')]);
    expect(await noticesOf(elsewhere)).toEqual([]);
    expect(await noticesOf(town)).toEqual([]);
    const { rows } = await api.owner.pool.query(
      'select last_quarter, last_applied_on::text from silent_unions order by union_id',
    );
    expect(rows).toEqual([
      { last_quarter: 8103, last_applied_on: '2025-05-06' },
      { last_quarter: 8103, last_applied_on: null },
    ]);
    // The next quarter is over, and T4 was there for all of it.
    expect(await run(new Date('2026-04-01T02:00:00Z'))).toBe(3);
  });
});
