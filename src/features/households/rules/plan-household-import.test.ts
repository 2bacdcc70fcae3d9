import { describe, expect, test } from 'vitest';

import type { CellValue } from '#core/cell-value.ts';
import { fen } from '#core/money.ts';
import { day } from '#core/plain-date.ts';
import type { RawSheet } from '#features/fund-years/rules/list-sheets.ts';
import { listColumns, printRow } from '#features/fund-years/rules/sheet-spec.ts';

import { toHouseholdValues, toMemberValues } from './form-to-rows.ts';
import type { HouseholdForm, PersonForm } from './household-form.ts';
import { HOUSEHOLD_SHEET, MEMBER_SHEET } from './household-sheets.ts';
import type { HouseholdValues, MemberValues } from './household-sheets.ts';
import type { ExistingHousehold, ImportGround } from './import-ground.ts';
import { maskForm } from './mask-form.ts';
import { blankForm, blankPerson } from './overlay-form.ts';
import { planHouseholdImport } from './plan-household-import.ts';
import { readHouseholdSheets } from './read-household-sheets.ts';

const TODAY = day('2026-03-02');
const HEAD = '440118199001010019';
const CHILD = '440118201506010022';
const OTHER = '440183198506150028';

function aForm(): HouseholdForm {
  const blank = blankForm();
  const head: PersonForm = {
    ...blankPerson({ id: 1, role: 'head', relation: 'head' }),
    name: '张样例',
    identityNumber: HEAD,
    phone: '13800138000',
    illness: '恶性肿瘤',
    isUnionMember: true,
  };
  const child: PersonForm = {
    ...blankPerson({ id: 2, role: 'member', relation: 'child' }),
    name: '张小样',
    bornOn: day('2015-06-01'),
  };
  return {
    ...blank,
    people: [head, child],
    head: {
      ...blank.head,
      address: '样例市样例区样例街道样例路1号',
      otherContact: '邻居 13900139000',
      paysDues: false,
    },
    income: [
      { person: 0, kind: 'wage', yearly: fen(4_200_000) },
      { person: 1, kind: 'maintenance', yearly: fen(0) },
    ],
    spending: [
      { kind: 'illness', yearly: fen(100), reimbursed: fen(50), note: '第一次住院' },
      { kind: 'illness', yearly: fen(200), reimbursed: fen(0), note: '第二次住院' },
    ],
    accident: {
      kind: 'accident',
      happenedOn: day('2026-01-05'),
      netCost: fen(1_000_000),
      note: '车祸',
    },
    mainCause: 'own_illness',
    otherCauses: ['low_income', 'schooling'],
    cardNumber: '6217003300000000005',
    tier: 'city',
  };
}

const DAYS = { openedOn: day('2026-01-12'), validOn: day('2026-01-12') };

function existing(form = aForm(), state: ExistingHousehold['state'] = 'open'): ExistingHousehold {
  return { id: 7, fileNumber: '440118-KNZG-2026-0007', unionCode: 'U1', state, form, ...DAYS };
}

function ground(files: readonly ExistingHousehold[] = []): ImportGround<ExistingHousehold> {
  return {
    today: TODAY,
    unions: new Map([
      ['U1', { id: 21, isClosed: false }],
      ['U2', { id: 22, isClosed: true }],
    ]),
    byFileNumber: new Map(files.map((file) => [file.fileNumber, file])),
    byHead: new Map(files.map((file) => [file.form.people[0]?.identityNumber ?? '', file])),
    filesOfPeople: new Map(
      files.flatMap((file) =>
        file.form.people.flatMap(({ identityNumber }) =>
          identityNumber === null
            ? []
            : [[identityNumber, { householdId: file.id, unionName: '样例工会' }] as const],
        ),
      ),
    ),
  };
}

/** What an export would hold of the file. */
function listed({ fileNumber, unionCode, form }: ExistingHousehold) {
  const file = { fileNumber, unionCode, openedOn: TODAY, validOn: TODAY, form: maskForm(form) };
  return { head: toHouseholdValues(file), members: toMemberValues(file) };
}

const BLANK_HOUSEHOLD = toHouseholdValues({
  fileNumber: '',
  unionCode: 'U1',
  openedOn: TODAY,
  validOn: TODAY,
  form: {
    ...blankForm(),
    people: [{ ...blankPerson({ id: null, role: 'head', relation: 'head' }) }],
  },
});

function aHead(values: Partial<HouseholdValues>): HouseholdValues {
  return {
    ...BLANK_HOUSEHOLD,
    fileNumber: null,
    isUnionMember: null,
    scheme: null,
    tier: null,
    name: '张样例',
    ...values,
  };
}

