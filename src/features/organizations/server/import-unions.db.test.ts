import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { day } from '#core/plain-date.ts';
import type { Context } from '#platform/context.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { asActor } from '../../../../tests/support/context.ts';
import { openTestDatabase } from '../../../../tests/support/database.ts';
import type { TestDatabase } from '../../../../tests/support/database.ts';
import { openTestKeyring } from '../../../../tests/support/keyring.ts';
import { closeUnion } from './commands/close-union.ts';
import { createUnion } from './commands/create-union.ts';
import { exportUnions } from './commands/export-unions.ts';
import { foundRoot } from './commands/found-root.ts';
import { checkUnionImport, importUnions, writeImportErrors } from './commands/import-unions.ts';
import { listUnions } from './list-unions.ts';
import { getUnionDetail } from './union-detail.ts';
import { readUnionWorkbook } from './workbook/read-union-workbook.ts';
import { unionTemplateBytes } from './workbook/union-template.ts';

const cipher = createFieldCipher(await openTestKeyring());
const reason = '年度导入';
let database: TestDatabase;
let district: number;
let town: number;
let round = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  await act((context) =>
    foundRoot(context, { code: 'C', name: '样例市总工会', level: 'city', reason }),
  );
});
afterAll(() => database.close());

/** Each test has a district of its own, with one town. */
beforeEach(async () => {
  round += 1;
  const root = await database.owner.query
    .selectFrom('unions')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow();
  const found = (parentId: number, code: string, level: 'district' | 'town_or_system') =>
    act((context) =>
      createUnion(context, cipher, { parentId, code, name: `样例${code}`, level, reason }),
    );
  district = await found(root.id, `D${round}`, 'district');
  town = await found(district, `T${round}`, 'town_or_system');
});

function act<Result>(
  work: (context: Context) => Promise<Result>,
  scopeRoots: readonly number[] | 'all' = 'all',
): Promise<Result> {
  return asActor(database.app, { scopeRoots, name: '样例管理员' }, work);
}

const HEADINGS = [
  '工会编码*',
  '工会名称*',
  '层级*',
  '上级工会编码',
  '联系电话',
  '会员数',
  '职工数',
  '统计年度',
];
type Cells = readonly (string | number | null)[];

