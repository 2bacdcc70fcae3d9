import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { yuan } from '#core/money.ts';
import { addDays, day } from '#core/plain-date.ts';

import type { TestClient, TestReply } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { openServedApi } from '../../../../tests/support/served-api.ts';
import type { ServedApi } from '../../../../tests/support/served-api.ts';
import { BUILT_IN_TESTS } from '../rules/built-in-tests.ts';
import { ReplayResult } from '../rules/replay-views.ts';
import { addBuiltInPolicy } from './commands/add-built-in-policy.ts';
import { findPolicyInForce, getPolicyVersion } from './commands/load-policy.ts';
import { createReplayJob } from './replay-job.ts';

let api: ServedApi;
let officer: TestClient;
let approver: TestClient;
let town: TestClient;
let builtInId: number;

const REASON = '测试所需的理由';

beforeAll(async () => {
  api = await openServedApi();
  officer = await api.asRole('district_officer', 'D');
  approver = await api.asRole('district_approver', 'D');
  town = await api.asRole('town_officer', 'T1');
  await asActor(api.database, {}, addBuiltInPolicy);
  const { body } = await officer.get('/api/policies');
  builtInId = body.items[0].id;
});
afterAll(() => api.close());

const put = (client: TestClient, url: string, body: unknown): Promise<TestReply> =>
  client.send({ method: 'PUT', url, body });

async function newDraft(validFrom = '2030-01-01', validTo: string | null = null) {
  const body = { basedOnId: builtInId, title: '样例修订制度', validFrom, validTo };
  const reply = await officer.post('/api/policies', body);
  expect(reply.status).toBe(200);
  return reply.body;
}

const toChange = (draft: Record<string, unknown>, change: object = {}): object => {
  const { version, title, validFrom, validTo, note, body } = draft;
  return { version, title, validFrom, validTo, note, body, ...change };
};

const codesOf = ({ body }: TestReply): string[] =>
  (body.reasons ?? [body]).map(({ code }: { code: string }) => code);

const inForce = (on: string) =>
  asActor(api.database, {}, ({ transaction }) => findPolicyInForce(transaction, day(on)));

describe('the built-in version', () => {
  test('is in force from the beginning, once, with tests that all pass', async () => {
    await asActor(api.database, {}, addBuiltInPolicy);
    const { body } = await town.get('/api/policies');
    expect(body.items).toMatchObject([
      { code: 'zengcheng-2023', state: 'active', phase: 'in_force' },
    ]);
    const detail = await town.get(`/api/policies/${builtInId}`);
    expect(detail.body.tests).toHaveLength(BUILT_IN_TESTS.length);
    expect(detail.body.tests.every(({ isPassed }: { isPassed: boolean }) => isPassed)).toBe(true);
  });

  test('is found on a day, as other features ask for it', async () => {
    const found = await inForce('2023-06-30');
    expect(found).toMatchObject({ id: builtInId, version: { id: 'zengcheng-2023' } });
    expect(await inForce('2009-12-31')).toBeUndefined();
    const version = await asActor(api.database, {}, ({ transaction }) =>
      getPolicyVersion(transaction, builtInId),
    );
    expect(version).toEqual(found?.version);
  });
});

