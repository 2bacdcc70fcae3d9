import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { showCell } from '#core/cell-value.ts';
import { BUILT_IN_FRAMEWORKS } from '#features/indicators/rules/built-in-frameworks.ts';
import { readWorkbook } from '#platform/xlsx/read-workbook.ts';

import { anyYear } from '../../../../../tests/support/year-arbitrary.ts';
import { sampleYear } from '../../rules/sample-year.ts';
import { readYearWorkbook, readYearWorkbookBytes } from './read-year-workbook.ts';
import { writeYearWorkbook, yearWorkbookBytes, type WriteOptions } from './write-year-workbook.ts';

async function written(options: WriteOptions = {}): Promise<Buffer> {
  return Buffer.from(await yearWorkbookBytes(options));
}

async function firstRows(bytes: Buffer): Promise<ReadonlyMap<string, readonly string[]>> {
  const sheets = new Map<string, readonly string[]>();
  await readWorkbook(bytes, {
    openSheet:
      ({ name }) =>
      (row) => {
        if (!sheets.has(name))
          sheets.set(
            name,
            row.cells.map((cell) => showCell(cell.value)),
          );
      },
  });
  return sheets;
}

describe('what was written', () => {
  it('reads back as the same records', async () => {
    await fc.assert(
      fc.asyncProperty(anyYear, async (records) => {
        const read = await readYearWorkbookBytes(await written({ records }));
        expect(read.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
        expect(read.records).toEqual(records);
      }),
      { numRuns: 5 },
    );
  });

  it('reads back as the sample year, without a notice', async () => {
    const { records, problems } = await readYearWorkbookBytes(
      await written({ records: sampleYear() }),
    );
    expect(problems).toEqual([]);
    expect(records).toEqual(sampleYear());
  });

  it('carries a built-in framework to be changed, which reads back as that framework', async () => {
    const records = sampleYear();
    const framework = BUILT_IN_FRAMEWORKS['23'];
    const elements = framework.elements.map((element) => ({
      ...element,
      answer: element.metric === null ? ('是' as const) : null,
    }));
    const read = await readYearWorkbookBytes(
      await written({ records, framework: { ...framework, elements } }),
    );
    expect(read.problems).toEqual([]);
    expect(read.framework?.version).toBe(framework.version);
    expect(read.records?.indicators).toHaveLength(23);
  });
});

describe('the empty template', () => {
  it('has the notes first, then the thirteen sheets, required columns starred', async () => {
    const sheets = await firstRows(await written());
    expect([...sheets.keys()]).toEqual([
      '填写说明',
      '项目',
      '预算',
      '救助台账',
      '问卷',
      '宣传',
      '培训',
      '政策转发',
      '监督检查',
      '回访',
      '投诉',
      '指标',
      '要素',
      '评分',
    ]);
    expect(sheets.get('预算')).toEqual(['资金来源*', '事项*', '金额*', '日期*', '文号', '说明']);
    expect(sheets.get('救助台账')).toHaveLength(23);
  });

  it('misses only what must be filled in: no sheet, column or heading of its own is a problem', async () => {
    const { problems } = await readYearWorkbookBytes(await written());
    const codes = new Set(problems.map((problem) => problem.code));
    expect([...codes].toSorted()).toEqual([
      'element.built_in_missing',
      'workbook.no_rows',
      'workbook.required',
    ]);
  });

  it('offers lists for ten thousand rows, keeps numbers as text, freezes and repeats the headings', async () => {
    const zip = await JSZip.loadAsync(await written());
    const ledger = (await zip.file('xl/worksheets/sheet4.xml')?.async('string')) ?? '';
    expect(ledger).toContain('sqref="G2:G10001"');
    expect(ledger).toContain('季度救助,紧急救助,实物慰问');
    expect(ledger).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(ledger).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
    const workbook = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
    expect(workbook).toContain('&apos;救助台账&apos;!$1:$1');
    const styles = (await zip.file('xl/styles.xml')?.async('string')) ?? '';
    const column = /<col min="3" [^>]*style="(\d+)"/.exec(ledger)?.[1];
    const formats = [
      ...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf numFmtId="(\d+)"/g),
    ];
    expect(formats[Number(column)]?.[1]).toBe('49');
  });

  it('explains every column and lists the elements that are decided by hand', async () => {
    const texts: string[] = [];
    await readWorkbook(await written(), {
      openSheet: ({ name }) =>
        name === '填写说明'
          ? (row) => void texts.push(...row.cells.map((cell) => showCell(cell.value)))
          : null,
    });
    for (const expected of ['核准金额', '特殊原因', '项目名称', '设立前开展需求调查']) {
      expect(texts).toContain(expected);
    }
  });
});

describe('the file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'year-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is put in place whole', async () => {
    const path = join(folder, 'year.xlsx');
    await writeFile(path, 'old');
    await writeYearWorkbook(path, { records: sampleYear() });
    expect((await readYearWorkbook(path)).records).toEqual(sampleYear());
    expect(await readdir(folder)).toEqual(['year.xlsx']);
  });

  it('that cannot be written is said, and leaves nothing behind', async () => {
    await expect(writeYearWorkbook(join(folder, 'none', 'a.xlsx'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'output.not_writable',
    });
    await writeFile(join(folder, 'kept'), 'kept');
    await expect(writeYearWorkbook(join(folder, 'kept', 'a.xlsx'))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(await readFile(join(folder, 'kept'), 'utf8')).toBe('kept');
  });
});