async function aFile(rows: readonly Cells[], headings: Cells = HEADINGS) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  sheet.addRow(['2026年工会名册']);
  sheet.mergeCells('A1:H1');
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow([...row]);
  return { name: 'list.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

const check = async (rows: readonly Cells[]) => {
  const file = await aFile(rows);
  return act((context) => checkUnionImport(context, cipher, file), [district]);
};

const run = async (rows: readonly Cells[], mode: 'all_or_nothing' | 'skip_faulty') => {
  const file = await aFile(rows);
  return act(
    (context) => importUnions(context, cipher, { file, order: { mode, reason } }),
    [district],
  );
};

const namesBelow = async (id: number) => {
  const query = { state: 'all', below: id, sort: 'tree', limit: 200 } as const;
  const page = await act((context) => listUnions(context, cipher, query));
  return page.items.map(({ name }) => name);
};

const code = (letter: string) => `${letter}${round}`;

describe('an import', () => {
  test('founds unions whose parents come later in the file, with contacts, counts and history', async () => {
    const result = await run(
      [
        [code('B'), '样例下属工会', '基层工会', code('A'), '13800138000', 20, 25, 2025],
        [code('A'), '样例公司工会', '基层工会', code('T'), null, null, null, null],
      ],
      'all_or_nothing',
    );
    expect(result).toEqual({
      createCount: 2,
      updateCount: 0,
      unchangedCount: 0,
      skippedCount: 0,
    });
    expect(await namesBelow(town)).toEqual([`样例${code('T')}`, '样例公司工会', '样例下属工会']);
    const detail = await detailOf(code('B'));
    expect(detail).toMatchObject({
      contactPhone: '138****8000',
      memberCount: 20,
      workerCount: 25,
      membershipYear: 2025,
      placements: [{ reason, validTo: null, parentName: '样例公司工会' }],
    });
  });

  test('changes what it says of unions that are there, and leaves alone what is blank', async () => {
    const rows: Cells[] = [
      [code('A'), '样例甲工会', '基层工会', code('T'), '020-82752345', 20, 25, 2025],
    ];
    await run(rows, 'all_or_nothing');
    expect(await run(rows, 'all_or_nothing')).toMatchObject({ updateCount: 0, unchangedCount: 1 });
    const changed: Cells = [code('A'), '样例乙工会', '基层工会', code('D'), null, 21, null, 2025];
    expect(await run([changed], 'all_or_nothing')).toMatchObject({ updateCount: 1 });
    expect(await detailOf(code('A'))).toMatchObject({
      name: '样例乙工会',
      parentId: district,
      contactPhone: '***-****2345',
      memberCount: 21,
      workerCount: 25,
      placements: [
        { name: '样例乙工会', parentId: district },
        { name: '样例甲工会', parentId: town, validTo: '2026-03-01' },
      ],
    });
  });

  test('swaps two unions without ever making a ring', async () => {
    await run(
      [
        [code('A'), '样例甲工会', '基层工会', code('T')],
        [code('B'), '样例乙工会', '基层工会', code('A')],
      ],
      'all_or_nothing',
    );
    await run(
      [
        [code('A'), '样例甲工会', '基层工会', code('B')],
        [code('B'), '样例乙工会', '基层工会', code('T')],
      ],
      'all_or_nothing',
    );
    expect((await detailOf(code('A'))).ancestors.map(({ name }) => name).slice(-2)).toEqual([
      `样例${code('T')}`,
      '样例乙工会',
    ]);
  });

  test('with any error writes nothing, unless the faulty rows are to be skipped', async () => {
    const rows: Cells[] = [
      [code('A'), '样例甲工会', '基层工会', code('T')],
      [code('B'), '样例乙工会', '基层工会', 'NOWHERE'],
      [code('E'), '样例丙工会', '基层工会', code('B')],
    ];
    await expect(run(rows, 'all_or_nothing')).rejects.toMatchObject({
      kind: 'conflict',
      code: 'union.import_faulty',
      params: { count: 2 },
    });
    expect(await namesBelow(town)).toHaveLength(1);
    expect(await run(rows, 'skip_faulty')).toMatchObject({ createCount: 1, skippedCount: 2 });
    expect(await namesBelow(town)).toEqual([`样例${code('T')}`, '样例甲工会']);
  });

  test('cannot use a code or a parent of a union out of sight', async () => {
    const foreign = `T${round - 1}`;
    const found = await check([[code('A'), '样例甲工会', '基层工会', foreign]]);
    expect(found.problems).toMatchObject([{ code: 'union.unknown_parent', where: 'Sheet1!D3' }]);
    const taken = run([[foreign, '样例甲工会', '基层工会', code('T')]], 'all_or_nothing');
    await expect(taken).rejects.toMatchObject({ code: 'union.code_taken' });
  });
});

describe('a check', () => {
  test('names every fault by its cell, in Chinese, and changes nothing', async () => {
    const closed = await closedUnion();
    const found = await check([
      [code('A'), '样例甲工会', '基层工会', code('B')],
      [code('B'), '样例乙工会', '基层工会', code('A')],
      [code('E'), '样例丙工会', '基层工会', code('T')],
      [code('E'), '样例丁工会', '基层工会', code('T')],
      [code('F'), '样例戊工会', '区总工会', code('T')],
      [code('G'), '样例己工会', '基层工会', closed],
      [code('H'), '样例庚工会', '村工会', code('T'), '1380013800a', 9, 8, 2025],
      [code('I'), '样例辛工会', '基层工会', null],
      [code('J'), '样例壬工会', '基层工会', code('T'), null, 9, null, 2027],
      [closed, '样例癸工会', '基层工会', null],
    ]);
    expect(found.problems.map(({ where, code: name }) => `${where} ${name}`)).toEqual([
      'Sheet1!D3 union.ring',
      'Sheet1!D4 union.ring',
      'Sheet1!A5 union.code_twice',
      'Sheet1!A6 union.code_twice',
      'Sheet1!D7 union.level_order',
      'Sheet1!D8 union.parent_closed',
      'Sheet1!C9 workbook.not_an_option',
      'Sheet1!E9 union.not_a_phone',
      'Sheet1!G9 union.more_members',
      'Sheet1!D10 union.parent_required',
      'Sheet1!H11 union.year_in_future',
      'Sheet1!A12 union.closed',
    ]);
    for (const { cause, cure } of found.problems) {
      expect(cause).not.toContain('union.');
      expect(cure).toMatch(/^(请|层级)/);
    }
    expect(found).toMatchObject({ rowCount: 10, faultyCount: 10, createCount: 0 });
  });

  test('refuses a file without a required column, also when faulty rows may be skipped', async () => {
    const file = await aFile([[code('A'), '样例甲工会']], ['工会编码', '工会名称']);
    const found = await act((context) => checkUnionImport(context, cipher, file));
    expect(found.canSkipFaulty).toBe(false);
    const order = { mode: 'skip_faulty', reason } as const;
    const running = act((context) => importUnions(context, cipher, { file, order }));
    await expect(running).rejects.toMatchObject({ code: 'union.import_unreadable' });
  });

  test('gives the file back with the causes beside its rows, which can be read again', async () => {
    const file = await aFile([
      [code('A'), '样例甲工会', '基层工会', code('T')],
      [code('B'), '样例乙工会', '基层工会', 'NOWHERE'],
    ]);
    const bytes = await act((context) => writeImportErrors(context, cipher, file));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getCell('I2').value).toBe('错误原因');
    expect(sheet?.getCell('I3').value).toBeNull();
    expect(sheet?.getCell('I4').value).toContain('没有编码为NOWHERE的工会');
    const again = { name: 'again.xlsx', bytes };
    const found = await act((context) => checkUnionImport(context, cipher, again));
    expect(found.problems.map(({ code: name }) => name)).toEqual(['union.unknown_parent']);
  });

  test('of the template as it is finds only the example row', async () => {
    const file = { name: 'template.xlsx', bytes: await unionTemplateBytes() };
    const found = await act((context) => checkUnionImport(context, cipher, file));
    expect(found.problems).toMatchObject([{ code: 'union.example_row', where: '工会组织!A2' }]);
  });
});

