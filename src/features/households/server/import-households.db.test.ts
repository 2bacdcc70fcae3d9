import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CellValue } from '#core/cell-value.ts';
import { listColumns } from '#features/fund-years/rules/sheet-spec.ts';
import { createUnion } from '#features/organizations/server/commands/create-union.ts';
import { foundRoot } from '#features/organizations/server/commands/found-root.ts';
import type { Context } from '#platform/context.ts';
import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';

import { asActor } from '../../../../tests/support/context.ts';
import { openTestDatabase } from '../../../../tests/support/database.ts';
import type { TestDatabase } from '../../../../tests/support/database.ts';
import { openTestKeyring } from '../../../../tests/support/keyring.ts';
import { HOUSEHOLD_SHEET, MEMBER_SHEET } from '../rules/household-sheets.ts';
import { exportHouseholds } from './commands/export-households.ts';
import {
  checkHouseholdImport,
  importHouseholds,
  writeImportErrors,
} from './commands/import-households.ts';
import { getHouseholdDetail } from './household-detail.ts';
import { householdTemplateBytes } from './workbook/household-template.ts';

const keyring = await openTestKeyring();
const keys = { cipher: createFieldCipher(keyring), blindIndex: createBlindIndex(keyring) };
const reason = '导入旧档案';
let database: TestDatabase;
let district: number;
let otherDistrict: number;

beforeAll(async () => {
  database = await openTestDatabase();
  const root = await act((context) =>
    foundRoot(context, { code: 'C', name: '样例市总工会', level: 'city', reason }),
  );
  const found = (parentId: number, code: string, level: 'district' | 'grassroots') =>
    act((context) =>
      createUnion(context, keys.cipher, { parentId, code, name: `样例${code}`, level, reason }),
    );
  district = await found(root, 'D1', 'district');
  otherDistrict = await found(root, 'D2', 'district');
  await found(district, 'U1', 'grassroots');
  await found(otherDistrict, 'U2', 'grassroots');
});
afterAll(() => database.close());

function act<Result>(
  work: (context: Context) => Promise<Result>,
  scopeRoots: readonly number[] | 'all' = 'all',
): Promise<Result> {
  return asActor(database.app, { scopeRoots, name: '样例管理员' }, work);
}

type Cells = Readonly<Record<string, string | number | null>>;

function addSheet(workbook: ExcelJS.Workbook, name: string, rows: readonly Cells[]): void {
  const sheet = workbook.addWorksheet(name);
  sheet.addRow(['样例区总工会困难职工档案']);
  sheet.mergeCells('A1:F1');
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  sheet.addRow(headings);
  for (const row of rows) sheet.addRow(headings.map((heading) => row[heading] ?? null));
}

