import { parseArgs } from 'node:util';

import { isAppError } from '#core/app-error.ts';

import { EXIT_BUG, EXIT_INVALID, exitCodeOf } from './cli/exit-codes.ts';
import { explainError } from './cli/texts.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { runServer } from './run-server.ts';
import type { RunOptions } from './run-server.ts';

type Prepare = NonNullable<RunOptions['prepare']>;

try {
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  await closeOnSignal(() => runServer({ ...values, prepare }));
} catch (error) {
  process.exitCode = report(error);
}

async function prepare(...opened: Parameters<Prepare>): ReturnType<Prepare> {
  const { prepareSample } = await import('./sample-district/prepare-sample.ts');
  return prepareSample(...opened);
}

function report(error: unknown): number {
  if (isAppError(error)) {
    console.error(explainError(error));
    return exitCodeOf(error.kind);
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')) {
    console.error(`参数有误：${error.message}\n用法：npm start -- [--port <端口>] [--host <地址>]`);
    return EXIT_INVALID;
  }
  console.error('程序出现意外错误：');
  console.error(error);
  return EXIT_BUG;
}
