import { afterAll, beforeAll, expect, test } from 'vitest';

import { asActor } from '../../../../tests/support/context.ts';
import { readPdf } from '../../../../tests/support/read-pdf.ts';
import {
  PASSING,
  aDraft,
  act,
  openApplicationStage,
} from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';
import { endDueNotices } from './commands/end-due-notices.ts';
import { countOpenObjections } from './commands/objections.ts';

let stage: ApplicationStage;
beforeAll(async () => {
  stage = await openApplicationStage();
});
afterAll(() => stage.close());

const START = new Date('2026-03-02T02:00:00Z');
const AFTER = new Date('2026-03-10T02:00:00Z');

async function aWaitingCase(): Promise<{ id: number; number: string; name: string }> {
  const draft = await aDraft(stage);
  await act(stage.officer, 'filing', draft.id, { action: 'submit' });
  await act(stage.officer, 'grassroots', draft.id, { action: 'accept' });
  const said = { action: 'pass_grassroots', ...PASSING };
  const { body } = await act(stage.chair, 'grassroots', draft.id, said);
  expect(body).toMatchObject({ state: 'grassroots_notice' });
  return { id: draft.id, number: draft.number, name: body.applicantName };
}

const aWishFor = (ids: readonly number[], overrides: object = {}): object => ({
  tier: 'grassroots',
  applicationIds: ids,
  title: '关于拟救助困难职工的公示',
  place: '样例公司大门公告栏',
  startsOn: '2026-03-02',
  workingDays: 5,
  contact: '样例工会 王经办',
  complaintPhone: '020-00000000',
  ...overrides,
});

const endAll = (): Promise<void> =>
  endDueNotices((work) => asActor(stage.api.database, {}, work, stage.api.now()));

/** Sessions do not outlive a week: whoever acts then signs in anew. */
async function at(now: Date): Promise<void> {
  const { api } = stage;
  api.setNow(now);
  const officer = await api.asRole('grassroots_officer', 'G11');
  stage = { ...stage, officer, chair: await api.asRole('grassroots_chair', 'G11') };
}

test('a case hangs for its working days, masked, and goes on by itself when they are over', async () => {
  await at(START);
  const waiting = await aWaitingCase();
  const candidates = await stage.officer.get('/api/public-notices/candidates?tier=grassroots');
  expect(candidates.body.items).toContainEqual(
    expect.objectContaining({ applicationId: waiting.id, requiredDays: 5, amountFen: 600_00 }),
  );
  const hung = await stage.officer.post('/api/public-notices', aWishFor([waiting.id]));
  expect(hung.body).toMatchObject({ state: 'hanging', endsOn: '2026-03-09', entryCount: 1 });
  expect(hung.body.entries[0].workUnit).toBe('样例甲一公司');
  expect(hung.body.entries[0].maskedName).not.toBe(waiting.name);
  const page = await stage.api.anonymous.get(`/public-notices/${hung.body.token}`);
  expect(page.status).toBe(200);
  expect(page.headers['x-robots-tag']).toContain('noindex');
  expect(page.body).toContain('name="robots" content="noindex');
  expect(page.body).toContain(hung.body.entries[0].maskedName);
  expect(page.body).not.toContain(waiting.name);
  expect(page.body).not.toContain(waiting.number);
  expect(page.body).not.toMatch(/\d{15}|1[3-9]\d{9}/);
  await endAll();
  await at(AFTER);
  await endAll();
  const gone = await stage.api.anonymous.get(`/public-notices/${hung.body.token}`);
  expect(gone.status).toBe(410);
  expect(gone.body).not.toContain(hung.body.entries[0].maskedName);
  const moved = await stage.officer.get(`/api/applications/${waiting.id}`);
  expect(moved.body).toMatchObject({ state: 'town_review' });
  const ended = await stage.officer.get(`/api/public-notices/${hung.body.id}`);
  expect(ended.body).toMatchObject({ state: 'ended', entries: [{ outcome: 'passed' }] });
});

