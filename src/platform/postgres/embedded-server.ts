import { setTimeout as sleep } from 'node:timers/promises';

import type { ClientConfig } from 'pg';

import { isAppError } from '#core/app-error.ts';

import { terminate } from './postmaster.ts';
import { connectionOf, runServer } from './run-server.ts';
import type { RunningServer, ServerSetup } from './run-server.ts';
import { SUPERUSER, readOrMakePassword } from './server-access.ts';
import type { Transport } from './server-access.ts';
import { prepareFolders } from './server-folders.ts';
import { limitLog } from './server-log.ts';
import { findProgram, openProgram } from './server-program.ts';
import { findFreePort } from './server-settings.ts';
import { leaveUsers } from './server-user.ts';

export interface EmbeddedServerOptions {
  /** A folder of the server's own: cluster, socket, log, and where needed a copy of the binaries. */
  readonly dataDir: string;
  /** What the supervisor did, for the program's log. */
  readonly log?: (line: string) => void;
  /** For tests: nothing in it survives a power cut, and it is quicker. */
  readonly isThrowAway?: boolean;
  /** The system's own unless given: a socket, on Windows a port of this machine. */
  readonly transport?: Transport;
  /** The platform package's folder; the installed one unless given. */
  readonly packageFolder?: string;
}

export interface EmbeddedServer {
  /** The socket's folder, or 127.0.0.1. */
  readonly socketDir: string;
  readonly superuser: string;
  /** Needed by every role where there is no socket; undefined where the kernel says who we are. */
  readonly password: string | undefined;
  /** It ran already: started by another process, or left behind by one that was killed. */
  readonly wasRunning: boolean;
  readonly pid: number;
  readonly clientConfig: (database: string, user: string) => ClientConfig;
  readonly stop: () => Promise<void>;
}

const LOG_CHECK_MS = 3_600_000;
const LONGEST_PAUSE_MS = 5000;

/**
 * Starts the PostgreSQL that npm installed on the cluster in `dataDir`, made at the first start, or
 * joins the one that runs there. Resolves when it takes connections, after recovery if it was killed.
 *
 * Several processes may use one data folder: they share one server, and the last one to stop shuts it
 * down. A process that was killed counts as gone, so the one that is started in its place owns the
 * server it left behind. A server that dies is started again.
 * @throws AppError `unavailable` `postgres.*`, each with what its text needs
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const setup = await prepareSetup(options);
  const log = options.log ?? ((): void => {});
  let running = await runServer(setup);
  const { wasRunning } = running;
  log(`PostgreSQL ${wasRunning ? 'joined' : 'started'}, process ${running.postmaster.pid}`);
  let isStopping = false;
  let recovering: Promise<void> = Promise.resolve();

  const watch = (): void => {
    running.membership.once('end', () => {
      if (!isStopping) recovering = recover();
    });
  };
  const recover = async (): Promise<void> => {
    log('PostgreSQL is gone; starting it again');
    const found = await retry(setup, log, () => isStopping);
    if (found === undefined) return;
    running = found;
    log(`PostgreSQL is back, process ${running.postmaster.pid}`);
    watch();
  };
  watch();
  const limiting = setInterval(() => void limitLog(setup.folders.log), LOG_CHECK_MS).unref();
  return {
    socketDir: setup.address.host,
    superuser: SUPERUSER,
    password: setup.password,
    wasRunning,
    get pid() {
      return running.postmaster.pid;
    },
    clientConfig: (database, user) => connectionOf(setup, database, user),
    stop: async () => {
      isStopping = true;
      clearInterval(limiting);
      await recovering;
      await leave(running, setup);
    },
  };
}

async function prepareSetup(options: EmbeddedServerOptions): Promise<ServerSetup> {
  const folders = await prepareFolders(options.dataDir);
  const { packageFolder } = options;
  const isSocket = (options.transport ?? defaultTransport()) === 'socket';
  return {
    folders,
    transport: isSocket ? 'socket' : 'loopback',
    program: await (packageFolder === undefined
      ? findProgram(folders.home)
      : openProgram(packageFolder, folders.home)),
    password: isSocket ? undefined : await readOrMakePassword(folders),
    address: isSocket
      ? { host: folders.socket, port: 5432 }
      : { host: '127.0.0.1', port: await findFreePort() },
    isThrowAway: options.isThrowAway ?? false,
  };
}

function defaultTransport(): Transport {
  return process.platform === 'win32' ? 'loopback' : 'socket';
}

/** Goes on for as long as it takes, e.g. until somebody has made room on a full disk. */
async function retry(
  setup: ServerSetup,
  log: (line: string) => void,
  isStopping: () => boolean,
): Promise<RunningServer | undefined> {
  for (let pause = 100; !isStopping(); pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await runServer(setup);
    } catch (error) {
      const details = isAppError(error) ? JSON.stringify(error.params) : '';
      log(`PostgreSQL does not start: ${String(error)} ${details}`);
      await sleep(pause);
    }
  }
  return undefined;
}

async function leave(running: RunningServer, setup: ServerSetup): Promise<void> {
  const isLast = await leaveUsers(running.membership);
  if (isLast) await terminate(running.postmaster, setup.folders, setup.program);
  await running.membership.end();
}
