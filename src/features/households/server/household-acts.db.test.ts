import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { fen } from '#core/money.ts';

import type { TestClient, TestReply } from '../../../../tests/support/api.ts';
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

beforeAll(async () => {
  api = await openServedApi();
  officer = await api.asRole('district_officer', 'D');
});
afterAll(() => api.close());

const read = async (id: number) => (await officer.get(`/api/households/${id}`)).body;
const act = (id: number, name: string, body: object): Promise<TestReply> =>
  officer.post(`/api/households/${id}/${name}`, { reason: REASON, ...body });

/** All rows of a file, its forms left out: what is encrypted differs at each writing. */
async function rowsOf(id: number): Promise<unknown> {
  const { rows } = await api.owner.pool.query(
    `select to_jsonb(h) as file, (select jsonb_agg(
        to_jsonb(p) - '{identity_secret,phone_secret,card_secret}'::text[] order by p.id)
      from household_people p where p.household_id = h.id) as people
     from households h where h.id = $1`,
    [id],
  );
  return rows[0];
}

const personId = (file: OpenedFile, place: number): number => file.form.people[place]?.id ?? 0;

describe('another head', () => {
  test('takes the place of the first, with relations told anew', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const [head, brother] = [personId(file, 0), personId(file, 1)];
    const missing = await act(file.id, 'head', { version: 1, personId: brother, relations: [] });
    expect(missing.body).toMatchObject({ code: 'household.relation_missing' });
    const { body } = await act(file.id, 'head', {
      version: 1,
      personId: brother,
      relations: [{ personId: head, relation: 'sibling' }],
    });
    expect(body).toMatchObject({
      version: 2,
      headName: '样例乙',
      events: [{ kind: 'head_changed' }, {}],
    });
    expect(body.form.people).toMatchObject([
      { id: head, role: 'worker', relation: 'sibling' },
      { id: brother, role: 'head', relation: 'head' },
    ]);
    expect(body.form).toMatchObject({ cardNumber: null, head: { memberNumber: null } });
    expect(body.form.head.address).toBe('样例区样例镇****');
  });
});

describe('a move', () => {
  test('takes the whole file to another union; an open case keeps it', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const there = await api.asRole('grassroots_officer', 'G12');
    expect((await there.get(`/api/households/${file.id}`)).status).toBe(404);
    const move = { version: 1, movedOn: '2026-02-01' };
    const same = await act(file.id, 'move', { ...move, unionId: api.unions.G11 });
    expect(same.body).toMatchObject({ code: 'household.move_to_same' });
    const { status, body } = await act(file.id, 'move', { ...move, unionId: api.unions.G12 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ events: [{ kind: 'moved' }, {}] });
    const seen = (await there.get(`/api/households/${file.id}`)).body;
    expect(seen).toMatchObject({ versions: [{ number: 1 }], events: [{ kind: 'moved' }, {}] });
    expect(seen.form.people).toHaveLength(file.form.people.length);
    await api.owner.pool.query(
      `insert into applications (number, union_id, household_id, applicant_name, is_on_behalf, aid_type,
        entered_on, facts_secret) values ('SQ-MOVE', $1, $2, '样例', true, '季度救助', '2026-02-02', '')`,
      [api.unions.G12, file.id],
    );
    const held = await act(file.id, 'move', { ...move, unionId: api.unions.G11 });
    expect(held.body).toMatchObject({ code: 'household.move_open_cases' });
    const notices = await api.owner.query.selectFrom('notices').select('code').execute();
    expect(notices.map(({ code }) => code)).toContain('household.moved_in');
  });
});

describe('exit and relapse', () => {
  test('end a file and take it up again; in between its people may be elsewhere', async () => {
    const form = aFamily();
    const file = await openedFile(officer, api.unions.G11, form);
    const exit = { version: 1, exitedOn: '2026-02-01', kind: 'moved_away' };
    const { body } = await act(file.id, 'exit', exit);
    expect(body).toMatchObject({
      state: 'exited',
      exitedOn: '2026-02-01',
      exitReason: expect.stringContaining(REASON),
      checkDueOn: null,
      headName: '样例户主',
    });
    expect((await act(file.id, 'exit', exit)).body).toMatchObject({ code: 'household.not_open' });
    const people = [aHead({ identityNumber: form.people[1]?.identityNumber ?? null })];
    const elsewhere = await openedFile(officer, api.unions.G21, aFamily({ people, income: [] }));
    const relapse = { version: 1, from: '2026-02-20' };
    expect((await act(file.id, 'relapse', relapse)).body).toMatchObject({
      code: 'household.people_elsewhere',
      status: 409,
    });
    await act(elsewhere.id, 'exit', { ...exit, kind: 'withdrawn' });
    expect((await act(file.id, 'relapse', relapse)).body).toMatchObject({
      state: 'open',
      exitedOn: null,
      exitReason: null,
      events: [{ kind: 'relapsed' }, { kind: 'exited' }, { kind: 'opened' }],
    });
    expect((await openFile(officer, api.unions.G21, form)).body).toMatchObject({
      code: 'household.person_in_other_file',
    });
  });
});

