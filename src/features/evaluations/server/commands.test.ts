import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import { writeYearWorkbook } from '#features/fund-years/server/commands/write-year-workbook.ts';
import { readPdf } from '#tests/support/read-pdf.ts';
import { aYear, anAidRow, anIndicator } from '#tests/support/year-factories.ts';

import { OUTPUT_FILES } from '../contract.ts';
import { evaluateWorkbook } from './commands.ts';

let base = '';

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'evaluate-workbook-'));
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function evaluate(records: YearRecords): ReturnType<typeof evaluateWorkbook> {
  const workbookPath = join(base, 'year.xlsx');
  await writeYearWorkbook(workbookPath, { records });
  return evaluateWorkbook({ workbookPath, outDir: join(base, 'out'), outline: 'seed' });
}

const oneIndicator = { indicators: [anIndicator()] };

test('a workbook that can be scored gives all five files', async () => {
  const result = await evaluate(aYear(oneIndicator));
  expect(result.ok && result.evaluation.totals.score).toBe('100.00');
  expect((await readdir(join(base, 'out'))).toSorted()).toEqual([...OUTPUT_FILES].toSorted());
});

test('a year in which no row can be scored is refused, not graded 差, and nothing is written', async () => {
  await expect(evaluate(aYear({ ...oneIndicator, aid: [] }))).rejects.toMatchObject({
    kind: 'invalid',
    code: 'evaluation.nothing_to_score',
  });
  expect(await readdir(base)).toEqual(['year.xlsx']);
});

test('only a year of sample persons is marked as a sample in its report', async () => {
  const reportOf = async (name: string): Promise<string> => {
    await evaluate(aYear({ ...oneIndicator, aid: [anAidRow({ name })] }));
    const { pages } = await readPdf(await readFile(join(base, 'out', 'report.pdf')));
    return pages
      .map((page) => page.all)
      .join('')
      .replaceAll(/\s/g, '');
  };
  expect(await reportOf('样例张三')).toContain('人员均为虚构');
  expect(await reportOf('张三')).not.toContain('人员均为虚构');
});