async function aFile(households: readonly Cells[], members: readonly Cells[] = []) {
  const workbook = new ExcelJS.Workbook();
  addSheet(workbook, HOUSEHOLD_SHEET.name, households);
  if (members.length > 0) addSheet(workbook, MEMBER_SHEET.name, members);
  return { name: 'list.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const check = (file: File) =>
  act((context) => checkHouseholdImport(context, keys, file), [district]);
const run = (file: File, mode: 'all_or_nothing' | 'skip_faulty' = 'all_or_nothing') =>
  act((context) => importHouseholds(context, keys, { file, order: { mode, reason } }), [district]);

/** Sound numbers of nobody: the order number counts up. */
function numberOf(order: number, birth = '19800101'): string {
  const digits = `440118${birth}${String(order).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

function aHousehold(order: number, more: Cells = {}): Cells {
  return {
    '所属工会编码*': 'U1',
    '姓名*': `样例${order}`,
    '身份证号*': numberOf(order),
    手机: '13800138000',
    现住址: '样例市样例区样例街道样例路1号',
    '收入：工资薪金': 24_000.5,
    '支出：因病': 30_000,
    '报销：因病': 12_000,
    主要致困原因: '本人大病',
    次要致困原因: '收入低、子女上学',
    银行卡号: '6217003300000000005',
    ...more,
  };
}

const aChild = (order: number, more: Cells = {}): Cells => ({
  '户主身份证号*': numberOf(order),
  '姓名*': `样例${order}之子`,
  '与户主关系*': '子女',
  身份证号: numberOf(order, '20150601'),
  出生日期: '2015年6月1日',
  ...more,
});

async function findFile(order: number) {
  const row = await database.owner.query
    .selectFrom('householdPeople')
    .select('householdId')
    .where('name', '=', `样例${order}`)
    .executeTakeFirstOrThrow();
  return act((context) => getHouseholdDetail(context, keys, row.householdId));
}

describe('an import', () => {
  test('opens files with their people, numbers and history', async () => {
    const file = await aFile([aHousehold(1, { 填表日期: '2026/1/12' })], [aChild(1)]);
    expect(await run(file)).toEqual({
      createCount: 1,
      updateCount: 0,
      unchangedCount: 0,
      skippedCount: 0,
    });
    expect(await findFile(1)).toMatchObject({
      headName: '样例1',
      openedOn: '2026-01-12',
      memberCount: 2,
      version: 1,
      form: {
        people: [
          { name: '样例1', phone: '138****8000' },
          { name: '样例1之子', relation: 'child', bornOn: '2015-06-01' },
        ],
        income: [{ person: 0, kind: 'wage', yearly: 2_400_050 }],
        spending: [{ kind: 'illness', yearly: 3_000_000, reimbursed: 1_200_000 }],
        otherCauses: ['low_income', 'schooling'],
      },
      versions: [{ source: 'import', reason }],
      events: [{ kind: 'opened' }],
    });
    const entries = await database.owner.query.selectFrom('auditEntries').select('body').execute();
    const log = entries.map(({ body }) => body).join('\n');
    expect(log).toContain('household.imported');
    expect(log).not.toMatch(/13800138000|6217003300000000005|样例路/);
    expect(log).not.toContain(numberOf(1));
  });

  test('brings a file of the same head up to date as a new version, and counts what is the same', async () => {
    await run(await aFile([aHousehold(2), aHousehold(3)], [aChild(2)]));
    const again = await aFile(
      [aHousehold(2, { 手机: '13700137000' }), aHousehold(3)],
      [aChild(2, { 健康状况: '残疾' })],
    );
    expect(await check(again)).toMatchObject({ createCount: 0, updateCount: 1, unchangedCount: 1 });
    expect(await run(again)).toMatchObject({ updateCount: 1, unchangedCount: 1 });
    expect(await findFile(2)).toMatchObject({
      version: 2,
      form: { people: [{ phone: '137****7000' }, { name: '样例2之子', health: 'disability' }] },
      versions: [{ number: 2, source: 'import' }, { number: 1 }],
      events: [{ kind: 'changed' }, { kind: 'opened' }],
    });
    expect(await run(again)).toMatchObject({ updateCount: 0, unchangedCount: 2 });
  });

  test('with any fault writes nothing, unless faulty households are to be skipped', async () => {
    const file = await aFile(
      [aHousehold(4), aHousehold(5), aHousehold(6, { '所属工会编码*': 'U2' })],
      [aChild(5, { 手机: '1380013800a' })],
    );
    await expect(run(file)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'household.import_faulty',
      params: { count: 2 },
    });
    expect(await run(file, 'skip_faulty')).toMatchObject({ createCount: 1, skippedCount: 2 });
    await expect(findFile(5)).rejects.toThrow();
  });

  test('takes nobody who is in a file elsewhere, seen or not', async () => {
    const there = await aFile([aHousehold(7, { '所属工会编码*': 'U2' })]);
    const order = { mode: 'all_or_nothing', reason } as const;
    await act((context) => importHouseholds(context, keys, { file: there, order }));
    const found = await check(await aFile([aHousehold(8)], [aChild(8, { 身份证号: numberOf(7) })]));
    expect(found.problems).toMatchObject([
      { severity: 'error', code: 'household.person_elsewhere' },
      { severity: 'error' },
    ]);
    expect(found.problems[0]?.cause).toContain('样例U2');
  });
});

describe('a check', () => {
  test('names every fault by sheet and cell, in Chinese with a cure, and changes nothing', async () => {
    const found = await check(
      await aFile(
        [
          aHousehold(10, { '所属工会编码*': 'NOWHERE', '身份证号*': '44011819800101010X' }),
          aHousehold(11, { 婚姻状况: '不详', 银行卡号: 6_217_003_300_000_000 }),
          aHousehold(12),
          aHousehold(12),
        ],
        [aChild(99), aChild(12, { '与户主关系*': null, 出生日期: '2015-13-01' })],
      ),
    );
    const errors = found.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ where, code }) => `${where} ${code}`)).toEqual([
      '困难家庭!A3 household.unknown_union',
      '困难家庭!C3 household.identity_check_digit',
      '困难家庭!K4 workbook.digits_lost',
      '困难家庭!L4 workbook.not_an_option',
      '困难家庭!B5 household.member_row_faulty',
      '困难家庭!C5 household.row_twice',
      '困难家庭!C6 household.row_twice',
      '家庭成员!A3 household.head_row_missing',
      '家庭成员!C4 workbook.required',
      '家庭成员!E4 workbook.no_such_day',
    ]);
    for (const { cause, cure } of errors) {
      expect(`${cause}${cure}`).not.toMatch(/household\.|undefined/);
      expect(cure).toMatch(/请/);
    }
    expect(found).toMatchObject({ rowCount: 5, faultyCount: 5, createCount: 0 });
  });

  test('of the template as it is finds only the example rows', async () => {
    const file = { name: 'template.xlsx', bytes: new Uint8Array(await householdTemplateBytes()) };
    const { problems } = await check(file);
    expect(problems.map(({ where, code }) => `${where} ${code}`)).toEqual([
      '困难家庭!A2 household.example_row',
      '家庭成员!B2 household.example_row',
    ]);
  });

  test('gives the file back with the causes beside the rows of each sheet', async () => {
    const file = await aFile([aHousehold(20)], [aChild(20, { 手机: 'x' }), aChild(98)]);
    const bytes = await act((context) => writeImportErrors(context, keys, file), [district]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const members = workbook.getWorksheet(MEMBER_SHEET.name);
    expect(members?.getCell('G2').value).toBe('错误原因');
    expect(members?.getCell('G3').value).toContain('电话应为手机号');
    expect(members?.getCell('G4').value).toContain('没有这位户主');
    const again = await check({ name: 'again.xlsx', bytes: new Uint8Array(bytes) });
    expect(again.problems.filter(({ severity }) => severity === 'error')).toHaveLength(2);
  });
});

test('an export is masked, says who took it for what, and reads back as no change', async () => {
  await run(await aFile([aHousehold(30), aHousehold(31)], [aChild(30)]));
  const filter = { state: 'all', below: district } as const;
  const bytes = await act((context) =>
    exportHouseholds(context, keys, { filter, reason: '上报年报' }),
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const text = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
  expect(text).toContain('138****8000');
  expect(text).toContain('上报年报');
  expect(text).not.toMatch(/13800138000|6217003300000000005|样例路1号/);
  expect(text).not.toContain(numberOf(30));
  const result = await run({ name: 'export.xlsx', bytes: new Uint8Array(bytes) });
  expect(result).toMatchObject({ createCount: 0, updateCount: 0, skippedCount: 0 });
  expect(result.unchangedCount).toBeGreaterThanOrEqual(5);
  const nothing = { state: 'exited' } as const;
  await expect(
    act((context) => exportHouseholds(context, keys, { filter: nothing, reason })),
  ).rejects.toMatchObject({ code: 'household.nothing_to_export' });
});

test('columns of both sheets are told apart by their headings', () => {
  for (const { columns } of [HOUSEHOLD_SHEET, MEMBER_SHEET]) {
    const headings = listColumns<object>(columns).map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
  }
  const blank: CellValue = { kind: 'blank' };
  expect(HOUSEHOLD_SHEET.columns.tier.parse(blank)).toEqual({ ok: true, value: null });
});
