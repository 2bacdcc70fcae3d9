import { afterAll, beforeAll, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';

import type { TestClient } from '../../../../tests/support/api.ts';
import { aForm, aHead } from '../../../../tests/support/household-form.ts';
import { openServedApi } from '../../../../tests/support/served-api.ts';
import type { ServedApi } from '../../../../tests/support/served-api.ts';
import type { PersonForm } from '../rules/household-form.ts';

let api: ServedApi;
let district: TestClient;
let town: TestClient;
let otherTown: TestClient;

beforeAll(async () => {
  api = await openServedApi();
  district = await api.asRole('district_officer', 'D');
  town = await api.asRole('town_officer', 'T1');
  otherTown = await api.asRole('town_officer', 'T2');
});
afterAll(() => api.close());

const NUMBERS = ['440118199001010019', '440118199001010035'];

async function open(client: TestClient, union: 'T1' | 'T2', head: Partial<PersonForm>) {
  const plain = { phone: null, illness: null, health: 'good', bornOn: day('1990-01-01') } as const;
  const form = aForm({ people: [aHead({ ...plain, ...head })], income: [], cardNumber: null });
  const reply = await client.post('/api/households', {
    unionId: api.unions[union],
    form: { ...form, head: { ...form.head, address: null, registeredAt: null } },
    openedOn: '2026-01-12',
    reason: '测试所需的理由',
  });
  expect(reply.body).toMatchObject({ version: 1 });
  return reply.body;
}

const list = async (client: TestClient, query = '') =>
  (await client.get(`/api/duplicates${query}`)).body;
const judge = (client: TestClient, id: number, body: object) =>
  client.post(`/api/duplicates/${id}/verdict`, { reason: '已电话核实', ...body });

test('a pair is found by a save, seen by who sees both sides, judged and remembered', async () => {
  await open(town, 'T1', { name: '样例甲', identityNumber: NUMBERS[0] ?? null });
  const second = await open(otherTown, 'T2', { name: '样例贾', identityNumber: null });
  // The officer of a town meets only the own people.
  expect((await list(town)).total).toBe(0);
  expect((await list(otherTown)).total).toBe(0);

  // The district's officer saves the file: now both sides are in sight.
  const saved = await district.send({
    method: 'PUT',
    url: `/api/households/${second.id}`,
    body: {
      version: 1,
      form: { ...second.form, causeText: '样例原因' },
      validOn: '2026-02-01',
      source: 'visit',
      reason: '测试所需的理由',
    },
  });
  expect(saved.body).toMatchObject({ openPairCount: 1 });
  const { items } = await list(district);
  expect(items).toMatchObject([
    {
      kind: 'likely',
      verdict: null,
      reasons: [{ code: 'duplicate.same_sound' }, { code: 'duplicate.same_birth' }],
      first: { name: '样例甲', identityNumber: '440118********0019' },
    },
  ]);
  const [{ id }] = items;
  for (const client of [town, otherTown]) {
    expect((await list(client)).total).toBe(0);
    expect((await client.get(`/api/duplicates/${id}`)).status).toBe(404);
    expect((await judge(client, id, { verdict: 'same', factsDigest: 'd' })).status).toBe(403);
  }

  const detail = (await district.get(`/api/duplicates/${id}`)).body;
  expect(detail.differing).toEqual(expect.arrayContaining(['name', 'identityNumber']));
  expect(detail.differing).not.toContain('bornOn');
  const stale = await judge(district, id, { verdict: 'different', factsDigest: 'd' });
  expect(stale).toMatchObject({ status: 409, body: { code: 'duplicate.changed_meanwhile' } });
  const { factsDigest } = detail;
  const judged = await judge(district, id, { verdict: 'different', factsDigest });
  expect(judged.body).toMatchObject({ verdict: 'different', verdictReason: '已电话核实' });
  expect((await list(district)).total).toBe(0);
  expect((await list(district, '?state=different')).total).toBe(1);
  expect((await list(district, `?state=all&householdId=${second.id}&kind=exact`)).total).toBe(0);
});

test('the whole registry is searched by a job, which the district orders', async () => {
  const ordered = await district.post('/api/duplicates/search', {});
  expect(ordered.status).toBe(200);
  const job = await district.get(`/api/jobs/${ordered.body.jobId}`);
  expect(job.body).toMatchObject({ state: 'queued', title: '全库查重' });
  expect((await town.post('/api/duplicates/search', {})).status).toBe(403);
});
