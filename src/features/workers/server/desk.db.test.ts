import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import type { TestClient, TestReply } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { newIdentity } from '../../../../tests/support/household-stage.ts';
import { multipartOf } from '../../../../tests/support/multipart.ts';
import { anEmergency, openApplicationStage } from '../../../../tests/support/staged-cases.ts';
import type { ApplicationStage } from '../../../../tests/support/staged-cases.ts';
import {
  aWorker,
  addEveryPaper,
  anOwnFamily,
  giveConsents,
} from '../../../../tests/support/staged-workers.ts';
import { importRoster } from './roster/import-roster.ts';

let stage: ApplicationStage;
let foreign: TestClient;
beforeAll(async () => {
  stage = await openApplicationStage();
  foreign = await stage.api.asRole('grassroots_officer', 'G21');
});
afterAll(() => stage.close());

const codeOf = (reply: TestReply): string => reply.body.code;

async function handedIn(): Promise<{ readonly id: number; readonly client: TestClient }> {
  const client = await stage.api.asRole('worker', 'G11');
  const { name } = (await client.get('/api/my/profile')).body;
  const { body } = await client.post('/api/my/applications', anEmergency());
  await addEveryPaper(client, body.id, 'E1b');
  await giveConsents(client, body.id);
  await client.send({
    method: 'PUT',
    url: `/api/my/applications/${body.id}/family`,
    body: { version: 1, form: anOwnFamily(name) },
  });
  const sent = await client.post(`/api/my/applications/${body.id}/submission`, { version: 1 });
  expect(sent.body.family.handedInOn).toBe('2026-03-02');
  return { id: body.id, client };
}

describe('a form handed in', () => {
  test('becomes the family’s file, and the application goes on in the worker’s name', async () => {
    const { id, client } = await handedIn();
    const { body: list } = await stage.officer.get('/api/family-forms');
    expect(list.items.map((row: { id: number }) => row.id)).toContain(id);
    const { body: form } = await stage.officer.get(`/api/family-forms/${id}`);
    expect(form).toMatchObject({ class: { hardshipClass: expect.any(String) } });
    expect(form.form.people[0].identityNumber).toMatch(/^\d{17}[\dX]$/);
    const filed = await stage.officer.post(`/api/family-forms/${id}/filing`, {
      openedOn: '2026-03-02',
      reason: '职工本人申请，材料已核对',
    });
    expect(filed.status).toBe(200);
    const { body: seen } = await stage.officer.get(`/api/applications/${id}`);
    expect(seen).toMatchObject({
      state: 'submitted',
      isOnBehalf: false,
      householdId: filed.body.householdId,
      event: { kind: 'disaster' },
    });
    expect(seen.steps[0]).toMatchObject({ action: 'submit', actorName: seen.applicantName });
    const { body: own } = await client.get(`/api/my/applications/${id}`);
    expect(own).toMatchObject({ state: 'submitted', family: null, acts: ['withdraw'] });
    const { body: options } = await client.get('/api/my/options');
    expect(options.needsFamilyForm).toBe(false);
    const again = await stage.officer.post(`/api/family-forms/${id}/filing`, {
      openedOn: '2026-03-02',
      reason: '职工本人申请，材料已核对',
    });
    expect(again.status).toBe(404);
  });

  test('is given back with a reason, changed, and handed in again', async () => {
    const { id, client } = await handedIn();
    await stage.officer.post(`/api/family-forms/${id}/return`, { reason: '请补填家人的收入' });
    const { body } = await client.get(`/api/my/applications/${id}`);
    expect(body).toMatchObject({
      returned: { on: '2026-03-02', reason: '请补填家人的收入' },
      acts: ['change', 'remove', 'submit'],
      isWaitingForMe: true,
    });
    const { body: notices } = await client.get('/api/notices');
    expect(notices.items[0].code).toBe('worker.form_returned');
    const again = await client.post(`/api/my/applications/${id}/submission`, { version: 1 });
    expect(again.body).toMatchObject({ returned: null, acts: ['remove'] });
  });

  test('is nobody’s of another union', async () => {
    const { id } = await handedIn();
    const filing = { openedOn: '2026-03-02', reason: '职工本人申请' };
    const replies = await Promise.all([
      foreign.get(`/api/family-forms/${id}`),
      foreign.post(`/api/family-forms/${id}/filing`, filing),
      foreign.post(`/api/family-forms/${id}/return`, { reason: '样例理由' }),
    ]);
    expect(replies.map(codeOf)).toEqual(replies.map(() => 'family_form.unknown'));
    expect((await foreign.get('/api/family-forms')).body.items).toEqual([]);
  });
});

