import { afterAll, beforeAll, expect, test } from 'vitest';

import { asActor } from '../../../../tests/support/context.ts';
import {
  PASSING,
  aDraft,
  aFamilyOnFile,
  aWish,
  act,
  anEmergency,
  openApplicationStage,
  toApproval,
} from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';
import { actAsProgram } from './commands/act.ts';

let stage: ApplicationStage;
beforeAll(async () => {
  stage = await openApplicationStage();
});
afterAll(() => stage.close());

const codes = (reply: { body: { reasons?: { code: string }[]; code?: string } }) =>
  reply.body.reasons?.map(({ code }) => code) ?? [reply.body.code];

test('emergency aid goes from the worker’s union to the district’s approval, every desk on record', async () => {
  const draft = await aDraft(stage, anEmergency());
  await toApproval(stage, draft, 1500_00);
  const reply = await act(stage.approver, 'approval', draft.id, {
    action: 'approve',
    amountFen: 1500_00,
    meetsConditions: true,
  });
  expect(reply.body).toMatchObject({ state: 'awaiting_payment', approvedFen: 1500_00 });
  expect(reply.body.steps.map((step: { action: string }) => step.action)).toEqual([
    'submit',
    'accept',
    'pass_grassroots',
    'pass_town',
    'pass_district',
    'approve',
  ]);
  for (const step of reply.body.steps.slice(1)) {
    expect(step).toMatchObject({ opinion: '情况属实，同意', happenedOn: '2026-03-02' });
    expect(step.actorName).not.toBe('');
    expect(step.actorUnion).not.toBe('');
  }
  expect(reply.body.steps.at(-1).judgement).toEqual({ outcome: 'allowed', reasons: [] });
});

test('quarterly aid waits for both notices, which the program alone ends', async () => {
  const draft = await aDraft(stage);
  await act(stage.officer, 'filing', draft.id, { action: 'submit' });
  await act(stage.officer, 'grassroots', draft.id, { action: 'accept' });
  const passed = await act(stage.chair, 'grassroots', draft.id, {
    action: 'pass_grassroots',
    ...PASSING,
  });
  expect(passed.body).toMatchObject({ state: 'grassroots_notice', clock: { light: null } });
  const ending = { id: draft.id, action: 'end_grassroots_notice' } as const;
  await expect(
    asActor(stage.api.database, {}, (context) => actAsProgram(context, ending)),
  ).rejects.toMatchObject({
    code: 'application.notice_running',
  });
  await hangNotice(draft.id);
  await asActor(stage.api.database, {}, (context) => actAsProgram(context, ending));
  const atTown = await stage.town.get(`/api/applications/${draft.id}`);
  expect(atTown.body).toMatchObject({ state: 'town_review', tier: 'town' });
});

/** A notice that ended last week and was not taken down yet. */
async function hangNotice(id: number): Promise<void> {
  await stage.api.owner.pool.query(
    `with notice as (insert into public_notices (union_id, tier, title, place, starts_on, ends_on, working_days,
        contact, complaint_phone, token, put_up_by_name)
      select union_id, 'grassroots', '样例公示', '样例公告栏', '2026-02-13', '2026-02-26', 5, '样例', '020-12345678',
        repeat('a', 32), '样例' from applications where id = $1 returning id, union_id)
    insert into public_notice_entries (notice_id, position, application_id, union_id, masked_name, work_unit, aid_type, amount_fen)
      select notice.id, 1, $1, notice.union_id, '样*', '样例单位', '季度救助', 60000 from notice`,
    [id],
  );
}

test('all gaps are named at once, and nothing is submitted with one', async () => {
  const family = await aFamilyOnFile(stage.officer, stage.api.unions.G11);
  const drafted = await stage.officer.post('/api/applications', { ...aWish(), ...family });
  const reply = await act(stage.officer, 'filing', drafted.body.id, { action: 'submit' });
  expect(reply.status).toBe(409);
  expect(codes(reply)).toEqual([
    ...Array.from({ length: 5 }, () => 'application.paper_missing'),
    ...Array.from({ length: 3 }, () => 'application.consent_missing'),
  ]);
  const check = await stage.officer.get(`/api/applications/${drafted.body.id}/check`);
  expect(check.body.missing).toHaveLength(8);
});

test('a supplement rests the clock and comes back to the desk that asked', async () => {
  const draft = await aDraft(stage);
  await act(stage.officer, 'filing', draft.id, { action: 'submit' });
  await act(stage.officer, 'grassroots', draft.id, { action: 'accept' });
  const supplement = { papers: ['income_proof'], note: '请补盖公章' };
  const asked = await act(stage.chair, 'grassroots', draft.id, {
    action: 'ask_supplement',
    supplement,
  });
  expect(asked.body).toMatchObject({ state: 'supplementing', clock: { dueOn: null } });
  const answered = await act(stage.officer, 'filing', draft.id, { action: 'answer_supplement' });
  expect(answered.body).toMatchObject({
    state: 'grassroots_review',
    clock: { dueOn: '2026-03-05' },
  });
});

