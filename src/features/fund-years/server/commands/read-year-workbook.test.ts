import { describe, expect, it } from 'vitest';

import type { InputProblem } from '#core/input-problem.ts';

import {
  packGrids,
  setCell,
  smallYear,
  type CellContent,
} from '../../../../../tests/support/small-year-workbook.ts';
import { formatProblem } from '../../messages.ts';
import { readYearWorkbook, readYearWorkbookBytes } from './read-year-workbook.ts';

const where = ({ sheet, cell, code }: InputProblem): string =>
  `${cell === '' ? sheet : `${sheet}!${cell}`} ${code.replace('workbook.', '')}`;

type Change = readonly [sheet: string, address: string, value: CellContent];

async function problemsWith(...changes: readonly Change[]) {
  const grids = smallYear();
  for (const [sheet, address, value] of changes) setCell(grids, sheet, address, value);
  const { records, problems } = await readYearWorkbookBytes(await packGrids(grids));
  return { records, problems, places: problems.map(where) };
}

describe('a correct workbook', () => {
  it('is read without a problem, each record with its row', async () => {
    const { records, problems, framework, sha256 } = await readYearWorkbookBytes(
      await packGrids(smallYear()),
    );
    expect(problems).toEqual([]);
    expect(records?.aid.map((row) => [row.row, row.application, row.quarter])).toEqual([
      ['救助台账!2', 'SQ001', 1],
      ['救助台账!3', 'SQ002', 1],
      ['救助台账!4', 'SQ003', 1],
    ]);
    expect(records?.fund).toMatchObject({
      year: 2023,
      cutoff: '2023-12-31',
      eligiblePersons: null,
    });
    expect(framework?.version).toBe('workbook');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells how many rows have been read', async () => {
    const grids = smallYear();
    const row = grids['问卷']?.[1] ?? [];
    for (let index = 0; index < 1_100; index += 1)
      grids['问卷']?.push([`A${index}`, ...row.slice(1)]);
    const told: number[] = [];
    await readYearWorkbookBytes(await packGrids(grids), { onProgress: (rows) => told.push(rows) });
    expect(told).toEqual([1_000]);
  });
});

describe('twenty planted faults', () => {
  const faults: readonly [string, string, CellContent, string][] = [
    ['项目', 'B4', '二三年', 'not_a_year'],
    ['项目', 'B5', null, 'required'],
    ['预算', 'C2', 12.345, 'third_decimal'],
    ['预算', 'D3', '2023-02-30', 'no_such_day'],
    ['救助台账', 'B3', '\u3000', 'required'],
    ['救助台账', 'C2', Number('440183199001011234'), 'identity_as_number'],
    ['救助台账', 'G2', '临时救助', 'not_an_option'],
    ['救助台账', 'J3', '4月13日', 'not_a_date'],
    ['救助台账', 'R2', '-600', 'negative_amount'],
    ['救助台账', 'A4', 'SQ001', 'duplicate_application'],
    ['问卷', 'A3', 'Ｗ1', 'duplicate_questionnaire'],
    ['问卷', 'D2', '不太清楚', 'not_an_option'],
    ['培训', 'E2', 31, 'more_attended'],
    ['监督检查', 'E2', 21, 'more_conforming'],
    ['回访', 'B2', 'SQ009', 'unknown_application'],
    ['投诉', 'C2', '对', 'not_an_option'],
    ['指标', 'E5', 30, 'indicator.weights_not_100'],
    ['要素', 'C3', 30, 'element.shares_not_100'],
    ['评分', 'C2', 31, 'review.score_over_weight'],
    ['评分', 'D3', null, 'review.reason_missing'],
  ];

  it('are all named by sheet and cell, in one list', async () => {
    const changes = faults.map(([sheet, address, value]): Change => [sheet, address, value]);
    const { records, places } = await problemsWith(...changes);
    expect(places.toSorted()).toEqual(
      faults.map(([sheet, address, , code]) => `${sheet}!${address} ${code}`).toSorted(),
    );
    expect(records).toBeNull();
  });

  it.each(faults)('%s!%s is found alone too', async (sheet, address, value, code) => {
    const { places, problems } = await problemsWith([sheet, address, value]);
    expect(places).toEqual([`${sheet}!${address} ${code}`]);
    const message = formatProblem(problems[0] ?? expect.fail());
    expect(message).toContain(`${sheet}!${address}`);
    expect(message).not.toMatch(/内容有误|undefined|[{}]/);
  });
});