describe('a draft', () => {
  test('is a copy with the tests of its base, and says so', async () => {
    const draft = await newDraft();
    expect(draft).toMatchObject({
      code: `v${draft.id}`,
      state: 'draft',
      version: 1,
      basedOn: { id: builtInId },
      testCount: BUILT_IN_TESTS.length,
      overlapping: [{ id: builtInId }],
      isWritable: true,
    });
  });

  test('is saved, and the log names each place that changed', async () => {
    const draft = await newDraft();
    const { classes } = draft.body;
    const body = {
      ...draft.body,
      classes: { ...classes, Q1: { ...classes.Q1, maxFen: yuan(800) } },
    };
    const saved = await put(officer, `/api/policies/${draft.id}`, toChange(draft, { body }));
    expect(saved.body).toMatchObject({ version: 2, body: { classes: { Q1: { maxFen: 80_000 } } } });
    const { rows } = await api.owner.pool.query<{ body: string }>(
      `select body from audit_entries where subject = 'policy' and subject_id = $1 order by id desc limit 1`,
      [String(draft.id)],
    );
    expect(JSON.parse(rows[0]?.body ?? '{}')).toMatchObject({
      action: 'policy.changed',
      before: { 'classes.Q1.maxFen': { fen: 60_000 } },
      after: { 'classes.Q1.maxFen': { fen: 80_000 } },
    });
    const compared = await town.get(`/api/policies/${draft.id}/comparison?withId=${builtInId}`);
    expect(compared.body.differences).toContainEqual({
      place: ['classes', 'Q1', 'maxFen'],
      before: { kind: 'amount', fen: 60_000 },
      after: { kind: 'amount', fen: 80_000 },
    });
  });

  test('is refused with all faults at once, each in Chinese with its place', async () => {
    const draft = await newDraft();
    const body = {
      ...draft.body,
      documents: [],
      notice: { ...draft.body.notice, grassrootsDays: 1 },
    };
    const reply = await put(officer, `/api/policies/${draft.id}`, toChange(draft, { body }));
    expect(reply.status).toBe(422);
    expect(codesOf(reply)).toEqual(['policy.document_missing', 'policy.notice_too_short']);
    expect(reply.body.detail).toContain('“公示：基层工作日”至少3个工作日');
  });

  test('is refused when nothing or something else was changed meanwhile', async () => {
    const draft = await newDraft();
    const url = `/api/policies/${draft.id}`;
    expect((await put(officer, url, toChange(draft))).body.code).toBe('policy.nothing_changed');
    await put(officer, url, toChange(draft, { note: '样例说明' }));
    const late = await put(officer, url, toChange(draft, { note: '另一说明' }));
    expect([late.status, late.body.code]).toEqual([409, 'policy.changed_meanwhile']);
  });

  test('that was withdrawn is never changed again, not even by the database’s owner', async () => {
    const draft = await newDraft();
    const url = `/api/policies/${draft.id}`;
    const gone = await officer.post(`${url}/withdrawal`, { version: 1, reason: REASON });
    expect(gone.body).toMatchObject({ state: 'withdrawn', phase: 'withdrawn' });
    expect((await put(officer, url, toChange(draft, { version: 2 }))).body.code).toBe(
      'policy.not_a_draft',
    );
    const writing = api.owner.pool.query('update policy_versions set title = $1 where id = $2', [
      '样例改名',
      draft.id,
    ]);
    await expect(writing).rejects.toThrow(/never changed/);
  });
});

describe('tests of a draft', () => {
  const [SOUND] = BUILT_IN_TESTS;

  test('are added, changed and removed, and say what the rules answered', async () => {
    const draft = await newDraft();
    const url = `/api/policies/${draft.id}/tests`;
    const added = await officer.post(url, {
      ...SOUND,
      name: '样例用例',
      expectedOutcome: 'refused',
    });
    const last = added.body.tests.at(-1);
    expect(last).toMatchObject({ isPassed: false, outcome: 'allowed' });
    expect(added.body.obstacles).toContainEqual(
      expect.objectContaining({ code: 'policy.tests_failing' }),
    );
    const changed = await put(officer, `${url}/${last.id}`, { ...SOUND, name: '样例用例改' });
    expect(changed.body.tests.at(-1)).toMatchObject({ isPassed: true });
    const removed = await officer.post(`${url}/${last.id}/removal`, { reason: REASON });
    expect(removed.body.testCount).toBe(draft.testCount);
  });

  test('have names of their own; an unknown one is not found', async () => {
    const draft = await newDraft();
    const url = `/api/policies/${draft.id}/tests`;
    const taken = await officer.post(url, SOUND);
    expect([taken.status, taken.body.code]).toEqual([409, 'policy.test_name_taken']);
    expect((await put(officer, `${url}/999999`, { ...SOUND, name: '样例' })).body.code).toBe(
      'policy.test_unknown',
    );
    expect((await officer.post(`${url}/999999/removal`, { reason: REASON })).status).toBe(404);
  });

  test('of an active version stay as they are', async () => {
    const reply = await officer.post(`/api/policies/${builtInId}/tests`, {
      ...SOUND,
      name: '样例',
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'policy.not_a_draft']);
  });
});

