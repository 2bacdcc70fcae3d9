import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  PASSING,
  aWish,
  act,
  anEmergency,
  openApplicationStage,
} from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';
import {
  aWholeDraft,
  aWorker,
  addEveryPaper,
  addFile,
  anOwnFamily,
  giveConsents,
} from '../../../../tests/support/staged-workers.ts';
import type { StagedWorker } from '../../../../tests/support/staged-workers.ts';

let stage: ApplicationStage;
let worker: StagedWorker;
let stranger: StagedWorker;
beforeAll(async () => {
  stage = await openApplicationStage();
  worker = await aWorker(stage);
  stranger = await aWorker(stage);
});
afterAll(() => stage.close());

const codes = (reply: { body: { reasons?: { code: string }[]; code?: string } }) =>
  reply.body.reasons?.map(({ code }) => code) ?? [reply.body.code];

describe('an own application', () => {
  test('is drafted, filled and submitted by the worker, who then sees where it stands', async () => {
    const { client, householdId } = worker;
    const drafted = await client.post('/api/my/applications', aWish());
    expect(drafted.status).toBe(200);
    expect(drafted.body).toMatchObject({
      state: 'draft',
      acts: ['change', 'remove', 'submit'],
      family: null,
      isWaitingForMe: true,
    });
    const { id } = drafted.body;
    const gaps = await client.post(`/api/my/applications/${id}/submission`, { version: 1 });
    expect(gaps.status).toBe(409);
    expect(gaps.body.reasons.length).toBeGreaterThan(3);
    const check = await client.get(`/api/my/applications/${id}/check`);
    expect(check.body.missing).toHaveLength(gaps.body.reasons.length);
    await addEveryPaper(client, id, 'Q1');
    await giveConsents(client, id);
    const sent = await client.post(`/api/my/applications/${id}/submission`, { version: 1 });
    expect(sent.body).toMatchObject({ state: 'submitted', acts: ['withdraw'], version: 2 });
    expect(sent.body.progress.map(({ status }: { status: string }) => status)).toEqual([
      'done',
      'now',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
    const seen = await stage.officer.get(`/api/applications/${id}`);
    expect(seen.body).toMatchObject({ isOnBehalf: false, householdId, isDirect: false });
    expect(seen.body.steps[0]).toMatchObject({ action: 'submit' });
    expect(seen.body.steps[0].actorUnion).not.toBe('');
  });

  test('shows the way on, and neither who acted nor what was noted', async () => {
    const { client } = worker;
    const { id, version } = await aWholeDraft(client, anEmergency());
    await client.post(`/api/my/applications/${id}/submission`, { version });
    const opinion = '内部备注：与申请人电话核实';
    await act(stage.officer, 'grassroots', id, { action: 'accept', opinion });
    await act(stage.chair, 'grassroots', id, {
      action: 'pass_grassroots',
      ...PASSING,
      amountFen: 1500_00,
      opinion,
    });
    const { body } = await client.get(`/api/my/applications/${id}`);
    expect(body).toMatchObject({ state: 'town_review', outcome: null });
    expect(JSON.stringify(body)).not.toContain(opinion);
    expect(body.next.dueOn).not.toBeNull();
    const { body: notices } = await client.get('/api/notices');
    expect(notices.items.length).toBeGreaterThan(0);
  });

  test('is supplemented, withdrawn, refused and contested by the worker', async () => {
    const { client } = worker;
    const { id, version } = await aWholeDraft(client, anEmergency());
    await client.post(`/api/my/applications/${id}/submission`, { version });
    await act(stage.officer, 'grassroots', id, { action: 'accept' });
    await act(stage.officer, 'grassroots', id, {
      action: 'ask_supplement',
      supplement: { papers: ['income_proof'], note: '请补盖公章' },
    });
    const asked = await client.get(`/api/my/applications/${id}`);
    expect(asked.body).toMatchObject({
      isWaitingForMe: true,
      acts: ['change', 'answer_supplement', 'withdraw'],
      supplement: { note: '请补盖公章', dueOn: expect.any(String) },
    });
    const answered = await client.post(`/api/my/applications/${id}/supplement-answer`, {
      version: asked.body.version,
    });
    expect(answered.body.state).toBe('grassroots_review');
    await act(stage.officer, 'grassroots', id, { action: 'refuse', opinion: '不在救助范围' });
    const refused = await client.get(`/api/my/applications/${id}`);
    expect(refused.body.outcome).toMatchObject({ kind: 'refused', reason: '不在救助范围' });
    expect(refused.body.outcome.citations.length).toBeGreaterThan(0);
    expect(refused.body.acts).toEqual(['request_reexamination']);
    const contested = await client.post(`/api/my/applications/${id}/reexamination`, {
      version: refused.body.version,
      reason: '住房受损有社区证明',
    });
    expect(contested.body.state).toBe('reexamination');
    const withdrawn = await client.post(`/api/my/applications/${id}/withdrawal`, {
      version: contested.body.version,
      reason: '困难已经解决',
    });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', outcome: { kind: 'withdrawn' } });
  });

  test('takes photos and files, shows them to the worker and lets them be taken off', async () => {
    const { client } = worker;
    const { body } = await client.post('/api/my/applications', aWish());
    const added = await addFile(client, body.id, 'identity');
    const files = added.body.papers.flatMap((paper: { files: object[] }) => paper.files);
    expect(files).toHaveLength(1);
    const url = `/api/my/applications/${body.id}/files/${files[0].id}`;
    expect((await client.get(url)).bytes.toString()).toContain('样例材料');
    expect((await stranger.client.get(url)).status).toBe(404);
    const removed = await client.post(`${url}/removal`);
    expect(removed.body.papers.flatMap((paper: { files: object[] }) => paper.files)).toEqual([]);
    expect((await client.get(url)).status).toBe(404);
    expect((await addFile(client, body.id, 'none_such')).body.code).toBe(
      'application.paper_unknown',
    );
  });

  test('asks for consent to the very text that was shown', async () => {
    const { client } = worker;
    const { body } = await client.post('/api/my/applications', aWish());
    const reply = await client.post(`/api/my/applications/${body.id}/consents`, {
      kinds: ['publication'],
      textVersion: 'of-another-year',
    });
    expect(codes(reply)).toEqual(['worker.consent_outdated']);
  });

  test('is nobody else’s: other workers find nothing of it, and it is not listed', async () => {
    const { id, version } = await aWholeDraft(worker.client);
    const { client } = stranger;
    const tries = [
      client.get(`/api/my/applications/${id}`),
      client.get(`/api/my/applications/${id}/check`),
      client.send({
        method: 'PUT',
        url: `/api/my/applications/${id}`,
        body: { ...aWish(), version },
      }),
      client.post(`/api/my/applications/${id}/submission`, { version }),
      client.post(`/api/my/applications/${id}/removal`, { version }),
      client.post(`/api/my/applications/${id}/withdrawal`, { version, reason: '样例理由' }),
      giveConsents(client, id),
      addFile(client, id, 'identity'),
    ];
    for (const reply of await Promise.all(tries)) {
      expect(reply.status).toBe(404);
      expect(reply.body.code).toBe('application.unknown');
    }
    expect((await client.get('/api/my/applications')).body.items).toEqual([]);
    expect((await client.get(`/api/applications/${id}`)).status).toBe(403);
  });
});

describe('a family without a file', () => {
  test('is told with the draft and handed in for the union to open the file', async () => {
    const client = await stage.api.asRole('worker', 'G11');
    const drafted = await client.post('/api/my/applications', anEmergency());
    expect(drafted.body).toMatchObject({ family: { form: null, handedInOn: null } });
    expect(drafted.body.event).toMatchObject({ kind: 'disaster' });
    const { id } = drafted.body;
    const { name } = (await client.get('/api/my/profile')).body;
    await addEveryPaper(client, id, 'E1b');
    await giveConsents(client, id);
    const tooEarly = await client.post(`/api/my/applications/${id}/submission`, { version: 1 });
    expect(codes(tooEarly)).toEqual(['worker.family_missing']);
    const faulty = await client.send({
      method: 'PUT',
      url: `/api/my/applications/${id}/family`,
      body: {
        version: 1,
        form: {
          ...anOwnFamily(name),
          people: [{ ...anOwnFamily(name).people[0], role: 'member' }],
        },
      },
    });
    expect(faulty.status).toBe(422);
    const another = await client.send({
      method: 'PUT',
      url: `/api/my/applications/${id}/family`,
      body: { version: 1, form: anOwnFamily('样例别人') },
    });
    expect(codes(another)).toEqual(['worker.head_differs']);
    const told = await client.send({
      method: 'PUT',
      url: `/api/my/applications/${id}/family`,
      body: { version: 1, form: { ...anOwnFamily(name), tier: 'national' } },
    });
    expect(told.body.family.form.tier).toBe('district');
    expect(told.body.family.form.people).toHaveLength(2);
    const handedIn = await client.post(`/api/my/applications/${id}/submission`, { version: 1 });
    expect(handedIn.body).toMatchObject({ state: 'draft', acts: ['remove'] });
    expect(handedIn.body.family.handedInOn).toBe('2026-03-02');
    const again = await client.send({
      method: 'PUT',
      url: `/api/my/applications/${id}`,
      body: { ...anEmergency(), version: 1 },
    });
    expect(codes(again)).toEqual(['worker.handed_in']);
    const { body } = await stage.officer.get('/api/notices');
    expect(body.items.map(({ code }: { code: string }) => code)).toContain('worker.form_handed_in');
  });
});

describe('own data', () => {
  test('are shown whole to the person, secrets masked until asked for, and copied', async () => {
    const { client } = worker;
    const { body } = await client.get('/api/my/data');
    expect(body.parts.map(({ title }: { title: string }) => title)).toContain('家庭档案');
    const fields = body.secrets.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(['identity', 'phone', 'card', 'address']);
    expect(JSON.stringify(body)).not.toContain('13800138000');
    const revealed = await client.post('/api/my/data/reveal', { field: 'phone' });
    expect(revealed.body.value).toBe('13800138000');
    const json = await client.get('/api/my/data/copy?format=json');
    expect(json.bytes.toString()).toContain('13800138000');
    const pdf = await client.get('/api/my/data/copy');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const profile = await client.get('/api/my/profile');
    expect(profile.body).toMatchObject({ phone: '138****8000', fileNumber: expect.any(String) });
    const options = await client.get('/api/my/options');
    expect(options.body).toMatchObject({
      needsFamilyForm: false,
      rounds: [{ quarter: 1 }, { quarter: 2 }],
    });
  });

  test('are asked to be corrected, five at a time', async () => {
    const { client } = stranger;
    const ask = () =>
      client.post('/api/my/corrections', { topic: 'contact', wish: '手机号已经更换' });
    const first = await ask();
    expect(first.body.items).toHaveLength(1);
    expect(first.body.items[0]).toMatchObject({ state: 'open', wish: '手机号已经更换' });
    for (let count = 1; count < 5; count += 1) await ask();
    expect(codes(await ask())).toEqual(['correction.too_many_open']);
    expect((await worker.client.get('/api/my/corrections')).body.items).toEqual([]);
  });
});
