import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { fen } from '#core/money.ts';

import type { TestClient } from '../../../../tests/support/api.ts';
import { aHead, aPerson } from '../../../../tests/support/household-form.ts';
import {
  aFamily,
  newIdentity,
  openedFile,
  openFile,
  REASON,
} from '../../../../tests/support/household-stage.ts';
import type { OpenedFile } from '../../../../tests/support/household-stage.ts';
import { openServedApi } from '../../../../tests/support/served-api.ts';
import type { ServedApi } from '../../../../tests/support/served-api.ts';

let api: ServedApi;
let officer: TestClient;
let otherTown: TestClient;

beforeAll(async () => {
  api = await openServedApi();
  officer = await api.asRole('town_officer', 'T1');
  otherTown = await api.asRole('town_officer', 'T2');
});
afterAll(() => api.close());

const url = (id: number, act = ''): string => `/api/households/${id}${act}`;

const save = (file: OpenedFile, change: object) =>
  officer.send({
    method: 'PUT',
    url: url(file.id),
    body: {
      version: file.version,
      form: file.form,
      validOn: '2026-02-01',
      source: 'visit',
      reason: REASON,
      ...change,
    },
  });

async function storedText(id: number): Promise<string> {
  const { rows } = await api.owner.pool.query<{ text: string }>(
    `select (select string_agg(p::text, '') from household_people p where p.household_id = $1)
      || (select string_agg(v::text, '') from household_versions v where v.household_id = $1) as text`,
    [id],
  );
  return rows[0]?.text ?? '';
}

const MINIMUM_LIVING = `insert into setting_entries (key, value, valid_from, reason)
  values ('households.minimum_living_yuan', '1300', '2026-01-01', '样例标准')`;

async function lastBody(id: number): Promise<{ readonly action: string }> {
  const { rows } = await api.owner.pool.query<{ body: string }>(
    `select body from audit_entries where subject = 'household' and subject_id = $1 order by id desc limit 1`,
    [String(id)],
  );
  return JSON.parse(rows[0]?.body ?? '{}');
}

describe('a new file', () => {
  test('has a number, a class with reasons and one version; its secrets are masked', async () => {
    const { body, status } = await openFile(officer, api.unions.G11);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      fileNumber: expect.stringMatching(/^D-KNZG-2026-\d{4}$/),
      state: 'open',
      version: 1,
      unionName: '样例甲一公司工会',
      headName: '样例户主',
      memberCount: 2,
      checkedOn: '2026-01-12',
      checkDueOn: '2027-01-12',
      openPairCount: 0,
      class: { hardshipClass: expect.any(String), incomeFen: 2_200_000 },
      versions: [{ number: 1, source: 'application', reason: REASON }],
      events: [{ kind: 'opened', happenedOn: '2026-01-12' }],
    });
    expect(body.identityNumber).toMatch(/^440118\*{8}\d{3}[\dX]$/);
    const [head] = body.form.people;
    expect(head).toMatchObject({ phone: '138****8000', illness: '******', id: expect.any(Number) });
    expect(body.form.cardNumber).toBe('**** 0009');
    expect(body.form.head.address).toBe('样例区样例镇****');
  });

  test('keeps no secret in plain text, neither in its rows nor in the log', async () => {
    const form = aFamily();
    const file = await openedFile(officer, api.unions.G11, form);
    const kept = (await storedText(file.id)) + JSON.stringify(await lastBody(file.id));
    for (const secret of [
      form.people[0]?.identityNumber,
      '13800138000',
      '6222020000000000009',
      '样例病种',
      '样例路1号',
    ]) {
      expect(kept).not.toContain(secret);
    }
    expect(await lastBody(file.id)).toMatchObject({
      action: 'household.opened',
      reason: REASON,
      after: { fileNumber: file.fileNumber, memberCount: 2 },
    });
  });

  test('is refused with every fault of the form, a mask of nothing, and a day ahead', async () => {
    const people = [aHead({ identityNumber: '440118199001010011', phone: '12' })];
    const faulty = await openFile(officer, api.unions.G11, aFamily({ people, income: [] }));
    expect(faulty.status).toBe(422);
    const codes = faulty.body.reasons.map(({ code }: { code: string }) => code);
    expect(codes.toSorted()).toEqual(['household.identity_check_digit', 'household.phone_form']);
    const masked = [aHead({ identityNumber: '440118********0011' })];
    expect(
      (await openFile(officer, api.unions.G11, aFamily({ people: masked, income: [] }))).body,
    ).toMatchObject({ code: 'household.masked_without_stored' });
    const body = {
      unionId: api.unions.G11,
      form: aFamily(),
      openedOn: '2026-03-03',
      reason: REASON,
    };
    expect((await officer.post('/api/households', body)).body).toMatchObject({
      code: 'household.day_in_future',
    });
  });

  test('is opened for a union in sight only', async () => {
    expect((await openFile(officer, api.unions.G21)).body).toMatchObject({
      code: 'household.union_unknown',
    });
  });

  test('is refused for somebody in an open file elsewhere, naming the union and nothing else', async () => {
    const form = aFamily();
    const file = await openedFile(officer, api.unions.G11, form);
    const identityNumber = form.people[1]?.identityNumber ?? null;
    const again = aFamily({ people: [aHead({ identityNumber })], income: [] });
    const { status, body } = await openFile(otherTown, api.unions.G21, again);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'household.person_in_other_file' });
    expect(body.detail ?? body.title).toContain('样例甲一公司工会');
    expect(JSON.stringify(body)).not.toContain(file.fileNumber);
    expect(JSON.stringify(body)).not.toContain('样例乙');
  });

  test('takes a person once and a number once, however many ask at the same moment', async () => {
    const identityNumber = newIdentity();
    const open = (people: ReturnType<typeof aHead>[]) =>
      openFile(officer, api.unions.G12, aFamily({ people, income: [] }));
    const same = await Promise.all(
      [1, 2, 3, 4].map(() =>
        open([aHead({ identityNumber: newIdentity() }), aPerson({ identityNumber })]),
      ),
    );
    expect(same.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409,
    ]);
    const refused = same.filter(({ status }) => status === 409).map(({ body }) => body.code);
    expect(new Set(refused)).toEqual(new Set(['household.person_in_other_file']));
    const others = await Promise.all(
      [1, 2, 3, 4].map(() => open([aHead({ identityNumber: newIdentity() })])),
    );
    const numbers = others.map(({ body }) => body.fileNumber);
    expect(new Set(numbers).size).toBe(4);
  });
});