describe('a split', () => {
  test('gives some a file of their own, with their income', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const leaving = personId(file, 1);
    const { body } = await act(file.id, 'split', {
      version: 1,
      personIds: [leaving],
      headId: leaving,
      splitOn: '2026-02-10',
    });
    expect(body).toMatchObject({
      headName: '样例乙',
      memberCount: 1,
      openedOn: '2026-02-10',
      hardshipClass: 'unknown',
      versions: [{ source: 'split' }],
      events: [{ kind: 'split_from', otherHouseholdId: file.id }],
    });
    expect(body.fileNumber).not.toBe(file.fileNumber);
    expect(body.form.income).toEqual([{ person: 0, kind: 'wage', yearly: 1_000_000 }]);
    const old = await read(file.id);
    expect(old).toMatchObject({
      version: 2,
      memberCount: 1,
      events: [{ kind: 'split_off', otherHouseholdId: body.id }, {}],
    });
    expect(old.form.income).toEqual([{ person: 0, kind: 'wage', yearly: 1_200_000 }]);
    expect(old.form.spending).toEqual(file.form.spending);
  });

  test('leaves the head where it is', async () => {
    const file = await openedFile(officer, api.unions.G11);
    const split = { version: 1, headId: personId(file, 0), splitOn: '2026-02-10' };
    const { status, body } = await act(file.id, 'split', {
      ...split,
      personIds: [personId(file, 0)],
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'household.head_stays' });
  });
});

describe('a merge', () => {
  const merge = (file: OpenedFile, other: OpenedFile): Promise<TestReply> =>
    act(file.id, 'merge', {
      version: file.version,
      otherId: other.id,
      otherVersion: other.version,
      mergedOn: '2026-02-15',
    });

  /** The other file knows the brother of the first without his number. */
  async function twoFiles(): Promise<[OpenedFile, OpenedFile]> {
    const file = await openedFile(officer, api.unions.G11);
    const people = [
      aHead({ name: '样例丙', identityNumber: newIdentity() }),
      aPerson({ name: '样例乙', phone: '13900139000' }),
    ];
    const income = [0, 1].map(
      (person) => ({ person, kind: 'wage', yearly: fen(500_000) }) as const,
    );
    const other = await openedFile(officer, api.unions.G21, aFamily({ people, income }));
    return [file, other];
  }

  test('brings the people of another file in, one person once', async () => {
    const [file, other] = await twoFiles();
    const { body } = await merge(file, other);
    expect(body).toMatchObject({ version: 2, memberCount: 3, events: [{ kind: 'merged_in' }, {}] });
    expect(body.form.people).toMatchObject([
      { id: personId(file, 0), name: '样例户主', role: 'head' },
      { id: personId(file, 1), name: '样例乙', phone: '139****9000' },
      { name: '样例丙', role: 'worker', relation: 'other' },
    ]);
    expect(body.form.income).toMatchObject([
      { person: 0 },
      { person: 1 },
      { person: 2, yearly: 500_000 },
    ]);
    expect(await read(other.id)).toMatchObject({
      state: 'merged',
      mergedIntoId: file.id,
      events: [{ kind: 'merged_away', otherHouseholdId: file.id }, {}],
    });
    expect((await merge(file, other)).body).toMatchObject({ code: 'household.changed_meanwhile' });
  });

  test('is undone to the last row, by either of the two files', async () => {
    for (const byOther of [false, true]) {
      const [file, other] = await twoFiles();
      const before = [await rowsOf(file.id), await rowsOf(other.id)] as const;
      const forms = [file.form, other.form];
      await merge(file, other);
      const undone = await act(byOther ? other.id : file.id, 'undo-merge', {});
      expect(undone.status).toBe(200);
      expect(await rowsOf(other.id)).toEqual(before[1]);
      expect((await read(other.id)).form).toEqual(forms[1]);
      const restored = await read(file.id);
      expect(restored.form).toEqual(forms[0]);
      expect(restored).toMatchObject({
        version: 3,
        memberCount: 2,
        events: [{ kind: 'merge_undone' }, {}, {}],
      });
      expect((await act(file.id, 'undo-merge', {})).body).toMatchObject({
        code: 'household.not_merged_here',
      });
    }
  });

  test('undone after a later change loses who came with it and keeps the change', async () => {
    const [file, other] = await twoFiles();
    const merged = (await merge(file, other)).body;
    const change = { form: { ...merged.form, causeText: '后来的改动' }, source: 'visit' };
    await officer.send({
      method: 'PUT',
      url: `/api/households/${file.id}`,
      body: { version: 2, validOn: '2026-02-20', reason: REASON, ...change },
    });
    const { body } = await act(file.id, 'undo-merge', {});
    expect(body).toMatchObject({ version: 4, memberCount: 2, form: { causeText: '后来的改动' } });
    expect(await read(other.id)).toMatchObject({ state: 'open', memberCount: 2 });
  });

  test('is the district’s to do, and never with itself', async () => {
    const [file, other] = await twoFiles();
    expect((await merge(file, file)).body).toMatchObject({ code: 'household.merge_with_itself' });
    const town = await api.asRole('town_officer', 'T1');
    const body = {
      version: 1,
      otherId: other.id,
      otherVersion: 1,
      mergedOn: '2026-02-15',
      reason: REASON,
    };
    expect((await town.post(`/api/households/${file.id}/merge`, body)).status).toBe(403);
  });
});

