import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { AppError } from '#core/app-error.ts';
import type { FrozenEvaluation } from '#features/evaluations/server/routes.ts';
import { addBuiltInPolicy } from '#features/policies/server/commands/add-built-in-policy.ts';
import { readConfig } from '#platform/config.ts';
import type { Config } from '#platform/config.ts';
import { listen } from '#platform/http/http-server.ts';
import { findProjectFolder } from '#platform/project-folder.ts';

import { asProgram } from './installation/as-program.ts';
import { openInstallation } from './installation/open-installation.ts';
import type { Installation } from './installation/open-installation.ts';
import { isWithoutAccounts } from './is-without-accounts.ts';
import { createServices } from './services.ts';
import type { Services } from './services.ts';
import { startBackground } from './start-background.ts';
import type { Background } from './start-background.ts';
import { untilAvailable } from './until-available.ts';
import { buildWebServer } from './web-server.ts';

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
  const installation = await openInstallation({ config, log: logLine, mayCreateKeys: true });
  try {
    const setupCode = randomBytes(6).toString('hex');
    const now = (): Date => new Date();
    const services = await createServices({ installation, config, setupCode, now });
    await asProgram(services, addBuiltInPolicy);
    const prepared = await options.prepare?.(installation, services);
    return await serve({ installation, services, config, host, port, setupCode, prepared });
  } catch (error) {
    await installation.close();
    throw error;
  }
}

interface Serving {
  readonly installation: Installation;
  readonly config: Config;
  readonly host: string;
  readonly port: number;
  readonly services: Services;
  readonly setupCode: string;
  readonly prepared: Prepared | undefined;
}

async function serve(serving: Serving): Promise<RunningServer> {
  const { installation, services, config, host, port, setupCode } = serving;
  const { frozen, lines } = serving.prepared ?? { frozen: undefined, lines: [] };
  const webDir = join(findProjectFolder(), 'dist', 'web');
  const { app } = await buildWebServer({ services, host, webDir, frozen });
  let background: Background | undefined;
  // Requests end before what works behind them; whatever is left open would keep the process alive.
  const stopServing = async (): Promise<void> => {
    await app.close();
    await background?.stop();
  };
  try {
    const url = await listen(app, host, port);
    background = await untilAvailable(() => startBackground(services, config, logLine));
    const isNew = await untilAvailable(() => isWithoutAccounts(installation.database));
    tell(installation, [...lines, ...(isNew ? [setupLine(setupCode)] : [])], url);
    return toRunning(url, async () => {
      await stopServing();
      await installation.close();
    });
  } catch (error) {
    await stopServing();
    throw error;
  }
}

function toRunning(url: string, close: () => Promise<void>): RunningServer {
  let tellClosed = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    tellClosed = resolve;
  });
  return { url, closed, close: () => close().then(tellClosed) };
}

function tell(installation: Installation, lines: readonly string[], url: string): void {
  if (installation.hasNewKeys) {
    console.log(
      `已生成密钥文件：${installation.keyFile ?? ''}\n  请立即另存一份到安全的地方（不要与数据备份放在一起）。遗失后，已加密的内容和备份都无法恢复。`,
    );
  }
  for (const line of lines) console.log(line);
  console.log(`请用浏览器打开：${url}`);
  console.log('按 Ctrl+C 结束。');
}

function setupLine(code: string): string {
  return `这是新的系统，请在浏览器中完成首次设置。首次设置码：${code}`;
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
