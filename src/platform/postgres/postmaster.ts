import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findProgramName, isAlive } from './process-state.ts';
import { runAsServer, spawnAsServer } from './run-as-server.ts';
import type { ServerFolders } from './server-folders.ts';
import { openLog } from './server-log.ts';
import { executable } from './server-program.ts';
import type { ServerProgram } from './server-program.ts';

/** The server's first process, as its lock file tells. */
export interface Postmaster {
  readonly pid: number;
  /** Empty for a moment while it starts, and always where there are no sockets. */
  readonly socketFolder: string;
  readonly port: number;
  /** Not while it starts, recovers or shuts down. */
  readonly isReady: boolean;
}

/** Shut down without waiting for clients; what is committed stays. */
const FAST_SHUTDOWN = 'SIGINT';
/** Ends at once and recovers at the next start. */
const IMMEDIATE_SHUTDOWN = 'SIGQUIT';
const PATIENCE_MS = 30_000;

/** Reads the lock file and forgets one whose process is gone, or is something else by now. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = await readLockFile(cluster);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  // Where the system does not tell names, the lock file is believed.
  if ((findProgramName(pid) ?? 'postgres') !== 'postgres') return undefined;
  const [port, socketFolder, status] = [Number(lines[3]), lines[4] ?? '', lines[7] ?? ''];
  return { pid, port, socketFolder, isReady: status.trim() === 'ready' };
}

/**
 * A number is given to another process sooner or later, in a container already at the next start;
 * PostgreSQL would then refuse to start for as long as that one lives. Of the dead it forgets by itself.
 */
export async function forgetStaleLocks(cluster: string, socketFolder: string): Promise<void> {
  const pid = Number((await readLockFile(cluster))[0]);
  if (!(pid > 0) || !isAlive(pid) || (await findPostmaster(cluster)) !== undefined) return;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  await rm(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true });
}

async function readLockFile(cluster: string): Promise<string[]> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  return text === '' ? [] : text.split('\n');
}

/**
 * Starts the server and returns a promise of its end. Detached, so that Ctrl-C in a terminal reaches
 * only us and the server is shut down when our last work is done.
 */
export async function launch(
  folders: ServerFolders,
  program: ServerProgram,
): Promise<{ readonly exited: Promise<void> }> {
  if (process.platform === 'win32') return launchOnWindows(folders, program);
  const log = await openLog(folders.log);
  try {
    const child = await spawnAsServer(
      executable(program, 'postgres'),
      ['-D', folders.cluster],
      folders.account,
      { stdio: ['ignore', log.fd, log.fd], detached: true },
    );
    child.unref();
    return { exited: new Promise((resolve) => child.once('exit', () => resolve())) };
  } finally {
    await log.close();
  }
}

/** There pg_ctl gives up an administrator's rights, with which the server would not start. */
async function launchOnWindows(
  folders: ServerFolders,
  program: ServerProgram,
): Promise<{ readonly exited: Promise<void> }> {
  const { exitCode } = await runAsServer(
    executable(program, 'pg_ctl'),
    ['start', '-w', '-t', '300', '-D', folders.cluster, '-l', folders.log],
    undefined,
  );
  return { exited: exitCode === 0 ? new Promise(() => {}) : Promise.resolve() };
}

export async function terminate(
  postmaster: Postmaster,
  folders: ServerFolders,
  program: ServerProgram,
): Promise<void> {
  if (process.platform === 'win32') {
    const args = ['stop', '-m', 'fast', '-D', folders.cluster];
    await runAsServer(executable(program, 'pg_ctl'), args, undefined);
    return;
  }
  for (const signal of [FAST_SHUTDOWN, IMMEDIATE_SHUTDOWN] as const) {
    if (!send(postmaster.pid, signal)) return;
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      if (!isAlive(postmaster.pid)) return;
      await sleep(5);
    }
  }
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    // Gone already.
    return false;
  }
}
