import { setTimeout as sleep } from 'node:timers/promises';

import type { Client, ClientConfig } from 'pg';

import { AppError, isAppError } from '#core/app-error.ts';

import { ensureCluster, explainBarrier } from './create-cluster.ts';
import { findPostmaster, forgetStaleLocks, launch } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import { SUPERUSER, writeAccessRules } from './server-access.ts';
import type { Transport } from './server-access.ts';
import type { ServerFolders } from './server-folders.ts';
import { readLogTail, sizeOf } from './server-log.ts';
import { copyProgram } from './server-program.ts';
import type { ServerProgram } from './server-program.ts';
import { writeSettings } from './server-settings.ts';
import type { ServerAddress } from './server-settings.ts';
import { joinUsers } from './server-user.ts';

export interface ServerSetup {
  readonly folders: ServerFolders;
  readonly transport: Transport;
  readonly password: string | undefined;
  readonly isThrowAway: boolean;
  /** Changes once, when the server's account cannot read the first. */
  program: ServerProgram;
  /** Changes once, when a server is found that listens elsewhere. */
  address: ServerAddress;
}

export interface RunningServer {
  readonly postmaster: Postmaster;
  readonly wasRunning: boolean;
  readonly membership: Client;
}

const POLL_MS = 5;
/** A server that recovers from a crash says so in its lock file; however long it takes, we wait. */
const SILENCE_MS = 10_000;
/** What a killed server's last processes, or a process that starts at the same time, let us see. */
const SHORTLY_IN_THE_WAY = /pre-existing shared memory block|lock file .* already exists/;
const WAY_CLEARS_MS = 20_000;

/** Joins the server that runs on the data, or makes one run; either way it takes connections then. */
export async function runServer(setup: ServerSetup): Promise<RunningServer> {
  const deadline = performance.now() + WAY_CLEARS_MS;
  for (;;) {
    const found = await joinRunning(setup);
    if (found !== undefined) return { ...found, wasRunning: true };
    const from = await sizeOf(setup.folders.log);
    const started = await startNew(setup);
    if (started !== undefined) return { ...started, wasRunning: false };
    const lines = await readLogTail(setup.folders.log, from);
    if (!SHORTLY_IN_THE_WAY.test(lines) || performance.now() > deadline) {
      throw await explainStart(setup.folders, lines);
    }
    await sleep(50);
  }
}

export function connectionOf(setup: ServerSetup, database: string, user: string): ClientConfig {
  const { address, password } = setup;
  return { ...address, database, user, ...(password === undefined ? {} : { password }) };
}

type Joined = Pick<RunningServer, 'postmaster' | 'membership'>;

/** Waits for a server that is starting or recovering; undefined when none runs, or it went down. */
async function joinRunning(
  setup: ServerSetup,
  hasEnded = () => false,
): Promise<Joined | undefined> {
  let lastSign = performance.now();
  while (!hasEnded()) {
    const postmaster = await findPostmaster(setup.folders.cluster);
    if (postmaster === undefined) return undefined;
    setup.address = addressOf(postmaster, setup);
    const membership = postmaster.isReady
      ? await joinUsers(connectionOf(setup, 'postgres', SUPERUSER))
      : 'busy';
    if (typeof membership !== 'string') return { postmaster, membership };
    if (membership === 'busy') lastSign = performance.now();
    if (performance.now() - lastSign > SILENCE_MS) {
      const params = { pid: postmaster.pid, path: setup.folders.cluster };
      throw new AppError('unavailable', 'postgres.no_answer', params);
    }
    await sleep(POLL_MS);
  }
  return undefined;
}

/** A running server may have been started where the temporary folder or the free port was another. */
function addressOf({ port, socketFolder }: Postmaster, setup: ServerSetup): ServerAddress {
  if (setup.transport === 'loopback') return { ...setup.address, port };
  return socketFolder === '' ? setup.address : { host: socketFolder, port };
}

async function startNew(setup: ServerSetup): Promise<Joined | undefined> {
  const { folders, isThrowAway } = setup;
  await withReadableProgram(setup, (program) => ensureCluster(folders, program, isThrowAway));
  await forgetStaleLocks(folders.cluster, folders.socket);
  await writeAccessRules(folders, folders.cluster, setup.transport);
  await writeSettings(folders, setup.address, isThrowAway);
  const { exited } = await withReadableProgram(setup, (program) => launch(folders, program));
  let hasEnded = false;
  void exited.then(() => (hasEnded = true));
  for (;;) {
    const joined = await joinRunning(setup, () => hasEnded);
    if (joined !== undefined || hasEnded) return joined;
    await sleep(POLL_MS);
  }
}

/** The account may not be let into the folder of modules, e.g. below a home folder that is closed. */
async function withReadableProgram<Result>(
  setup: ServerSetup,
  work: (program: ServerProgram) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(setup.program);
  } catch (error) {
    const isUnreadable = isAppError(error) && error.params['cause'] === 'EACCES';
    if (!isUnreadable || setup.folders.account === undefined) throw error;
    const barrier = await explainBarrier(setup.folders);
    if (barrier !== undefined) throw barrier;
    setup.program = await copyProgram(setup.program, setup.folders.home);
    return work(setup.program);
  }
}

async function explainStart(folders: ServerFolders, lines: string): Promise<AppError> {
  if (/No space left on device|Disk quota exceeded/.test(lines)) {
    return new AppError('unavailable', 'postgres.disk_full', { path: folders.cluster });
  }
  const barrier = lines.includes('Permission denied') ? await explainBarrier(folders) : undefined;
  const params = { path: folders.log, lines };
  return barrier ?? new AppError('unavailable', 'postgres.start_failed', params);
}