describe('a changed form', () => {
  test('that comes back masked keeps what is on file, and says what changed', async () => {
    const form = aFamily();
    const file = await openedFile(officer, api.unions.G11, form);
    const [head, brother] = file.form.people;
    const people = [{ ...head, employer: '样例新厂' }, brother];
    const { body } = await save(file, { form: { ...file.form, people } });
    expect(body).toMatchObject({ version: 2, events: [{ kind: 'changed' }, { kind: 'opened' }] });
    const version = await officer.get(url(file.id, '/versions/2'));
    expect(version.body.changed).toEqual(['people.0.employer']);
    const reveal = (field: string) =>
      officer.post(url(file.id, `/people/${head?.id}/reveal`), { field, reason: REASON });
    const values = await Promise.all(
      ['identity', 'phone', 'card', 'illness', 'address'].map(
        async (field) => (await reveal(field)).body.value,
      ),
    );
    expect(values).toEqual([
      form.people[0]?.identityNumber,
      '13800138000',
      '6222020000000000009',
      '样例病种',
      '样例区样例镇样例路1号',
    ]);
    const entry = await lastBody(file.id);
    expect(entry).toMatchObject({ action: 'household.secret_revealed', reason: REASON });
    expect(JSON.stringify(entry)).not.toContain('样例路1号');
  });

  test('lets people go and come, and its class follow', async () => {
    await api.owner.pool.query(MINIMUM_LIVING);
    const file = await openedFile(officer, api.unions.G11);
    const [head] = file.form.people;
    const child = aPerson({
      name: '样例新生',
      bornOn: null,
      relation: 'child',
      identityNumber: newIdentity(),
    });
    const income = [0, 1].map((person) => ({ person, kind: 'wage', yearly: fen(90_000_000) }));
    const { body } = await save(file, { form: { ...file.form, people: [head, child], income } });
    expect(body.form.people).toMatchObject([{ name: '样例户主' }, { name: '样例新生' }]);
    expect(body.form.people[1].id).toBeGreaterThan(file.form.people[1]?.id ?? 0);
    const codes = body.class.reasons.map(({ code }: { readonly code: string }) => code);
    expect(codes).toEqual(['household.class_none']);
    expect(body.hardshipClass).toBe('none');
    const { rows } = await api.owner.pool.query(
      `select name, left_on as "leftOn" from household_people where household_id = $1 order by id`,
      [file.id],
    );
    expect(rows).toEqual([
      { name: '样例户主', leftOn: null },
      { name: '样例乙', leftOn: '2026-02-01' },
      { name: '样例新生', leftOn: null },
    ]);
  });

  test('is refused on an old version, without a change, and with a row of another file', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const other = await openedFile(officer, api.unions.G11);
    expect((await save(file, {})).body).toMatchObject({ code: 'household.nothing_changed' });
    const people = [file.form.people[0], other.form.people[1]];
    expect((await save(file, { form: { ...file.form, people } })).body).toMatchObject({
      code: 'household.person_not_here',
    });
    await save(file, { form: { ...file.form, causeText: '样例' } });
    const late = await save(file, { form: { ...file.form, causeText: '样例二' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'household.changed_meanwhile' } });
  });

  test('as a recheck moves the day of the last one, without a change too', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const { body } = await save(file, { source: 'recheck', validOn: '2026-02-20' });
    expect(body).toMatchObject({ version: 2, checkedOn: '2026-02-20', checkDueOn: '2027-02-20' });
    const again = await officer.post(url(file.id, '/recheck'), {
      version: 2,
      checkedOn: '2026-03-01',
      reason: REASON,
    });
    expect(again.body).toMatchObject({ version: 2, checkedOn: '2026-03-01' });
    const early = await officer.post(url(file.id, '/recheck'), {
      version: 2,
      checkedOn: '2026-02-01',
      reason: REASON,
    });
    expect(early.body).toMatchObject({ code: 'household.day_before_last_check' });
  });
});

describe('a file of another town', () => {
  test('is not there', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const [head] = file.form.people;
    const replies = await Promise.all([
      otherTown.get(url(file.id)),
      otherTown.get(url(file.id, '/versions/1')),
      otherTown.post(url(file.id, '/recheck'), {
        version: 1,
        checkedOn: '2026-03-01',
        reason: REASON,
      }),
      otherTown.post(url(file.id, `/people/${head?.id}/reveal`), {
        field: 'phone',
        reason: REASON,
      }),
    ]);
    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'household.unknown' } });
    }
    const list = await otherTown.get('/api/households?state=all');
    expect(list.body).toEqual({ items: [], next: null, total: 0 });
  });
});