describe('sheets and columns', () => {
  it('are found by name whatever their order, with titles above and units in the headings', async () => {
    const plain = smallYear();
    const expected = await readYearWorkbookBytes(await packGrids(plain));
    const grids = Object.fromEntries(
      Object.entries(plain)
        .toReversed()
        .map(([name, rows]) => [
          ` ${name}`,
          [['某区总工会2023年度'], [], ...rows.map((row) => row.toReversed())],
        ]),
    );
    setCell(grids, ' 救助台账', 'F3', '核准\n金额（元）＊');
    const { records, problems } = await readYearWorkbookBytes(
      await packGrids(grids, (workbook) => {
        workbook.getWorksheet(' 救助台账')?.mergeCells('A1:W1');
      }),
    );
    expect(problems).toEqual([]);
    const moved = JSON.stringify(expected.records, bigints).replaceAll(
      /"(\W+)!(\d+)"/g,
      (_, sheet: string, row: string) => `"${sheet}!${Number(row) + 2}"`,
    );
    expect(JSON.stringify(records, bigints)).toBe(moved);
  });

  it('that are unknown, hidden, doubled or total rows are noticed, and the data read', async () => {
    const grids = { ...smallYear(), 备注: [['随手记']] };
    setCell(grids, '问卷', 'G1', '备注');
    setCell(grids, '项目', 'A7', '联系电话');
    setCell(grids, '预算', 'A4', '合 计');
    setCell(grids, '预算', 'C4', 20_000);
    const { records, problems } = await readYearWorkbookBytes(
      await packGrids(grids, (workbook) => {
        const ledger = workbook.getWorksheet('救助台账');
        if (ledger === undefined) return;
        ledger.state = 'veryHidden';
        for (const row of [2, 4]) ledger.getRow(row).hidden = true;
      }),
    );
    expect(problems.map(where)).toEqual([
      '项目!A7 unknown_fact',
      '预算!A4 total_row',
      '救助台账 hidden_sheet',
      '救助台账 hidden_rows',
      '问卷!G1 unknown_column',
      '备注 unknown_sheet',
    ]);
    expect(problems.every((problem) => problem.severity === 'notice')).toBe(true);
    expect(problems[3]?.params).toEqual({ count: 2 });
    expect(records?.aid).toHaveLength(3);
  });

  it('that are missing are errors where they are required, said once', async () => {
    const grids = smallYear();
    delete grids['预算'];
    delete grids['投诉'];
    grids['救助台账'] =
      grids['救助台账']?.map((row) => row.filter((_, index) => index !== 2)) ?? [];
    grids['项目'] = grids['项目']?.filter((_, index) => index !== 2) ?? [];
    setCell(grids, '问卷', 'C1', '对象*');
    const { problems } = await readYearWorkbookBytes(await packGrids(grids));
    expect(problems.map(where)).toEqual([
      '项目 missing_fact',
      '预算 missing_sheet',
      '救助台账!1 missing_column',
      '问卷!C1 duplicate_heading',
    ]);
  });

  it('without headings, or empty', async () => {
    const grids = {
      ...smallYear(),
      预算: [[1, 2, 3]],
      问卷: [],
      回访: [['甲', '乙']],
      救助台账: smallYear()['救助台账']?.slice(0, 1) ?? [],
    };
    const { problems } = await readYearWorkbookBytes(await packGrids(grids));
    expect(problems.map(where)).toEqual([
      '预算 no_heading_row',
      '救助台账 no_rows',
      '回访 no_heading_row',
    ]);
  });

  it('with stray cells far out and blank rows between are read for their data', async () => {
    const grids = smallYear();
    grids['回访']?.splice(1, 0, [], ['\u3000', '']);
    const { records, problems } = await readYearWorkbookBytes(
      await packGrids(grids, (workbook) => {
        const sheet = workbook.getWorksheet('回访');
        if (sheet === undefined) return;
        sheet.getCell('XFD3').value = '草稿';
        sheet.getCell('XFC900000').value = 1;
      }),
    );
    expect(problems).toEqual([]);
    expect(records?.visits.map((visit) => visit.row)).toEqual(['回访!4']);
  });

  it('of one name with blanks are not both read', async () => {
    const { problems } = await readYearWorkbookBytes(
      await packGrids({ ...smallYear(), '预 算': smallYear()['预算'] ?? [] }),
    );
    expect(problems.map(where)).toEqual(['预 算 duplicate_sheet']);
  });
});

