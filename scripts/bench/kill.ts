import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { SESSION_COOKIE } from '#platform/http/session.ts';

import type { BenchResult } from './bench-result.ts';
import { openKillStage } from './kill-stage.ts';
import type { Kept, KillStage } from './kill-stage.ts';
import { startWriters } from './kill-writers.ts';
import type { Writers } from './kill-writers.ts';

const KILLS = 200;
const RESTART_SECONDS = 3;
const GIVE_UP_MS = 60_000;
/** Writes go on for up to so long before the next kill. */
const LONGEST_CALM_MS = 400;
const VICTIMS = ['program', 'database', 'both'] as const;

/**
 * Ends the program, its database, or both with SIGKILL at random moments while writes come in over
 * HTTP, and starts the program again where it was hit. A restart counts from the kill to the first
 * answer that read the database.
 */
export async function benchKill(): Promise<BenchResult[]> {
  const stage = await openKillStage();
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/`;
  let program = launch(stage, port);
  try {
    await firstAnswer(url, stage);
    const writers = startWriters(url, stage);
    const restarts: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(Math.random() * LONGEST_CALM_MS);
      const victim = VICTIMS[Math.floor(Math.random() * VICTIMS.length)] ?? 'both';
      const started = performance.now();
      const killed = victim === 'program' ? undefined : await killPostmaster(stage);
      if (victim !== 'database') {
        program.kill('SIGKILL');
        await ended(program);
        program = launch(stage, port);
      }
      if (killed !== undefined) await afterRestart(stage, killed);
      await firstAnswer(url, stage).catch((cause: unknown) => {
        const left = `exit ${program.exitCode}, signal ${program.signalCode}`;
        throw new Error(`after kill ${kill + 1} (${victim}; program: ${left})`, { cause });
      });
      restarts.push((performance.now() - started) / 1000);
    }
    await writers.stop();
    program.kill('SIGINT');
    await ended(program);
    return judge(writers, await stage.check(), restarts);
  } catch (error) {
    console.error(await readLastLines(stage));
    throw error;
  } finally {
    program.kill('SIGINT');
    await ended(program);
    await stage.remove();
  }
}

function launch({ dataFolder }: KillStage, port: number): ChildProcess {
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const log = openSync(join(dataFolder, 'bench.log'), 'a');
  const program = spawn(
    process.execPath,
    [join(project, 'dist/server/cli.js'), 'serve', '--port', String(port)],
    {
      cwd: project,
      env: { ...process.env, SONGNUAN_DATA: dataFolder, DATABASE_URL: '', TRUST_PROXY: '1' },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  return program;
}

/** What the program said last, for whoever must find out why it does not come back. */
async function readLastLines({ dataFolder }: KillStage): Promise<string> {
  const text = await readFile(join(dataFolder, 'bench.log'), 'utf8');
  return text.split('\n').slice(-40).join('\n');
}

function ended(program: ChildProcess): Promise<unknown> {
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    program.once('close', resolve);
  });
}

async function killPostmaster(stage: KillStage): Promise<number> {
  const pid = await findPostmaster(stage);
  process.kill(pid, 'SIGKILL');
  return pid;
}

async function findPostmaster({ dataFolder }: KillStage): Promise<number> {
  const lock = await readFile(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
  return Number(lock.split('\n', 1)[0]);
}

/** For a moment the processes of the killed server still answer; what they say is no restart. */
async function afterRestart(stage: KillStage, killed: number): Promise<void> {
  const until = performance.now() + GIVE_UP_MS;
  while (performance.now() < until) {
    const pid = await findPostmaster(stage).catch(() => killed);
    if (pid !== killed && pid > 0) return;
    await sleep(5);
  }
}

/** Limits of requests a minute are counted by it; a poll is more frequent than any page. */
function anySender(): string {
  const part = (): number => Math.floor(Math.random() * 256);
  return `10.2.${part()}.${part()}`;
}

/** @throws Error when there is none within a minute. */
async function firstAnswer(url: string, { cookie }: KillStage): Promise<void> {
  const until = performance.now() + GIVE_UP_MS;
  while (performance.now() < until) {
    const reply = await fetch(`${url}api/session`, {
      headers: { cookie: `${SESSION_COOKIE}=${cookie}`, 'x-forwarded-for': anySender() },
      signal: AbortSignal.timeout(GIVE_UP_MS),
    }).catch(() => undefined);
    await reply?.text();
    if (reply?.status === 200) return;
    await sleep(10);
  }
  throw new Error('the server gave no answer any more');
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function judge(writers: Writers, kept: Kept, restarts: readonly number[]): BenchResult[] {
  const names = [...writers.acknowledged];
  const lost = names.filter((name) => !kept.rows.has(name) || !kept.entries.has(name)).length;
  const doubled = [...kept.rows, ...kept.entries].filter(([, total]) => total > 1).length;
  const sorted = restarts.toSorted((a, b) => a - b);
  const [median = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const none = (name: string, count: number): BenchResult => ({
    name,
    value: String(count),
    bar: '0',
    met: count === 0,
  });
  return [
    none(`${KILLS} kills: acknowledged writes lost of ${names.length}`, lost),
    none(`writes done twice (${writers.countRepeats()} were sent again)`, doubled),
    none('answers that no interruption explains', writers.strange.length),
    {
      name: `audit log of ${kept.entryCount} entries in ${kept.blockCount} blocks`,
      value: kept.isLogWhole ? 'whole' : 'broken',
      bar: 'whole',
      met: kept.isLogWhole,
    },
    {
      name: `restart to the first answer (median ${median.toFixed(2)} s)`,
      value: `${longest.toFixed(2)} s`,
      bar: `≤ ${RESTART_SECONDS} s`,
      met: longest <= RESTART_SECONDS,
    },
  ];
}