test('nobody acts at two desks, and a relative at none', async () => {
  const draft = await aDraft(stage, anEmergency());
  await act(stage.officer, 'filing', draft.id, { action: 'submit' });
  const recused = await stage.chair.post(`/api/applications/${draft.id}/recusals`, {
    reason: '申请人是本人表弟',
  });
  expect(recused.body.recusals).toHaveLength(1);
  const blocked = await act(stage.chair, 'grassroots', draft.id, { action: 'accept' });
  expect(codes(blocked)).toEqual(['duties.relative']);
  // Not even past the program: the table refuses the second desk.
  await act(stage.officer, 'grassroots', draft.id, { action: 'accept' });
  const second = stage.api.owner.pool.query(
    `insert into application_steps (application_id, union_id, number, action, from_state, to_state, duty, opinion,
        actor_id, actor_name, actor_union, happened_on)
      select $1, union_id, 9, 'pass_town', 'town_review', 'district_review', 'town_review', '同意', $2, '样例', '样例', '2026-03-02'
      from applications where id = $1`,
    [draft.id, stage.officer.accountId],
  );
  await expect(second).rejects.toMatchObject({ constraint: 'application_steps_one_duty' });
});

test('an amount outside the class passes the district with a reason and a paper, marked for ever', async () => {
  const draft = await aDraft(stage, anEmergency());
  await toApproval(stage, draft, 1500_00);
  const over = { action: 'approve', amountFen: 2600_00, meetsConditions: true };
  const refused = await act(stage.approver, 'approval', draft.id, over);
  expect(codes(refused)).toEqual(['application.override_needed']);
  const { rows } = await stage.api.owner.pool.query<{ id: string }>(
    `select id from stored_files where subject = 'application' and subject_id = $1`,
    [String(draft.id)],
  );
  const override = { reason: '样例：房屋损毁特别严重，已集体研究', fileId: rows[0]?.id };
  const passed = await act(stage.approver, 'approval', draft.id, { ...over, override });
  expect(passed.body).toMatchObject({ state: 'awaiting_payment', hasOverride: true });
  expect(passed.body.steps.at(-1)).toMatchObject({
    overrideReason: override.reason,
    judgement: { outcome: 'refused' },
  });
});

test('a refusal is looked at again by another person and may be taken back', async () => {
  const draft = await aDraft(stage, anEmergency());
  await toApproval(stage, draft, 1500_00);
  const refused = await act(stage.approver, 'approval', draft.id, {
    action: 'refuse',
    opinion: '不符合条件',
  });
  expect(refused.body).toMatchObject({ state: 'refused', reexaminationUntil: '2026-03-16' });
  const asked = await act(stage.officer, 'filing', draft.id, { action: 'request_reexamination' });
  expect(asked.body).toMatchObject({ state: 'reexamination', clock: { dueOn: '2026-03-16' } });
  const own = await act(stage.approver, 'approval', draft.id, { action: 'overturn' });
  expect(codes(own)).toEqual(['application.own_decision']);
  const overturned = await act(stage.otherApprover, 'approval', draft.id, { action: 'overturn' });
  expect(overturned.body).toMatchObject({ state: 'district_review', decidedOn: null });
});

test('two approvals of one quarter for one person at the same moment: one is kept', async () => {
  const family = await aFamilyOnFile(stage.officer, stage.api.unions.G11);
  const drafts = [await aDraft(stage, aWish(), family), await aDraft(stage, aWish(), family)];
  for (const { id } of drafts) await act(stage.officer, 'filing', id, { action: 'submit' });
  await stage.api.owner.pool.query(
    `update applications set state = 'district_approval' where id = any($1)`,
    [drafts.map(({ id }) => id)],
  );
  const replies = await Promise.all(
    drafts.map(({ id }) => act(stage.approver, 'approval', id, { action: 'approve', ...PASSING })),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('many are approved in one act: all, or none with one list of what speaks against each', async () => {
  const drafts = [await aDraft(stage, anEmergency()), await aDraft(stage, anEmergency())];
  for (const draft of drafts) await toApproval(stage, draft, 1500_00);
  const items = await Promise.all(
    drafts.map(async ({ id }) => {
      const { body } = await stage.approver.get(`/api/applications/${id}`);
      return { id, version: body.version, amountFen: null };
    }),
  );
  const [first] = items;
  const stale = await stage.approver.post('/api/applications/approvals', {
    opinion: '同意',
    items: items.map((item) => (item === first ? { ...item, version: 1 } : item)),
  });
  expect(stale.body).toMatchObject({ approvedCount: 0, refusals: [{ id: first?.id }] });
  const done = await stage.approver.post('/api/applications/approvals', { opinion: '同意', items });
  expect(done.body).toEqual({ approvedCount: 2, refusals: [] });
  const { body } = await stage.approver.get(`/api/applications/${first?.id}`);
  expect(body).toMatchObject({ state: 'awaiting_payment', approvedFen: 1500_00 });
});

test('the list shows each desk what waits for it', async () => {
  const draft = await aDraft(stage, anEmergency());
  await act(stage.officer, 'filing', draft.id, { action: 'submit' });
  const ids = async (client: typeof stage.town): Promise<number[]> =>
    (await client.get('/api/applications?limit=200')).body.items.map(
      ({ id }: { id: number }) => id,
    );
  expect(await ids(stage.chair)).toContain(draft.id);
  expect(await ids(stage.town)).not.toContain(draft.id);
  await act(stage.officer, 'grassroots', draft.id, { action: 'accept' });
  await act(stage.officer, 'grassroots', draft.id, {
    action: 'pass_grassroots',
    amountFen: 1500_00,
    meetsConditions: true,
  });
  expect(await ids(stage.town)).toContain(draft.id);
  expect(await ids(stage.chair)).not.toContain(draft.id);
  const found = await stage.town.get(`/api/applications?view=all&search=${draft.number}`);
  expect(found.body).toMatchObject({ total: 1, items: [{ id: draft.id }] });
});