describe('a correction asked for', () => {
  test('is answered once by the union, and the worker is told', async () => {
    const { client, householdId } = await aWorker(stage);
    await client.post('/api/my/corrections', { topic: 'contact', wish: '手机号已经更换' });
    const { body: list } = await stage.officer.get('/api/corrections');
    expect(list.items[0]).toMatchObject({ wish: '手机号已经更换', householdId });
    const { id } = list.items[0];
    const url = `/api/corrections/${id}/answer`;
    expect(codeOf(await foreign.post(url, { isDone: true, answer: '已更正' }))).toBe(
      'correction.unknown',
    );
    const done = await stage.officer.post(url, { isDone: true, answer: '已按新号码更正' });
    expect(done.body).toMatchObject({ state: 'done', answer: '已按新号码更正' });
    expect(codeOf(await stage.officer.post(url, { isDone: false, answer: '不改' }))).toBe(
      'correction.answered_already',
    );
    const { body: own } = await client.get('/api/my/corrections');
    expect(own.items[0]).toMatchObject({ state: 'done', answer: '已按新号码更正' });
    const { body: notices } = await client.get('/api/notices');
    expect(notices.items[0].code).toBe('worker.correction_answered');
  });
});

type Cells = readonly (string | null)[];

async function aList(rows: readonly Cells[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('会员名册');
  sheet.addRow(['会员号*', '姓名*', '手机号', '身份证号', '所属工会', '离会日期']);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('the roster', () => {
  const check = async (client: TestClient, rows: readonly Cells[]) =>
    client.send({
      method: 'POST',
      url: '/api/union-members/import/check',
      ...multipartOf(await aList(rows)),
    });

  async function bringIn(rows: readonly Cells[]) {
    const { api } = stage;
    const keys = {
      cipher: createFieldCipher(api.keyring),
      blindIndex: createBlindIndex(api.keyring),
    };
    const actor = { accountId: stage.officer.accountId, unionId: api.unions.G11 };
    const order = { mode: 'all_or_nothing', reason: '年度会员名册' } as const;
    const file = { name: 'list.xlsx', bytes: await aList(rows) };
    return asActor(api.database, { ...actor, scopeRoots: [api.unions.G11] }, (context) =>
      importRoster(context, keys, { file, order }),
    );
  }

  test('is checked cell by cell, then written; a second time it changes what is new', async () => {
    const rows = [
      ['A1001', '样例钱一', '13800138001', newIdentity(), null, null],
      ['A1002', '样例孙二', null, null, null, null],
    ];
    const checked = await check(stage.officer, [
      ...rows,
      ['A1002', '样例孙二', null, null, null, null],
      ['A1003', '样例李三', '12345', '440118199001010018', '没有这个工会', null],
    ]);
    expect(checked.body).toMatchObject({ rowCount: 4, createCount: 2, faultyCount: 2 });
    expect(checked.body.problems.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'member.identity_wrong',
      'member.phone_wrong',
      'member.row_twice',
      'member.union_unknown',
    ]);
    for (const { cause, cure } of checked.body.problems) {
      expect(cause).not.toBe('');
      expect(cure).not.toBe('');
    }
    expect(await bringIn(rows)).toMatchObject({ createCount: 2, updateCount: 0 });
    expect(await bringIn(rows)).toMatchObject({ createCount: 0, unchangedCount: 2 });
    const changed = [['A1002', '样例孙二', '13800138002', null, null, null]];
    expect(await bringIn(changed)).toMatchObject({ updateCount: 1 });
    const { body } = await stage.officer.get('/api/union-members?search=A1002');
    expect(body).toMatchObject({
      total: 1,
      items: [{ phone: '138****8002', isRegistered: false }],
    });
  });

  test('is never of two unions, and shown to its own alone', async () => {
    await bringIn([['B1001', '样例周五', null, null, null, null]]);
    const reply = await check(foreign, [['B1001', '样例周五', null, null, null, null]]);
    expect(reply.body.problems.map(({ code }: { code: string }) => code)).toEqual([
      'member.number_elsewhere',
    ]);
    expect((await foreign.get('/api/union-members')).body.items).toEqual([]);
    const template = await stage.officer.get('/api/union-members/import/template');
    expect(template.status).toBe(200);
  });
});
