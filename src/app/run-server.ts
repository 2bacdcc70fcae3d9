import { AppError } from '#core/app-error.ts';
import type { FrozenEvaluation } from '#features/evaluations/server/routes.ts';
import { readConfig } from '#platform/config.ts';

import { openInstallation } from './installation/open-installation.ts';
import type { Installation } from './installation/open-installation.ts';
import type { Services } from './services.ts';

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';

export interface RunOptions {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  /** Runs after the installation is open and before anyone is served. */
  readonly prepare?: (installation: Installation, services: Services) => Promise<Prepared>;
}

export interface Prepared {
  readonly frozen: FrozenEvaluation | undefined;
  /** Printed under the address. */
  readonly lines: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
  /** Resolves once `close` has done its work. */
  readonly closed: Promise<void>;
}

/** Opens the installation, serves it, and tells the terminal what a person needs to begin. */
export async function runServer(options: RunOptions): Promise<RunningServer> {
  const config = readConfig();
  const host = options.host ?? config.host ?? DEFAULT_HOST;
  const port = choosePort(options.port ?? config.port);
  const opening = openInstallation({ config, log: logLine, mayCreateKeys: true });
  // Most of the program is read while the database starts or recovers.
  const loading = import('./serve-installation.ts');
  const installation = await opening;
  try {
    const { serveInstallation } = await loading;
    const { prepare } = options;
    return await serveInstallation({ installation, config, host, port, prepare, log: logLine });
  } catch (error) {
    await installation.close();
    throw error;
  }
}

function logLine(line: string): void {
  console.error(`${new Date().toISOString()} ${line}`);
}

/** `--port` before PORT before the default; 0 takes any free one. @throws AppError `invalid`. */
function choosePort(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new AppError('invalid', 'server.not_a_port', { value: text });
  }
  return port;
}