function aMember(values: Partial<MemberValues>): MemberValues {
  const { identityNumber: _head, ...blank } = aHead({ name: '张小样' });
  return {
    ...blank,
    headNumber: HEAD,
    identityNumber: null,
    role: null,
    relation: 'child',
    ...values,
  };
}

function sheetOf(
  name: string,
  headings: readonly string[],
  rows: (readonly CellValue[])[],
): RawSheet {
  const texts = headings.map((text): CellValue => ({ kind: 'text', text }));
  return {
    name,
    rows: [texts, ...rows].map((cells, at) => ({
      number: at + 1,
      isHidden: false,
      cells: cells.map((value, index) => ({ column: index + 1, value })),
    })),
  };
}

function read(heads: readonly HouseholdValues[], members: readonly MemberValues[] = []) {
  return readHouseholdSheets([
    sheetOf(
      HOUSEHOLD_SHEET.name,
      listColumns(HOUSEHOLD_SHEET.columns).map(({ heading }) => heading),
      heads.map((values) => printRow(HOUSEHOLD_SHEET.columns, values)),
    ),
    sheetOf(
      MEMBER_SHEET.name,
      listColumns(MEMBER_SHEET.columns).map(({ heading }) => heading),
      members.map((values) => printRow(MEMBER_SHEET.columns, values)),
    ),
  ]);
}

const plan = (
  heads: readonly HouseholdValues[],
  members: readonly MemberValues[] = [],
  files: readonly ExistingHousehold[] = [],
) => planHouseholdImport(read(heads, members), ground(files));

const errorsOf = ({ faults }: ReturnType<typeof plan>): string[] =>
  faults
    .filter(({ severity }) => severity === 'error')
    .map(({ sheet, rowNumber, column, code }) => `${sheet} ${rowNumber} ${column} ${code}`);

test('what an export prints of a file, masked, changes nothing when it comes back', () => {
  const file = existing();
  const { head, members } = listed(file);
  expect(JSON.stringify([head, members])).not.toMatch(/13800138000|13900139000|19900101|路1号/);
  const planned = plan([head], members, [file]);
  expect(planned).toMatchObject({ changes: [], unchangedCount: 1, rowCount: 1, faults: [] });
});

describe('a new household', () => {
  const rows = [aHead({ identityNumber: HEAD, income_wage: fen(100), address: '样例街道1号' })];

  test('is made of its head and the people that name the head', () => {
    const planned = plan(rows, [
      aMember({ income_maintenance: fen(5), bornOn: day('2015-06-01') }),
      aMember({ name: '李样例', relation: 'spouse', identityNumber: OTHER }),
    ]);
    expect(errorsOf(planned)).toEqual([]);
    expect(planned.changes).toMatchObject([
      {
        existing: undefined,
        unionId: 21,
        openedOn: TODAY,
        form: {
          people: [
            { id: null, role: 'head', name: '张样例', identityNumber: HEAD },
            { id: null, role: 'member', relation: 'child', name: '张小样' },
            { role: 'member', relation: 'spouse', identityNumber: OTHER },
          ],
          head: { address: '样例街道1号' },
          income: [
            { person: 0, kind: 'wage', yearly: 100 },
            { person: 1, kind: 'maintenance', yearly: 5 },
          ],
          scheme: 'current',
          tier: 'district',
        },
      },
    ]);
  });

  test('needs a union in sight that is still there', () => {
    const number = { identityNumber: HEAD };
    expect(errorsOf(plan([aHead({ ...number, unionCode: 'U9' })]))).toEqual([
      'heads 2 unionCode household.unknown_union',
    ]);
    expect(errorsOf(plan([aHead({ ...number, unionCode: 'U2' })]))).toEqual([
      'heads 2 unionCode household.closed_union',
    ]);
  });

  test('cannot be given a number that no file has, or a mask with nothing behind it', () => {
    expect(errorsOf(plan([aHead({ identityNumber: HEAD, fileNumber: 'X-1' })]))).toEqual([
      'heads 2 fileNumber household.unknown_file',
    ]);
    expect(errorsOf(plan([aHead({ identityNumber: HEAD, phone: '138****8000' })]))).toEqual([
      'heads 2 phone household.masked_unknown',
    ]);
  });
});

