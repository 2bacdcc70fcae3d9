import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sampleYear } from '#features/fund-years/rules/sample-year.ts';
import { resolveFramework } from '#features/indicators/rules/resolve-framework.ts';

import {
  anAnsweredFramework,
  anEvaluatedYear,
} from '../../../../../tests/support/evaluated-year.ts';
import { writeScores } from './write-scores.ts';

const records = sampleYear();
const { evaluation } = anEvaluatedYear(
  records,
  resolveFramework(records).framework ?? anAnsweredFramework(),
);
let folder = '';
let workbook = new ExcelJS.Workbook();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scores-'));
  await writeScores(join(folder, 'scores.xlsx'), { evaluation, records });
  workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, 'scores.xlsx'));
});
afterAll(() => rm(folder, { recursive: true }));

function rowsOf(name: string): unknown[][] {
  const rows: unknown[][] = [];
  workbook.getWorksheet(name)?.eachRow((row, number) => {
    if (number > 2 && Array.isArray(row.values)) rows.push(row.values.slice(1));
  });
  return rows;
}

describe('writeScores', () => {
  it('has its seven sheets in order, each with a frozen head', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '汇总',
      '评分明细',
      '要素',
      '指标数据',
      '违规明细',
      '问题与建议',
      '数据来源',
    ]);
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
      expect(sheet.pageSetup.fitToWidth).toBe(1);
    }
  });

  it('adds up to the printed total, in numbers', () => {
    const rows = rowsOf('评分明细');
    const scores = rows.slice(0, -1).map((row) => Number(row[8]));
    expect(rows.at(-1)?.[8]).toBe(90);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(90, 6);
    expect(rows.length - 1).toBe(evaluation.indicators.length);
  });

  it('merges equal neighbours of the first two levels', () => {
    const sheet = workbook.getWorksheet('评分明细');
    expect(sheet?.getCell('A4').master.address).toBe('A3');
    expect(sheet?.getCell('B5').master.address).toBe('B4');
  });

  it('holds rates as numbers shown in per cent', () => {
    const cell = workbook.getWorksheet('指标数据')?.getCell('B3');
    expect(cell?.value).toBeCloseTo(0.984444, 6);
    expect(cell?.numFmt).toBe('0.00%');
  });

  it('lists every violation and every finding', () => {
    expect(rowsOf('违规明细').length).toBe(evaluation.violations.length);
    expect(rowsOf('问题与建议').length).toBe(evaluation.findings.length);
  });

  it('names no person', () => {
    const text = workbook.worksheets.map(({ name }) => JSON.stringify(rowsOf(name))).join();
    for (const row of records.aid) {
      expect(text).not.toContain(row.identityNumber);
      expect(text).not.toContain(row.name);
    }
  });
});
