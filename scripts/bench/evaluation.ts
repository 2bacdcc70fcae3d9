import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { writeYearWorkbook } from '#features/fund-years/server/commands/write-year-workbook.ts';

import type { BenchResult } from './bench-result.ts';
import { measureChild } from './child.ts';
import { largeYear } from './large-year.ts';

const ROWS = 10_000;
const SECONDS = 10;
const MEGABYTES = 400;

/** The whole command in a process of its own: workbook in, all five files out. */
export async function benchEvaluation(): Promise<BenchResult[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'songnuan-bench-'));
  try {
    const workbook = join(scratch, 'year.xlsx');
    await writeYearWorkbook(workbook, { records: largeYear(ROWS) });
    const command = ['dist/server/cli.js', 'evaluate', workbook, '--out', join(scratch, 'out')];
    const { milliseconds, peakMegabytes } = await measureChild(command, scratch);
    const seconds = milliseconds / 1000;
    return [
      {
        name: `${ROWS.toLocaleString('en-US')} ledger rows evaluated, all outputs written`,
        value: `${seconds.toFixed(1)} s`,
        bar: `≤ ${SECONDS} s`,
        met: seconds <= SECONDS,
      },
      {
        name: 'the same: peak memory of the process',
        value: `${peakMegabytes.toFixed(0)} MB`,
        bar: `≤ ${MEGABYTES} MB`,
        met: peakMegabytes <= MEGABYTES,
      },
    ];
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