describe('a household on file', () => {
  const file = existing();
  const { fileNumber } = file;
  const { head, members } = listed(file);

  test('takes on what the sheet says anew, and keeps what is blank or masked', () => {
    const changed = { ...head, phone: '13700137000', spending_illness: fen(500), industry: null };
    const planned = plan([changed], members, [file]);
    expect(errorsOf(planned)).toEqual([]);
    const [change] = planned.changes;
    const [person, child] = change?.form.people ?? [];
    expect(person).toEqual({ ...file.form.people[0], phone: '13700137000' });
    expect(child).toEqual(file.form.people[1]);
    expect(change?.form.head).toEqual(file.form.head);
    expect(change?.form.spending).toEqual([
      { kind: 'illness', yearly: 500, reimbursed: 50, note: '第一次住院' },
    ]);
  });

  test('is found by the number of its head alone', () => {
    const row = aHead({ identityNumber: HEAD, causeText: '更新' });
    const [change] = plan([row], [], [file]).changes;
    expect(change?.existing?.id).toBe(7);
    expect(change?.form).toEqual({ ...file.form, causeText: '更新' });
  });

  test('learns the number of somebody who had none, and takes in newcomers behind the others', () => {
    const rows = [
      aMember({ fileNumber, identityNumber: CHILD }),
      aMember({ fileNumber, name: '李样例', relation: 'spouse', identityNumber: OTHER }),
    ];
    const [change] = plan([head], rows, [file]).changes;
    expect(change?.form.people).toMatchObject([
      { id: 1 },
      { id: 2, name: '张小样', identityNumber: CHILD },
      { id: null, name: '李样例', identityNumber: OTHER },
    ]);
  });

  test('changes neither its union nor its head by a list, and not at all once it has ended', () => {
    expect(
      errorsOf(plan([{ ...head, unionCode: 'U2', phone: '13700137000' }], [], [file])),
    ).toEqual(['heads 2 unionCode household.union_fixed']);
    expect(errorsOf(plan([{ ...head, identityNumber: OTHER }], [], [file]))).toEqual([
      'heads 2 identityNumber household.other_head',
    ]);
    const ended = existing(aForm(), 'exited');
    expect(errorsOf(plan([{ ...head, phone: '13700137000' }], [], [ended]))).toEqual([
      'heads 2 name household.file_ended',
    ]);
    expect(plan([head], members, [ended])).toMatchObject({ unchangedCount: 1, faults: [] });
  });
});

describe('people', () => {
  test('must have a head in the file, and a fault of one keeps the whole household out', () => {
    const planned = plan(
      [aHead({ identityNumber: HEAD }), aHead({ identityNumber: OTHER, name: '李样例' })],
      [aMember({ phone: '1380013800a' }), aMember({ headNumber: CHILD })],
    );
    expect(errorsOf(planned)).toEqual([
      'members 3 headNumber household.head_row_missing',
      'members 2 phone household.phone_form',
    ]);
    expect(planned).toMatchObject({ rowCount: 3, faultyCount: 2 });
    expect(planned.changes.map(({ origin }) => origin.headRow)).toEqual([3]);
  });

  test('stand in one household alone, here and on record', () => {
    const twice = plan([
      aHead({ identityNumber: HEAD }),
      aHead({ identityNumber: HEAD, name: '张重复' }),
    ]);
    expect(errorsOf(twice)).toContain('heads 2 identityNumber household.row_twice');
    const two = plan(
      [aHead({ identityNumber: HEAD }), aHead({ identityNumber: OTHER })],
      [aMember({ identityNumber: OTHER, relation: 'spouse' })],
    );
    expect(errorsOf(two)).toEqual([
      'members 2 identityNumber household.person_twice_in_file',
      'heads 3 identityNumber household.person_twice_in_file',
    ]);
    expect(two.changes).toEqual([]);
    const elsewhere = plan(
      [aHead({ identityNumber: OTHER })],
      [aMember({ headNumber: OTHER, identityNumber: HEAD, relation: 'spouse' })],
      [existing()],
    );
    expect(errorsOf(elsewhere)).toEqual(['members 2 identityNumber household.person_elsewhere']);
  });
});

test('faults of cells are named where they stand, and their household is known by the rest', () => {
  const found = read(
    [aHead({ identityNumber: HEAD, accidentKind: 'disaster' }), aHead({})],
    [aMember({ headNumber: null })],
  );
  expect(found.listProblems().map(({ sheet, cell, code }) => `${sheet} ${cell} ${code}`)).toEqual([
    expect.stringMatching(/^困难家庭 [A-Z]+2 workbook.required$/),
    expect.stringMatching(/^困难家庭 [A-Z]+2 workbook.required$/),
    '困难家庭 F3 household.key_missing',
    '家庭成员 A2 household.key_missing',
  ]);
  expect(planHouseholdImport(found, ground())).toMatchObject({ rowCount: 3, faultyCount: 3 });
});