describe('activation', () => {
  test('is refused with every reason: tests that are missing, days that overlap', async () => {
    const draft = await newDraft();
    for (const { id } of draft.tests) {
      await officer.post(`/api/policies/${draft.id}/tests/${id}/removal`, { reason: REASON });
    }
    const body = { version: draft.version, reason: REASON };
    const reply = await approver.post(`/api/policies/${draft.id}/activation`, body);
    expect(reply.status).toBe(409);
    expect(codesOf(reply)).toEqual(['policy.no_tests', 'policy.overlaps']);
  });

  test('is refused to whoever last edited the draft', async () => {
    const draft = await newDraft();
    await api.owner.pool.query('update policy_versions set edited_by = $1 where id = $2', [
      approver.accountId,
      draft.id,
    ]);
    const body = { version: draft.version, endsOverlapping: true, reason: REASON };
    const reply = await approver.post(`/api/policies/${draft.id}/activation`, body);
    expect(codesOf(reply)).toEqual(['policy.same_person']);
  });

  test('brings a draft into force on a day to come and ends its predecessor on the day before', async () => {
    const draft = await newDraft('2031-01-01');
    const body = { version: draft.version, endsOverlapping: true, reason: REASON };
    const reply = await approver.post(`/api/policies/${draft.id}/activation`, body);
    expect(reply.body).toMatchObject({ state: 'active', phase: 'coming' });
    expect((await inForce('2030-12-31'))?.id).toBe(builtInId);
    expect((await inForce('2031-01-01'))?.id).toBe(draft.id);
    const older = await officer.get(`/api/policies/${builtInId}`);
    expect(older.body).toMatchObject({ validTo: '2030-12-31', phase: 'in_force' });
  });

  test('once done leaves a version that the database itself keeps', async () => {
    for (const change of [`body = '{}'`, `state = 'draft'`, `valid_from = '2011-01-01'`]) {
      const writing = api.owner.pool.query(
        `update policy_versions set ${change} where id = ${builtInId}`,
      );
      await expect(writing).rejects.toThrow(/never changed|check constraint/);
    }
  });

  test('of two overlapping drafts at once succeeds for one', async () => {
    const days = ['2029-06-01', '2029-06-30'] as const;
    const drafts = [await newDraft(...days), await newDraft(...days)];
    const replies = await Promise.all(
      drafts.map(({ id, version }) =>
        approver.post(`/api/policies/${id}/activation`, {
          version,
          endsOverlapping: true,
          reason: REASON,
        }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('is followed by an early end, not in the past', async () => {
    const today = '2026-03-02';
    const { body } = await officer.get(`/api/policies/${builtInId}`);
    const url = `/api/policies/${builtInId}/end`;
    const end = (validTo: string) =>
      approver.post(url, { version: body.version, validTo, reason: REASON });
    expect(codesOf(await end(addDays(day(today), -1)))).toEqual(['policy.end_in_past']);
    expect((await end('2029-03-01')).body).toMatchObject({ validTo: '2029-03-01' });
    expect(await inForce('2029-03-02')).toBeUndefined();
  });
});

describe('a replay', () => {
  const runReplay = (id: number, from: string, to: string) =>
    asActor(api.database, {}, (context) =>
      createReplayJob().run({
        id: 'job',
        input: { id, withId: builtInId, from: day(from), to: day(to) },
        actor: context.actor,
        attempt: 1,
        progress: () => undefined,
        inContext: (work) => work(context),
      }),
    );

  beforeAll(async () => {
    const facts = BUILT_IN_TESTS[0]?.facts;
    await api.owner.pool.query(
      `insert into applications (number, union_id, applicant_name, is_on_behalf, aid_type, aid_class, entered_on,
         decided_on, facts_secret, decided_facts)
       select 'R-' || n, $1, '样例', true, '季度救助', 'Q1', '2023-09-01', '2023-09-10', '', $2
       from generate_series(1, 3) n`,
      [api.unions.G11, JSON.stringify(facts)],
    );
  });

  test('decides the cases of its days anew and tells who gains', async () => {
    const draft = await newDraft('2032-01-01');
    const { classes } = draft.body;
    const Q1 = { ...classes.Q1, minFen: yuan(600), maxFen: yuan(800) };
    const body = { ...draft.body, classes: { ...classes, Q1 } };
    const saved = await put(officer, `/api/policies/${draft.id}`, toChange(draft, { body }));
    expect(saved.status).toBe(200);
    const result = ReplayResult.parse(await runReplay(draft.id, '2023-01-01', '2023-12-31'));
    expect(result).toMatchObject({
      differenceCount: 3,
      total: { caseCount: 3, beforeFen: 150_000, afterFen: 180_000, gainCount: 3, movedCount: 3 },
      bySource: [{ source: '本级经费', caseCount: 3 }],
    });
    const none = ReplayResult.parse(await runReplay(draft.id, '2024-01-01', '2024-12-31'));
    expect(none.total.caseCount).toBe(0);
  });

  test('is ordered as a job, for versions that are there', async () => {
    const url = `/api/policies/${builtInId}/replays`;
    const order = { withId: builtInId, from: '2023-01-01', to: '2023-12-31' };
    const ordered = await officer.post(url, order);
    expect(ordered.body).toEqual({ jobId: expect.any(String) });
    const unknown = await officer.post(url, { ...order, withId: 999_999 });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'policy.unknown']);
  });
});

describe('forwarding', () => {
  const forwardings = (act = 'forwardings'): string => `/api/policies/${builtInId}/${act}`;

  test('reaches the unions with a notice; a receipt needs a day that can be', async () => {
    const { T1, T2 } = api.unions;
    const dueOn = '2026-03-10';
    expect((await officer.post(forwardings(), { unionIds: [], dueOn })).body.code).toBe(
      'policy.forward_nobody',
    );
    const late = await officer.post(forwardings(), { unionIds: [T1], dueOn: '2026-03-01' });
    expect(late.body.code).toBe('policy.forward_due_past');
    const unknown = await officer.post(forwardings(), { unionIds: [T1, 999_999], dueOn });
    expect(unknown.body.code).toBe('policy.forward_union_unknown');
    const sent = await officer.post(forwardings(), { unionIds: [T1, T2, T1], dueOn });
    expect(sent.body.items).toHaveLength(2);
    expect(sent.body.candidates).toEqual([]);
    const inbox = await town.get('/api/notices');
    expect(JSON.stringify(inbox.body)).toContain('增城区总工会困难职工帮扶救助制度');

    const receipt = { unionId: T1, evidence: '三月例会传达' };
    const future = await town.post(forwardings('receipts'), {
      ...receipt,
      receivedOn: '2026-03-03',
    });
    expect(future.body.code).toBe('policy.received_in_future');
    const early = await town.post(forwardings('receipts'), {
      ...receipt,
      receivedOn: '2026-03-01',
    });
    expect(early.body.code).toBe('policy.received_before_sent');
    const received = await town.post(forwardings('receipts'), {
      ...receipt,
      receivedOn: '2026-03-02',
    });
    expect(received.body.items).toMatchObject([
      { unionId: T1, state: 'received', evidence: '三月例会传达' },
    ]);
    const again = await town.post(forwardings('receipts'), {
      ...receipt,
      receivedOn: '2026-03-02',
    });
    expect([again.status, again.body.code]).toEqual([409, 'policy.already_received']);
  });

  test('is acknowledged by the union itself and by no other', async () => {
    const foreign = { unionId: api.unions.T2, receivedOn: '2026-03-02', evidence: '三月例会传达' };
    const reply = await town.post(forwardings('receipts'), foreign);
    expect([reply.status, reply.body.code]).toEqual([404, 'policy.forwarding_unknown']);
  });

  test('names what is missing first, and reminds of it once a day', async () => {
    const list = await officer.get(forwardings());
    expect(list.body.items.map(({ state }: { state: string }) => state)).toEqual([
      'waiting',
      'received',
    ]);
    const reminded = await officer.post(forwardings('reminders'));
    expect(reminded.body.items[0]).toMatchObject({ remindedAt: [expect.any(String)] });
    const again = await officer.post(forwardings('reminders'));
    expect([again.status, again.body.code]).toEqual([409, 'policy.nobody_to_remind']);
  });

  test('of a draft is refused', async () => {
    const draft = await newDraft();
    const reply = await officer.post(`/api/policies/${draft.id}/forwardings`, {
      unionIds: [api.unions.T1],
      dueOn: '2026-03-10',
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'policy.not_active']);
  });
});