describe('cells', () => {
  it('with formulas count by their stored result; without one they are errors', async () => {
    const good = await problemsWith(['预算', 'C2', { formula: '5000+5000', result: 10_000 }]);
    expect(good.places).toEqual([]);
    const bad = await problemsWith(
      ['预算', 'C2', { formula: '5000+5000' }],
      ['预算', 'D2', { formula: 'A0', result: { error: '#REF!' } }],
    );
    expect(bad.places).toEqual(['预算!C2 formula_without_value', '预算!D2 error_value']);
  });

  it('of one faulty row hide nothing elsewhere', async () => {
    const { places } = await problemsWith(
      ['救助台账', 'R2', '六百'],
      ['救助台账', 'R3', 0],
      ['救助台账', 'A3', 'SQ001'],
      ['回访', 'A2', '10月'],
    );
    expect(places).toEqual([
      '救助台账!R2 not_an_amount',
      '救助台账!A3 duplicate_application',
      '救助台账!R3 paid_nothing',
      '回访!A2 not_a_date',
    ]);
  });

  it('of the framework are added up only when all of them could be read', async () => {
    const { places } = await problemsWith(['指标', 'E2', '四十'], ['要素', 'C2', 50]);
    expect(places).toEqual(['指标!E2 not_a_number']);
  });

  it('of the budget: only an adjustment is negative; a source may lack an initial budget', async () => {
    const { places } = await problemsWith(['预算', 'C2', -1], ['预算', 'A3', '社会捐助']);
    expect(places).toEqual(['预算!C2 negative_budget', '预算!A3 source_without_initial']);
    const { records, problems } = await problemsWith(
      ['预算', 'B3', '预算调整'],
      ['预算', 'C3', -2000.5],
    );
    expect(problems).toEqual([]);
    expect(records?.budget[1]?.amountFen).toBe(-200_050);
  });
});

describe('the fund-year', () => {
  it('refuses a quarter of another year and a cut-off before the year began', async () => {
    const { records, places } = await problemsWith(
      ['救助台账', 'I3', '2022Q4'],
      ['项目', 'B6', '2022-12-31'],
    );
    expect(places).toEqual(['项目!B6 cutoff_before_year', '救助台账!I3 quarter_of_other_year']);
    expect(records).toBeNull();
  });

  it('takes a cut-off in the next year, and a quarter that names its own year', async () => {
    const { places } = await problemsWith(
      ['救助台账', 'I3', '2023Q2'],
      ['项目', 'B6', '2024-03-31'],
    );
    expect(places).toEqual([]);
  });

  it('weighs an indicator to two decimals, the place its score is printed to', async () => {
    const { places } = await problemsWith(['指标', 'E5', '9.999']);
    expect(places).toEqual(['指标!E5 too_many_decimals']);
  });
});

describe('files', () => {
  it('saved by LibreOffice are read like ours', async () => {
    const fixture = new URL('../fixtures/libreoffice-year.xlsx', import.meta.url).pathname;
    const { records, problems } = await readYearWorkbook(fixture);
    const ours = await readYearWorkbookBytes(await packGrids(smallYear()));
    expect(problems).toEqual([]);
    expect(records).toEqual(ours.records);
  });

  it('that are no workbook are refused before anything is read', async () => {
    await expect(readYearWorkbookBytes(Buffer.from('a,b'))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'workbook.not_a_workbook',
    });
    await expect(readYearWorkbook('/nowhere/none.xlsx')).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