test('an objection stops a case until it is answered, an upheld one for good', async () => {
  await at(START);
  const [first, second] = [await aWaitingCase(), await aWaitingCase()];
  const hung = await stage.officer.post(
    '/api/public-notices',
    aWishFor([first.id, second.id], { title: '关于两名职工的公示' }),
  );
  const { id } = hung.body;
  const said = { receivedOn: '2026-03-02', text: '反映其家庭有商铺' };
  const objectionOf = (applicationId: number): object => ({
    ...said,
    applicationId,
    objectorName: '样例乙',
    objectorContact: '13800000000',
  });
  await stage.officer.post(`/api/public-notices/${id}/objections`, objectionOf(first.id));
  const both = await stage.officer.post(
    `/api/public-notices/${id}/objections`,
    objectionOf(second.id),
  );
  expect(both.body.objections).toHaveLength(2);
  expect(JSON.stringify(both.body)).not.toContain('13800000000');
  await at(AFTER);
  await endAll();
  expect(await stateOf(first.id)).toBe('grassroots_notice');
  const { transactionCount } = await countIn(first.id);
  expect(transactionCount).toBe(1);
  const [one, two] = both.body.objections;
  const answerTo = (objectionId: number, isUpheld: boolean) =>
    stage.officer.post(`/api/public-notices/${id}/objections/${objectionId}/answer`, {
      answer: '经核实，商铺已于去年转让',
      isUpheld,
    });
  expect((await answerTo(one.id, false)).status).toBe(200);
  expect((await answerTo(one.id, false)).body.code).toBe('public_notice.answered_already');
  expect((await answerTo(two.id, true)).status).toBe(200);
  await endAll();
  expect(await stateOf(first.id)).toBe('town_review');
  expect(await stateOf(second.id)).toBe('grassroots_notice');
  const shown = await stage.officer.post(
    `/api/public-notices/${id}/objections/${one.id}/objector`,
    { reason: '回访异议人' },
  );
  expect(shown.body).toEqual({ name: '样例乙', contact: '13800000000' });
});

test('a notice is refused with every reason, and one taken back sets its cases free', async () => {
  await at(START);
  const waiting = await aWaitingCase();
  const wrong = aWishFor([waiting.id], { workingDays: 3, startsOn: '2026-02-27' });
  const refused = await stage.officer.post('/api/public-notices', wrong);
  expect(refused.body.reasons.map(({ code }: { code: string }) => code)).toEqual([
    'public_notice.too_short',
    'public_notice.starts_in_past',
  ]);
  const district = aWishFor([waiting.id], { tier: 'district' });
  expect((await stage.officer.post('/api/public-notices', district)).body.code).toBe(
    'public_notice.not_waiting',
  );
  const hung = await stage.officer.post('/api/public-notices', aWishFor([waiting.id]));
  const again = await stage.officer.post('/api/public-notices', aWishFor([waiting.id]));
  expect(again.body.code).toBe('public_notice.hangs_already');
  const reason = { reason: '张贴地点有误' };
  const path = `/api/public-notices/${hung.body.id}`;
  expect((await stage.officer.post(`${path}/cancellation`, reason)).body).toMatchObject({
    state: 'cancelled',
  });
  expect((await stage.api.anonymous.get(`/public-notices/${hung.body.token}`)).status).toBe(410);
  const anew = await stage.officer.post('/api/public-notices', aWishFor([waiting.id]));
  expect(anew.status).toBe(200);
  const sheet = await stage.officer.get(`/api/public-notices/${anew.body.id}/sheet`);
  const [page] = (await readPdf(sheet.bytes)).pages;
  const text = page?.all.replaceAll(/\s/g, '') ?? '';
  expect(text).toContain('关于拟救助困难职工的公示');
  expect(text).toContain('2026年3月9日');
  expect(text).not.toContain(waiting.name);
});

test('who has no right of a union sees no notice of it, and a made-up address leads nowhere', async () => {
  const stranger = await stage.api.asRole('grassroots_officer', 'G21');
  expect((await stranger.get('/api/public-notices')).body.items).toEqual([]);
  const page = await stage.api.anonymous.get(`/public-notices/${'0'.repeat(32)}`);
  expect(page.status).toBe(404);
  expect((await stage.api.anonymous.get('/api/public-notices')).status).toBe(401);
});

async function stateOf(id: number): Promise<string> {
  return (await stage.officer.get(`/api/applications/${id}`)).body.state;
}

async function countIn(applicationId: number): Promise<{ transactionCount: number }> {
  const transactionCount = await asActor(stage.api.database, {}, ({ transaction }) =>
    countOpenObjections(transaction, applicationId),
  );
  return { transactionCount };
}