test('an export holds the filtered unions with masked phones, and reads back as no change', async () => {
  await run(
    [[code('A'), '样例甲工会', '基层工会', code('T'), '13800138000', 20, 25, 2025]],
    'all_or_nothing',
  );
  const filter = { below: town, state: 'open' } as const;
  const bytes = await act((context) =>
    exportUnions(context, cipher, { filter, reason: '上报年报' }),
  );
  const read = await readUnionWorkbook(bytes);
  expect(read.records).toMatchObject([
    { code: code('T'), parentCode: code('D') },
    { code: code('A'), parentCode: code('T'), memberCount: 20, workerCount: 25, year: 2025 },
  ]);
  // The date of closure, which only an export holds, is read over without a word.
  expect(JSON.stringify(read.sheet)).toContain('撤销日期');
  expect(read.listProblems()).toEqual([]);
  expect(JSON.stringify(read.sheet)).toContain('138****8000');
  const order = { mode: 'all_or_nothing', reason } as const;
  const file = { name: 'export.xlsx', bytes };
  const result = await act((context) => importUnions(context, cipher, { file, order }));
  expect(result).toMatchObject({ createCount: 0, updateCount: 0, unchangedCount: 2 });
});

test('a long list is written in several statements, each union with its own phone', async () => {
  const rows = Array.from({ length: 1100 }, (_, at): Cells => [
    `${code('L')}-${at}`,
    `样例${at}工会`,
    '基层工会',
    at < 100 ? code('T') : `${code('L')}-${at % 100}`,
    `1380013${String(at).padStart(4, '0')}`,
    10,
    12,
    2025,
  ]);
  expect(await run(rows, 'all_or_nothing')).toMatchObject({ createCount: 1100 });
  expect(await detailOf(`${code('L')}-1099`)).toMatchObject({
    contactPhone: '138****1099',
    parentName: '样例99工会',
    memberCount: 10,
  });
});

async function detailOf(unionCode: string) {
  const { id } = await database.owner.query
    .selectFrom('unions')
    .select('id')
    .where('code', '=', unionCode)
    .executeTakeFirstOrThrow();
  return act((context) => getUnionDetail(context, cipher, id));
}

async function closedUnion(): Promise<string> {
  const name = { code: code('Z'), name: '样例已撤工会', level: 'grassroots' } as const;
  const id = await act((context) =>
    createUnion(context, cipher, { ...name, parentId: town, reason }),
  );
  const closure = { version: 1, closedOn: day('2026-03-01'), reason };
  await act((context) => closeUnion(context, { id, closure }));
  return name.code;
}
