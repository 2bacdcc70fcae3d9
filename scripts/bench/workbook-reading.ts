import { Readable } from 'node:stream';

import ExcelJS from 'exceljs';

import { readYearWorkbookBytes } from '#features/fund-years/server/commands/read-year-workbook.ts';
import { yearWorkbookBytes } from '#features/fund-years/server/commands/write-year-workbook.ts';
import { readWorkbook } from '#platform/xlsx/read-workbook.ts';

import type { BenchResult } from './bench-result.ts';
import { largeYear } from './large-year.ts';

const ROWS = 10_000;
const ROUNDS = 5;
/** Reading with all checks against parsing the same file (`product.md`: at most twice). */
const BAR = 2;

/** Reads a workbook of 10,000 ledger rows: with all checks, bare, and by another library's stream. */
export async function benchWorkbookReading(): Promise<BenchResult[]> {
  const bytes = Buffer.from(await yearWorkbookBytes({ records: largeYear(ROWS) }));
  const checked = await fastest(async () => {
    const { records, problems } = await readYearWorkbookBytes(bytes);
    if (records?.aid.length !== ROWS) throw new Error(`not read: ${JSON.stringify(problems[0])}`);
  });
  const bare = await fastest(() => readBare(bytes));
  const other = await fastest(() => readByExceljs(bytes));
  return [
    ratio('10,000-row workbook with all checks, against bare parsing by our stream', checked, bare),
    ratio("10,000-row workbook with all checks, against exceljs's stream", checked, other),
  ];
}

function ratio(name: string, checkedMs: number, bareMs: number): BenchResult {
  const value = checkedMs / bareMs;
  return {
    name: `${name} (${Math.round(checkedMs)} ms, ${Math.round(bareMs)} ms)`,
    value: `${value.toFixed(2)} ×`,
    bar: `≤ ${BAR} ×`,
    met: value <= BAR,
  };
}

/** The fastest of several rounds disturbs a ratio least. */
async function fastest(run: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function readBare(bytes: Buffer): Promise<void> {
  let cells = 0;
  await readWorkbook(bytes, {
    openSheet: () => (row) => {
      cells += row.cells.length;
    },
  });
  if (cells < ROWS) throw new Error('nothing was read');
}

async function readByExceljs(bytes: Buffer): Promise<void> {
  let cells = 0;
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
  });
  for await (const sheet of reader) {
    for await (const row of sheet) {
      row.eachCell(() => {
        cells += 1;
      });
    }
  }
  if (cells < ROWS) throw new Error('nothing was read');
}
