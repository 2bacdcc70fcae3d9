import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';

import { AppError } from '#core/app-error.ts';

import type { ServerAccount } from './server-account.ts';

/** PG* variables of our surroundings must not reach the server; Windows cannot do without its own. */
const ENVIRONMENT =
  process.platform === 'win32'
    ? {}
    : { env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' } };

/**
 * Starts a program of the server under the server's account; settles once it runs.
 * @throws AppError `unavailable`: `postgres.not_runnable`, `postgres.account_refused`.
 */
export function spawnAsServer(
  program: string,
  args: readonly string[],
  account: ServerAccount | undefined,
  options: SpawnOptions,
): Promise<ChildProcess> {
  const identity = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  return new Promise<ChildProcess>((resolve, reject) => {
    // Some errors are thrown at once, others are events.
    const child = spawn(program, args, {
      ...ENVIRONMENT,
      ...identity,
      windowsHide: true,
      ...options,
    });
    child.once('spawn', () => resolve(child));
    child.once('error', reject);
  }).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'EPERM' ? 'postgres.account_refused' : 'postgres.not_runnable';
    const params = { program, account: account?.name ?? '', cause: cause.code ?? cause.message };
    throw new AppError('unavailable', reason, params, cause);
  });
}

/** Runs a program of the server to its end and keeps what it printed. */
export async function runAsServer(
  program: string,
  args: readonly string[],
  account: ServerAccount | undefined,
): Promise<{ readonly exitCode: number; readonly output: string }> {
  const child = await spawnAsServer(program, args, account, { stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
