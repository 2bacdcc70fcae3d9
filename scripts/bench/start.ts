import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { Page, Response } from 'playwright-core';

import { enterAs } from '#tests/support/browser-session.ts';
import { launchBrowser, openPage, settle } from '#tests/support/browser.ts';
import { makePrivateFolder } from '#tests/support/private-folder.ts';
import { findPasswords } from '#tests/support/sample-house.ts';
import { signIn } from '#tests/support/sign-in.ts';
import type { SignedIn } from '#tests/support/sign-in.ts';
import { startProgram } from '#tests/support/started-server.ts';

import type { BenchResult } from './bench-result.ts';

const START_SECONDS = 3;
const REST_MEGABYTES = 400;
const SCRIPT_KILOBYTES = 400;

/** `npm start` a second time, as a person waits for it, its memory, and the first pages it serves. */
export async function benchStart(): Promise<BenchResult[]> {
  const { data, remove } = await makePrivateFolder();
  try {
    const password = await withServer(data, ({ output }) => findPasswords(output())['pingjia']);
    return await withServer(data, async ({ url, pid, seconds }) => {
      const session = await signIn(url, { username: 'pingjia', password: password ?? '' });
      // The collector gets a moment; what is left is what stays all day.
      await sleep(3000);
      const rest = residentMegabytes(pid);
      return [
        atMost('warm start to the first answer, database included', seconds, START_SECONDS, 's'),
        atMost('memory of Node and database at rest', rest, REST_MEGABYTES, 'MB'),
        ...(await benchPages(url, session)),
      ];
    });
  } finally {
    await remove();
  }
}

function atMost(name: string, value: number, most: number, unit: string): BenchResult {
  const shown = value.toFixed(unit === 's' ? 2 : 0);
  return { name, value: `${shown} ${unit}`, bar: `≤ ${most} ${unit}`, met: value <= most };
}

interface Running {
  readonly url: string;
  readonly pid: number;
  /** From the command to the first answer. */
  readonly seconds: number;
  readonly output: () => string;
}

/** Starts the server on a free port, waits for its first answer, and ends it as Ctrl-C does. */
async function withServer<Result>(
  data: string,
  use: (running: Running) => Result | Promise<Result>,
): Promise<Result> {
  const started = performance.now();
  const { url, pid, output, stop } = await startProgram(['--port', '0'], { data });
  try {
    if (url === undefined || pid === undefined) {
      throw new Error(`the server did not come up:\n${output()}`);
    }
    const reply = await fetch(url);
    await reply.text();
    if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
    const seconds = (performance.now() - started) / 1000;
    return await use({ url, pid, seconds, output });
  } finally {
    await stop();
  }
}

/**
 * Memory of a process and all below it: the database is our child. Shared pages are counted once (PSS),
 * because PostgreSQL's processes share most of theirs.
 */
function residentMegabytes(pid: number): number {
  const children = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  // Parents come before children except where numbers wrapped round: as many rounds as generations.
  for (let generation = 0; generation < 5; generation += 1) {
    for (const [child = 0, parent = 0] of children) if (family.has(parent)) family.add(child);
  }
  const kilobytes = [...family].map((member) => {
    const text = readFileSync(`/proc/${member}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1]);
  });
  return kilobytes.reduce((total, size) => total + size, 0) / 1024;
}

/** The page before signing in, and the one behind it, each in a browser that knows neither. */
async function benchPages(url: string, session: SignedIn): Promise<BenchResult[]> {
  const browser = await launchBrowser();
  try {
    const outside = await openPage(browser, 'desk');
    const signInPage = await firstLoadKilobytes(outside.page, url);
    const inside = await openPage(browser, 'desk');
    await enterAs(inside.page.context(), url, session);
    const workbench = await firstLoadKilobytes(inside.page, url);
    return [
      atMost('script of the sign-in page, gzip', signInPage, SCRIPT_KILOBYTES, 'kB'),
      atMost('script of the workbench, gzip', workbench, SCRIPT_KILOBYTES, 'kB'),
    ];
  } finally {
    await browser.close();
  }
}

/** Every script the browser really fetches for the page, late pieces of it included. */
async function firstLoadKilobytes(page: Page, url: string): Promise<number> {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await settle(page);
  const bodies = await Promise.all(scripts.map((response) => response.body()));
  const sizes = bodies.map((body) => gzipSync(body).length);
  return sizes.reduce((total, size) => total + size, 0) / 1000;
}
