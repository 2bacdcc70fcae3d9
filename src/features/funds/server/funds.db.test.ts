import { afterAll, beforeAll, expect, test } from 'vitest';

import type { TestClient } from '../../../../tests/support/api.ts';
import {
  aDraft,
  act,
  anEmergency,
  openApplicationStage,
  toApproval,
} from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';

let stage: ApplicationStage;
let maker: TestClient;
let financeApprover: TestClient;
beforeAll(async () => {
  stage = await openApplicationStage();
  maker = await stage.api.asRole('finance_maker', 'D');
  financeApprover = await stage.api.asRole('finance_approver', 'D');
});
afterAll(() => stage.close());

const PAPER = { happenedOn: '2026-02-01', document: '样例〔2026〕1号', note: null };

/** A year of the district with one source of each kind named and so much in its budget, in fen. */
async function aYear(year: number, budgets: Readonly<Record<string, number>>) {
  const opened = await maker.post('/api/funds/years', { unionId: stage.api.unions.D, year });
  expect(opened.status).toBe(200);
  const yearId: number = opened.body.id;
  const sources: Record<string, number> = {};
  for (const [kind, amountFen] of Object.entries(budgets)) {
    const added = await maker.post(`/api/funds/years/${yearId}/sources`, {
      kind,
      name: `${kind}资金`,
    });
    const sourceId: number = added.body.sources.at(-1).id;
    sources[kind] = sourceId;
    const entry = { ...PAPER, sourceId, kind: 'initial', amountFen };
    expect((await maker.post('/api/funds/entries', entry)).status).toBe(200);
  }
  return { yearId, sources };
}

function adjust(
  yearId: number,
  lines: readonly { sourceId: number | undefined; amountFen: number }[],
) {
  return maker.post(`/api/funds/years/${yearId}/adjustments`, {
    happenedOn: '2026-02-10',
    document: '样例〔2026〕2号',
    reason: '按要求压减支出',
    lines,
  });
}

test('an adjustment moves the budget once somebody else has approved it, and never twice', async () => {
  const { yearId, sources } = await aYear(2020, { fiscal: 50_000_00, union: 430_000_00 });
  const proposed = await adjust(yearId, [
    { sourceId: sources['fiscal'], amountFen: -48_000_00 },
    { sourceId: sources['union'], amountFen: -162_000_00 },
  ]);
  expect(proposed.body.total).toMatchObject({ budgetFen: 480_000_00, changedFen: 0 });
  const path = `/api/funds/adjustments/${proposed.body.adjustments[0].id}/decision`;
  const approved = await financeApprover.post(path, { isApproved: true });
  expect(approved.body.total).toMatchObject({ initialFen: 480_000_00, budgetFen: 270_000_00 });
  const again = await financeApprover.post(path, { isApproved: true });
  expect(again.body.code).toBe('fund.adjustment_decided');
  const before = await maker.get(`/api/funds/years/${yearId}?on=2026-02-09`);
  expect(before.body.total.budgetFen).toBe(480_000_00);
});

test('who proposed an adjustment does not approve it', async () => {
  const { yearId, sources } = await aYear(2019, { union: 1000_00 });
  const both = await stage.api.asRole('district_officer', 'D');
  const proposed = await adjust(yearId, [{ sourceId: sources['union'], amountFen: 100_00 }]);
  const id = proposed.body.adjustments[0].id;
  expect(
    (await both.post(`/api/funds/adjustments/${id}/decision`, { isApproved: true })).status,
  ).toBe(403);
  expect(proposed.body.adjustments[0].isOwn).toBe(true);
  const { pool } = stage.api.owner;
  const update = `update fund_adjustments set state = 'approved', decided_by = proposed_by, decided_by_name = 'x',
    decided_at = now() where id = $1`;
  await expect(pool.query(update, [id])).rejects.toMatchObject({
    constraint: 'fund_adjustments_two_people',
  });
});

test('fiscal and union money are not netted, by an adjustment or by a transfer', async () => {
  const { yearId, sources } = await aYear(2018, { fiscal: 1000_00, union: 1000_00 });
  const netting = await adjust(yearId, [
    { sourceId: sources['fiscal'], amountFen: -100_00 },
    { sourceId: sources['union'], amountFen: 100_00 },
  ]);
  expect(netting.body.code).toBe('fund.between_kinds');
  const next = await aYear(2021, { union: 1_00 });
  const carried = await maker.post('/api/funds/transfers', {
    ...PAPER,
    kind: 'carried',
    fromId: sources['fiscal'],
    toId: next.sources['union'],
    amountFen: 100_00,
  });
  expect(carried.body.code).toBe('fund.between_kinds');
});