describe('the list', () => {
  test('is found by names, numbers of files and whole personal numbers', async () => {
    const form = aFamily({ cardNumber: '6222029999999999' });
    const people = form.people.map((person, place) => ({ ...person, name: `寻找${place}` }));
    const file = await openedFile(officer, api.unions.G12, { ...form, people });
    const find = async (query: string): Promise<number[]> => {
      const { body } = await officer.get(`/api/households?${query}`);
      return body.items.map(({ id }: { id: number }) => id);
    };
    const identity = people[1]?.identityNumber ?? '';
    for (const search of ['寻找1', file.fileNumber, identity, '6222029999999999']) {
      expect(await find(`search=${encodeURIComponent(search)}`), search).toEqual([file.id]);
    }
    // A number of 15 places is the same person's.
    const fifteen = identity.slice(0, 6) + identity.slice(8, 17);
    expect(await find(`search=${fifteen}`)).toEqual([file.id]);
    expect(await find(`search=${identity.slice(0, 12)}`)).toEqual([]);
    expect(await find(`below=${api.unions.G12}&search=${encodeURIComponent('寻找')}`)).toEqual([
      file.id,
    ]);
    expect(await find(`below=${api.unions.G11}&search=${encodeURIComponent('寻找')}`)).toEqual([]);
    expect(await find(`isCheckDue=true&search=${encodeURIComponent('寻找')}`)).toEqual([]);
    api.setNow(new Date('2027-01-12T02:00:00Z'));
    const later = await api.asRole('district_officer', 'D');
    const due = await later.get(
      `/api/households?isCheckDue=true&sort=checked&search=${encodeURIComponent('寻找')}`,
    );
    api.setNow(new Date('2026-03-02T02:00:00Z'));
    expect(due.body).toMatchObject({ items: [{ id: file.id }], total: 1 });
  });

  test('gives every file once, page by page, in each order', async () => {
    const files = await Promise.all(
      Array.from({ length: 12 }, () => openedFile(officer, api.unions.G22)),
    );
    for (const sort of ['newest', 'file_number', 'checked']) {
      const seen: number[] = [];
      const start = `/api/households?below=${api.unions.G22}&limit=10&sort=${sort}`;
      let next: string | null = '';
      while (next !== null) {
        const { body } = await officer.get(next === '' ? start : `${start}&after=${next}`);
        expect(body.total).toBe(12);
        seen.push(...body.items.map(({ id }: { id: number }) => id));
        next = body.next;
      }
      expect(
        seen.toSorted((a, b) => a - b),
        sort,
      ).toEqual(files.map(({ id }) => id).toSorted((a, b) => a - b));
    }
  });
});
