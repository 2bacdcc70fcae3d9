import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { projectFolder } from './source-tree.ts';

export interface StartedServer {
  /** The address it printed; undefined when it ended before. */
  readonly url: string | undefined;
  readonly output: () => string;
  readonly pid: number | undefined;
  /** Ends it as Ctrl-C does, or with another signal, and gives its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface StartOptions {
  /** Where database and files lie. */
  readonly data: string;
  /** `start` is `npm start` with the sample, `serve` the command that begins empty. */
  readonly as?: 'start' | 'serve';
  /** Gives the program back once it has printed this, instead of its address. */
  readonly until?: RegExp;
  /** Settings by the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const GIVE_UP_MS = 120_000;
const ADDRESS = /请用浏览器打开：(http:\S+)/;

/** What the environment of whoever runs the tests must not bring in; an empty value counts as none. */
const UNSET = {
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  SONGNUAN_KEYS: '',
  SONGNUAN_KEY_FILE: '',
  PUBLIC_URL: '',
  HOST: '',
  PORT: '',
};

/** The program with the given arguments, until it serves or ends. */
export async function startProgram(
  args: readonly string[],
  { data, as = 'start', until = ADDRESS, env = {} }: StartOptions,
): Promise<StartedServer> {
  const script = as === 'start' ? ['scripts/start.mjs'] : ['scripts/songnuan.mjs', 'serve'];
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...UNSET, SONGNUAN_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const output = (): string => Buffer.concat(chunks).toString('utf8');
  for (let waited = 0; waited < GIVE_UP_MS && !until.test(output()); waited += 20) {
    if (child.exitCode !== null) break;
    await sleep(20);
  }
  return {
    url: ADDRESS.exec(output())?.[1],
    output,
    pid: child.pid,
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
  };
}