test('money is carried on to the same kind of the next year, as far as it has come in', async () => {
  const { sources } = await aYear(2016, { union: 1000_00 });
  const next = await aYear(2017, { union: 500_00 });
  const carry = {
    ...PAPER,
    kind: 'carried',
    fromId: sources['union'],
    toId: next.sources['union'],
  };
  const early = await maker.post('/api/funds/transfers', { ...carry, amountFen: 300_00 });
  expect(early.body.code).toBe('fund.past_receipts');
  const receipt = { ...PAPER, sourceId: sources['union'], kind: 'received', amountFen: 300_00 };
  await maker.post('/api/funds/entries', receipt);
  const done = await maker.post('/api/funds/transfers', { ...carry, amountFen: 300_00 });
  expect(done.body.total).toMatchObject({ budgetFen: 700_00, cashFen: 0 });
  expect(done.body.sources[0]).toMatchObject({ carriedOutFen: 300_00 });
  const back = await maker.post('/api/funds/transfers', {
    ...carry,
    fromId: carry.toId,
    toId: carry.fromId,
    amountFen: 1_00,
  });
  expect(back.body.code).toBe('fund.wrong_way');
});

test('an entry is taken back whole and once, by somebody else', async () => {
  const { yearId, sources } = await aYear(2015, { union: 1000_00 });
  const listed = await financeApprover.get(`/api/funds/entries?sourceId=${sources['union']}`);
  const [entry] = listed.body.items;
  expect(entry).toMatchObject({ kind: 'initial', amountFen: 1000_00, mayTakeBack: true });
  const path = `/api/funds/entries/${entry.id}/counter-entry`;
  const undone = await financeApprover.post(path, { reason: '金额登记有误' });
  expect(undone.body).toMatchObject({ id: yearId, total: { initialFen: 0, availableFen: 0 } });
  const again = await financeApprover.post(path, { reason: '金额登记有误' });
  expect(again.body.code).toBe('fund.corrected_already');
});

test('a grant takes its money from the chosen source, and none is granted beyond it', async () => {
  const year = await maker.get('/api/funds/years');
  const { id: yearId } = year.body.items.find((one: { year: number }) => one.year === 2026);
  const added = await maker.post(`/api/funds/years/${yearId}/sources`, {
    kind: 'donation',
    name: '专项捐款',
  });
  const sourceId: number = added.body.sources.at(-1).id;
  await maker.post('/api/funds/entries', {
    ...PAPER,
    sourceId,
    kind: 'initial',
    amountFen: 1500_00,
  });
  const approve = { action: 'approve', amountFen: 1500_00, meetsConditions: true, sourceId };
  const [first, second] = [await aDraft(stage, anEmergency()), await aDraft(stage, anEmergency())];
  await toApproval(stage, first, 1500_00);
  await toApproval(stage, second, 1500_00);
  const granted = await act(stage.approver, 'approval', first.id, approve);
  expect(granted.body.state).toBe('awaiting_payment');
  const refused = await act(stage.approver, 'approval', second.id, approve);
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe('fund.no_room');
  expect(refused.body.detail ?? refused.body.title ?? '').not.toBe('');
  const one = { id: second.id, version: 1, amountFen: null };
  const { body: found } = await stage.approver.get(`/api/applications/${second.id}`);
  const many = await stage.approver.post('/api/applications/approvals', {
    opinion: '同意',
    sourceId,
    items: [{ ...one, version: found.version }],
  });
  expect(many.body.refusals[0].reasons[0].code).toBe('fund.no_room');
  const usual = await act(stage.approver, 'approval', second.id, { ...approve, sourceId: null });
  expect(usual.body.state).toBe('awaiting_payment');
  const entries = await maker.get(`/api/funds/entries?sourceId=${sourceId}&kind=reserved`);
  expect(entries.body).toMatchObject({ total: 1, totalFen: 1500_00 });
  expect(entries.body.items[0].applicationId).toBe(first.id);
});

test('a town sees what is its own, and not the district’s money', async () => {
  const seen = await stage.town.get('/api/funds/years');
  expect(seen.body.items).toEqual([]);
  expect((await stage.officer.get('/api/funds/years')).status).toBe(403);
});
