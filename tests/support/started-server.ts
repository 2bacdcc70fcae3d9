import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { projectFolder } from './source-tree.ts';

export interface StartedServer {
  /** The address it printed; undefined when it ended before. */
  readonly url: string | undefined;
  readonly output: () => string;
  readonly pid: number | undefined;
  /** Ends it as Ctrl-C does and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

const GIVE_UP_MS = 60_000;

/** `npm start` with the given arguments, until it prints its address or ends. */
export async function startProgram(args: readonly string[]): Promise<StartedServer> {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const output = (): string => Buffer.concat(chunks).toString('utf8');
  const address = (): string | undefined => /http:\/\/[\d.]+:\d+\//.exec(output())?.[0];
  for (let waited = 0; waited < GIVE_UP_MS && address() === undefined; waited += 20) {
    if (child.exitCode !== null) break;
    await sleep(20);
  }
  return {
    url: address(),
    output,
    pid: child.pid,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
