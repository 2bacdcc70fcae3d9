import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { addBuiltInPolicy } from '#features/policies/server/commands/add-built-in-policy.ts';
import type { Config } from '#platform/config.ts';
import { listen } from '#platform/http/http-server.ts';
import { findProjectFolder } from '#platform/project-folder.ts';

import { asProgram } from './installation/as-program.ts';
import type { Installation } from './installation/open-installation.ts';
import { isWithoutAccounts } from './is-without-accounts.ts';
import type { RunOptions, RunningServer } from './run-server.ts';
import { createServices } from './services.ts';
import { startBackground } from './start-background.ts';
import type { Background } from './start-background.ts';
import { untilAvailable } from './until-available.ts';
import { buildWebServer } from './web-server.ts';

interface Serving {
  readonly installation: Installation;
  readonly config: Config;
  readonly host: string;
  readonly port: number;
  readonly prepare: RunOptions['prepare'];
  readonly log: (line: string) => void;
}

/** Whoever opened the installation closes it if this fails; the running server closes it itself. */
export async function serveInstallation(serving: Serving): Promise<RunningServer> {
  const { installation, config, host, port, log } = serving;
  const setupCode = randomBytes(6).toString('hex');
  const now = (): Date => new Date();
  const services = await createServices({ installation, config, setupCode, now });
  await asProgram(services, addBuiltInPolicy);
  const prepared = await serving.prepare?.(installation, services);
  const { frozen, lines } = prepared ?? { frozen: undefined, lines: [] };
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
    background = await untilAvailable(() => startBackground(services, config, log));
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
