import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { AppError, isAppError } from '#core/app-error.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { readConfig } from '#platform/config.ts';

import { EXIT_BUG, EXIT_INVALID, exitCodeOf } from './cli/exit-codes.ts';
import { explainError } from './cli/texts.ts';
import { prepareSampleOutput } from './sample-output.ts';
import { startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';

const DEFAULT_PORT = 3000;

// Places as seen from the bundle in dist/server.
const WEB_FOLDER = fileURLToPath(new URL('../web/', import.meta.url));
const BUILD_STAMP = fileURLToPath(new URL('../.stamp/server', import.meta.url));
const SAMPLE_FOLDER = fileURLToPath(new URL('../../var/sample/', import.meta.url));

try {
  await serve();
} catch (error) {
  process.exitCode = report(error);
}

/** Evaluates the sample year unless that is done already, and serves it on this machine. */
async function serve(): Promise<void> {
  const port = choosePort(process.argv.slice(2));
  const sample = await prepareSampleOutput({
    folder: SAMPLE_FOLDER,
    build: await readFile(BUILD_STAMP, 'utf8'),
    onEvaluate: () => console.log('正在评价样例年度…'),
  });
  const { evaluation, framework } = sample;
  const server = await startServer({
    ...sample,
    policy: policyInForce(sample.records.fund.cutoff),
    frameworkTitle: framework.title,
    isSample: true,
    webDir: WEB_FOLDER,
    port,
  });
  const { score, grade } = evaluation.totals;
  console.log(`样例年度（${evaluation.fund.year}年）得分${score}，等级为${grade}。`);
  console.log(`请用浏览器打开：${server.url}`);
  console.log('按 Ctrl+C 结束。');
  closeOnSignal(server);
}

/** `--port` before PORT before the default; 0 takes any free one. @throws AppError `invalid`. */
function choosePort(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' } },
  });
  const text = values.port ?? readConfig().port;
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new AppError('invalid', 'server.not_a_port', { value: text });
  }
  return port;
}

/** The first signal lets running replies finish; a second one ends at once, as signals do. */
function closeOnSignal(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close());
  }
}

function report(error: unknown): number {
  if (isAppError(error)) {
    console.error(explainError(error));
    return exitCodeOf(error.kind);
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')) {
    console.error(`参数有误：${error.message}\n用法：npm start -- [--port <端口>]`);
    return EXIT_INVALID;
  }
  console.error('程序出现意外错误：');
  console.error(error);
  return EXIT_BUG;
}
