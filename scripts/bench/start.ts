import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { Response } from 'playwright-core';

import { launchBrowser } from '#tests/support/browser.ts';
import { startProgram } from '#tests/support/started-server.ts';

import type { BenchResult } from './bench-result.ts';

const START_SECONDS = 3;
const REST_MEGABYTES = 400;
const SCRIPT_KILOBYTES = 400;

/** `npm start` a second time, as a person waits for it, and the page it serves. */
export async function benchStart(): Promise<BenchResult[]> {
  await withServer(async () => undefined);
  return withServer(async (url, seconds, pid) => {
    // The collector gets a moment; what is left is what stays all day.
    await sleep(3000);
    const rest = residentMegabytes(pid);
    const kilobytes = await firstLoadKilobytes(url);
    return [
      {
        name: 'warm start to the first answer',
        value: `${seconds.toFixed(2)} s`,
        bar: `≤ ${START_SECONDS} s`,
        met: seconds <= START_SECONDS,
      },
      {
        name: 'memory of the server at rest',
        value: `${rest.toFixed(0)} MB`,
        bar: `≤ ${REST_MEGABYTES} MB`,
        met: rest <= REST_MEGABYTES,
      },
      {
        name: 'script of the first page load, gzip',
        value: `${kilobytes.toFixed(0)} kB`,
        bar: `≤ ${SCRIPT_KILOBYTES} kB`,
        met: kilobytes <= SCRIPT_KILOBYTES,
      },
    ];
  });
}

/** Starts the server on a free port, waits for its first answer, and ends it as Ctrl-C does. */
async function withServer<Result>(
  use: (url: string, seconds: number, pid: number) => Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  const { url, pid, output, stop } = await startProgram(['--port', '0']);
  try {
    if (url === undefined || pid === undefined) {
      throw new Error(`the server did not come up:\n${output()}`);
    }
    const reply = await fetch(url);
    await reply.text();
    if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
    return await use(url, (performance.now() - started) / 1000, pid);
  } finally {
    await stop();
  }
}

function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/** Every script the browser really fetches for the first page, late pieces of it included. */
async function firstLoadKilobytes(url: string): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response);
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const bodies = await Promise.all(scripts.map((response) => response.body()));
    const sizes = bodies.map((body) => gzipSync(body).length);
    return sizes.reduce((total, size) => total + size, 0) / 1000;
  } finally {
    await browser.close();
  }
}
