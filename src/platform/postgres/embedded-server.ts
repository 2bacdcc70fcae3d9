import type { ClientConfig } from 'pg';

import { connectionOf } from './run-server.ts';
import type { ServerSetup } from './run-server.ts';
import { SUPERUSER, readOrMakePassword } from './server-access.ts';
import type { Transport } from './server-access.ts';
import { prepareFolders } from './server-folders.ts';
import { limitLog } from './server-log.ts';
import { findProgram, openProgram } from './server-program.ts';
import { findFreePort } from './server-settings.ts';
import { supervise } from './supervise.ts';

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
  const { wasRunning, findPid, stop } = await supervise(setup, log);
  const limiting = setInterval(() => {
    limitLog(setup.folders.log).catch((error) => log(`The log stays long: ${String(error)}`));
  }, LOG_CHECK_MS).unref();
  let stopped: Promise<void> | undefined;
  return {
    socketDir: setup.address.host,
    superuser: SUPERUSER,
    password: setup.password,
    wasRunning,
    get pid() {
      return findPid();
    },
    clientConfig: (database, user) => connectionOf(setup, database, user),
    stop: () => {
      clearInterval(limiting);
      stopped ??= stop();
      return stopped;
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
