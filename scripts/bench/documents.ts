import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { renderReportDocx } from '#features/evaluations/documents/report/docx/render-report-docx.ts';
import { renderReportHtml } from '#features/evaluations/documents/report/html/render-report-html.ts';
import { renderReportPdf } from '#features/evaluations/documents/report/pdf/render-report-pdf.ts';
import { reportFixture } from '#features/evaluations/documents/report/report-model.fixture.ts';
import { FONT_FILES } from '#platform/fonts.ts';

import { toRatio } from './bench-result.ts';
import type { BenchResult } from './bench-result.ts';

const BAR_MS = 2000;
const WARM_RUNS = 7;

const run = promisify(execFile);

/** A report of about 16 pages in its three forms, and the PDF against what LibreOffice makes of the Word file. */
export async function benchDocuments(): Promise<BenchResult[]> {
  const first = await timed(renderAll);
  const warm = await median(renderAll);
  const pdf = await median(async () => renderReportPdf(reportFixture()));
  return [
    within('report as Word, PDF and HTML, first in the process', first),
    within('report as Word, PDF and HTML, warm', warm),
    await againstLibreOffice(pdf),
  ];
}

async function renderAll(): Promise<void> {
  const model = reportFixture();
  await renderReportPdf(model);
  await renderReportDocx(model);
  renderReportHtml(model);
}

function within(name: string, ms: number): BenchResult {
  return { name, value: `${Math.round(ms)} ms`, bar: `≤ ${BAR_MS} ms`, met: ms <= BAR_MS };
}

async function againstLibreOffice(pdfMs: number): Promise<BenchResult> {
  const name = `PDF (warm, ${Math.round(pdfMs)} ms) against LibreOffice converting the Word file`;
  const bar = '≥ × 5';
  const folder = await mkdtemp(join(tmpdir(), 'songnuan-bench-'));
  try {
    const word = join(folder, 'report.docx');
    await writeFile(word, await renderReportDocx(reportFixture()));
    await writeFile(join(folder, 'fonts.conf'), fontConfiguration(folder));
    const convert = async (): Promise<unknown> => convertByLibreOffice(word, folder);
    // The first start of a fresh profile is slower and not counted.
    await convert();
    const peerMs = Math.min(await timed(convert), await timed(convert));
    return { name, value: toRatio(peerMs / pdfMs), bar, met: peerMs / pdfMs >= 5 };
  } catch (error) {
    if (!isMissingProgram(error)) throw error;
    return { name: `${name}: soffice is not installed`, value: 'no peer', bar, met: false };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convertByLibreOffice(word: string, folder: string): Promise<unknown> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  return run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word], {
    env: { PATH: process.env['PATH'], HOME: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  });
}

/** The peer sees the same fonts as we do and none of the machine's. */
function fontConfiguration(folder: string): string {
  const folders = FONT_FILES.map((font) => `<dir>${dirname(font.path)}</dir>`).join('');
  return `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`;
}

function isMissingProgram(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < WARM_RUNS; round += 1) times.push(await timed(work));
  return times.toSorted((a, b) => a - b)[Math.floor(WARM_RUNS / 2)] ?? Number.NaN;
}
