import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import type { TestClient } from '../../../../tests/support/api.ts';
import { asActor } from '../../../../tests/support/context.ts';
import { aFamily, newIdentity, openedFile } from '../../../../tests/support/household-stage.ts';
import { multipartOf } from '../../../../tests/support/multipart.ts';
import { openServedApi } from '../../../../tests/support/served-api.ts';
import type { ServedApi } from '../../../../tests/support/served-api.ts';
import { importEntries } from './civil-affairs/import-entries.ts';

let api: ServedApi;
let district: TestClient;
let town: TestClient;
let otherTown: TestClient;
const inFile = newIdentity();
const [member, stranger, elsewhere] = [newIdentity(), newIdentity(), newIdentity()];

beforeAll(async () => {
  api = await openServedApi();
  district = await api.asRole('district_officer', 'D');
  town = await api.asRole('town_officer', 'T1');
  otherTown = await api.asRole('town_officer', 'T2');
});
afterAll(() => api.close());

const ROWS = [
  ['样例名册', '2026-01-12', '样例甲', inFile, '低保', null],
  ['样例名册', '2026-01-12', '样例乙', member, '低收入', 'T1'],
  ['样例名册', '2026-01-12', '样例丙', stranger, '特困', null],
  ['样例名册', '2026-01-12', '样例丁', elsewhere, '低保边缘', 'T2'],
] as const;

async function aList(rows: readonly (readonly (string | null)[])[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('低保名册');
  sheet.addRow(['名册名称*', '名册日期*', '姓名*', '身份证号*', '类别*', '所属工会']);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function withUnionNames(rows: readonly (readonly (string | null)[])[]) {
  const { rows: unions } = await api.owner.pool.query<{ code: string; name: string }>(
    'select code, name from unions',
  );
  const names = new Map(unions.map(({ code, name }) => [code, name]));
  return aList(
    rows.map((row) => row.map((cell, at) => (at === 5 ? (names.get(cell ?? '') ?? cell) : cell))),
  );
}

async function bringIn(bytes: Uint8Array) {
  const keys = {
    cipher: createFieldCipher(api.keyring),
    blindIndex: createBlindIndex(api.keyring),
  };
  const order = { mode: 'all_or_nothing', reason: '民政提供的名册' } as const;
  const actor = { scopeRoots: [api.unions.D], unionId: api.unions.D };
  return asActor(api.database, actor, (context) =>
    importEntries(context, keys, { file: { name: 'list.xlsx', bytes }, order }),
  );
}

test('a list marks families, proposes people to approach, and is seen by whose unions it names', async () => {
  const form = aFamily();
  const people = form.people.map((one, at) =>
    at === 0 ? { ...one, identityNumber: inFile } : one,
  );
  const file = await openedFile(town, api.unions.T1, { ...form, people });
  expect(file).toMatchObject({ isKnownEligible: false });
  const bytes = await withUnionNames(ROWS);
  expect(await bringIn(bytes)).toMatchObject({ createCount: 4, skippedCount: 0 });
  expect((await town.get(`/api/households/${file.id}`)).body).toMatchObject({
    isKnownEligible: true,
  });
  expect(await bringIn(bytes)).toMatchObject({ createCount: 0, unchangedCount: 4 });

  const seen = async (client: TestClient, query = '') =>
    (await client.get(`/api/civil-affairs${query}`)).body;
  expect((await seen(district)).total).toBe(4);
  expect((await seen(town)).items.map((row: { name: string }) => row.name)).toEqual([
    '样例乙',
    '样例甲',
  ]);
  const { items } = await seen(district, '?answer=waiting');
  expect(items.map((row: { name: string }) => row.name)).toEqual(['样例丁', '样例乙']);
  expect((await seen(district, `?search=${inFile}`)).items).toMatchObject([
    { name: '样例甲', answer: 'opened', householdId: file.id },
  ]);

  const [, { id }] = items;
  const answer = { answer: 'declined', reason: '上门联系，本人不愿建档' };
  expect((await otherTown.post(`/api/civil-affairs/${id}/answer`, answer)).status).toBe(404);
  const answered = await town.post(`/api/civil-affairs/${id}/answer`, answer);
  expect(answered.body).toMatchObject({ answer: 'declined', answerReason: answer.reason });
  const opened = (await seen(district, '?answer=opened')).items[0];
  const refused = await district.post(`/api/civil-affairs/${opened.id}/answer`, answer);
  expect(refused).toMatchObject({ status: 409, body: { code: 'civil_affairs.has_file' } });
  const unasked = (await seen(district, '?answer=none')).items[0];
  const nobody = await district.post(`/api/civil-affairs/${unasked.id}/answer`, answer);
  expect(nobody.body.code).toBe('civil_affairs.not_to_ask');

  const body = { filter: {}, reason: '年度覆盖率统计' };
  expect((await district.post('/api/civil-affairs/export', body)).status).toBe(200);
  expect((await town.post('/api/civil-affairs/export', body)).status).toBe(403);
});

test('a check names every fault by cell with a cure; the faulty file comes back with the causes', async () => {
  const bytes = await aList([
    ['样例名册', '2026-01-12', '样例甲', '440118199001010018', '低保', null],
    ['样例名册', '2099-01-12', '样例乙', newIdentity(), '低保', '无此工会'],
    ['样例名册二', '2026-01-12', '样例丙', stranger, '低保', null],
    ['样例名册二', '2026-01-12', '样例丙', stranger, '不详', null],
    ['样例名册二', '2026-01-12', '样例丙', stranger, '低保', null],
  ]);
  const upload = (path: string) =>
    district.send({ method: 'POST', url: path, ...multipartOf(Buffer.from(bytes), {}) });
  const checked = await upload('/api/civil-affairs/import/check');
  expect(
    checked.body.problems.map(
      ({ where, code }: { where: string; code: string }) => `${where} ${code}`,
    ),
  ).toEqual([
    '低保名册!D2 civil_affairs.identity_wrong',
    '低保名册!B3 civil_affairs.list_in_future',
    '低保名册!F3 civil_affairs.union_unknown',
    '低保名册!E5 workbook.not_an_option',
    '低保名册!D6 civil_affairs.row_twice',
  ]);
  expect(checked.body).toMatchObject({ rowCount: 5, faultyCount: 4, createCount: 1 });
  expect((await upload('/api/civil-affairs/import/errors')).status).toBe(200);
  await expect(bringIn(bytes)).rejects.toMatchObject({ code: 'household.import_faulty' });
  expect((await district.get('/api/civil-affairs/import/template')).status).toBe(200);
  expect((await town.get('/api/civil-affairs/import/template')).status).toBe(403);
});
