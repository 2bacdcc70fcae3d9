import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { chromium } from 'playwright-core';

import type { BenchResult } from './bench-result.ts';
import { collectOutput, exitOf, projectFolder } from './child.ts';

const START_SECONDS = 3;
const REST_MEGABYTES = 400;
const SCRIPT_KILOBYTES = 400;
const GIVE_UP_MS = 120_000;

/** `npm start` a second time, as a person waits for it, and the page it serves. */
export async function benchStart(): Promise<BenchResult[]> {
  await withServer(async () => undefined);
  return withServer(async (url, seconds, child) => {
    // The collector gets a moment; what is left is what stays all day.
    await sleep(3000);
    const rest = residentMegabytes(child);
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
  use: (url: string, seconds: number, child: ChildProcess) => Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const ended = exitOf(child);
  try {
    const url = await addressIn(output, child);
    const reply = await fetch(url);
    await reply.text();
    if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
    return await use(url, (performance.now() - started) / 1000, child);
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

async function addressIn(output: () => string, child: ChildProcess): Promise<string> {
  for (let waited = 0; waited < GIVE_UP_MS; waited += 20) {
    const url = /http:\/\/[\w.:[\]]+\d/.exec(output())?.[0];
    if (url !== undefined) return url;
    if (child.exitCode !== null) break;
    await sleep(20);
  }
  throw new Error(`the server did not come up:\n${output()}`);
}

function residentMegabytes(child: ChildProcess): number {
  return (
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024
  );
}

/** Every script the browser really fetches for the first page, late pieces of it included. */
async function firstLoadKilobytes(url: string): Promise<number> {
  const browser = await chromium.launch({
    ...(process.env.CHROME_PATH === undefined ? {} : { executablePath: process.env.CHROME_PATH }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') bodies.push(response.body());
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    return sizes.reduce((total, size) => total + size, 0) / 1000;
  } finally {
    await browser.close();
  }
}
